import { describe, expect, it } from 'vitest';
import { curveFrame } from '../../src/charts/curve-frame.ts';
import { stepAt, type Curve } from '../../src/charts/curve.ts';
import { IncidenceCurves, type IncidenceCurvesProps } from '../../src/charts/incidence-curves.tsx';
import { multiplesFrame } from '../../src/charts/multiples-frame.ts';
import { SmallMultiples } from '../../src/charts/small-multiples.tsx';
import { columnsOf, elementsWith, markupOf, tableOf, textsOf } from '../support/chart-markup.ts';
import { placesOf } from '../support/path-places.ts';

const curve = (key: string, shares: readonly number[], more: Partial<Curve> = {}): Curve => ({
  key,
  label: key,
  steps: shares.map((share, index) => ({ day: (index + 1) * 3, share, low: share * 0.8, high: share * 1.2 })),
  knownTo: 45,
  tone: 'quiet',
  hasBand: false,
  ...more,
});

const curves = [
  curve('Web', [0.05, 0.1, 0.2]),
  curve('Referral', [0.08, 0.16, 0.24], { tone: 'dark' }),
  curve('Webinar', [0.1, 0.15], { tone: 'accent', hasBand: true }),
];

const props: IncidenceCurvesProps = {
  curves,
  days: 45,
  sureTo: 17,
  sureToLabel: 'all this old',
  xTitle: 'days',
  title: 'Share by age',
  summary: 'Referral 24%',
  emptyText: 'No curve yet',
  words: { day: 'Day', low: 'low', high: 'high' },
  format: (share) => `${(share * 100).toFixed(1)}%`,
};

const chart = (more: Partial<IncidenceCurvesProps> = {}): string =>
  markupOf(IncidenceCurves, { ...props, ...more });

describe('curves by age', () => {
  it('write into their table the very shares they draw', () => {
    const html = chart();
    const frame = curveFrame({ ...props, formatTick: props.format }, 720);
    const columns = columnsOf(html);
    for (const { label, cells } of tableOf(html)) {
      for (const { key } of curves) {
        const places = elementsWith(html, 'data-curve')
          .filter((path) => path['data-curve'] === key)
          .flatMap((path) => placesOf(path['d'] ?? ''));
        const before = places.filter(([x]) => x <= frame.xOf(Number(label)) + 0.1);
        const y = before.at(-1)?.[1] ?? Number.NaN;
        const drawn = ((frame.bottom - y) / (frame.bottom - frame.top)) * frame.scale.max;
        expect(drawn).toBeCloseTo(Number(cells[columns.indexOf(key)]), 3);
      }
    }
  });

  it('write the interval of the one they speak of into the table, and of no other', () =>
    expect(columnsOf(chart())).toEqual(['Web', 'Referral', 'Webinar', 'Webinar, low', 'Webinar, high']));

  it('end in dots with the share of the last day', () => {
    const ends = elementsWith(chart(), 'data-end').map((end) => [end['data-end'], Number(end['data-value'])]);
    expect(ends).toEqual(curves.map(({ key, steps }) => [key, stepAt(steps, 45)?.share]));
  });

  it('draw the exception last, on top of all others', () => {
    const drawn = elementsWith(chart(), 'data-curve').map((path) => path['data-curve']);
    expect(drawn.at(-1)).toBe('Webinar');
    expect(drawn[0]).toBe('Web');
  });

  it('keep the words at their ends apart', () => {
    const close = ['a', 'b', 'c', 'd'].map((key) => curve(key, [0.2]));
    const { ends } = curveFrame({ ...props, curves: close, formatTick: props.format }, 720);
    const places = ends.map(({ wordY }) => wordY).toSorted((a, b) => a - b);
    for (const [index, place] of places.slice(1).entries())
      expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(18 - 1e-9);
  });

  it('have one dash at the age that all have reached, with its words', () => {
    const html = chart();
    expect(elementsWith(html, 'data-sure-to').map((dash) => dash['data-sure-to'])).toEqual(['17']);
    expect(textsOf(html)).toContain('all this old');
  });

  it.each([
    ['it is not known', null],
    ['it lies beyond the axis', 60],
  ])('have no dash where %s', (_, sureTo) => expect(chart({ sureTo })).not.toContain('data-sure-to'));

  it('of nothing say so', () => {
    const html = chart({ curves: [] });
    expect(textsOf(html)).toContain('No curve yet');
    expect(html).not.toContain('<table');
  });

  it('that are all unknown say so', () =>
    expect(textsOf(chart({ curves: curves.map((each) => ({ ...each, knownTo: null })) }))).toContain(
      'No curve yet',
    ));

  it('without a step stay at nothing', () => {
    const html = chart({ curves: [curve('Web', [])] });
    expect(elementsWith(html, 'data-end')[0]?.['data-value']).toBe('0');
    expect(html).not.toContain('NaN');
  });

  it('cut a name of 300 letters and keep the plot', () => {
    const { left, right } = curveFrame(
      { ...props, curves: [curve('n'.repeat(300), [0.2])], formatTick: props.format },
      354,
    );
    expect(right - left).toBeGreaterThan(354 * 0.4);
    expect(chart({ curves: [curve('n'.repeat(300), [0.2])] })).toContain('…');
  });

  it('have no style in their markup', () => expect(chart()).not.toContain('style='));
});

describe('small multiples', () => {
  const frameOf = (count: number, width: number) =>
    multiplesFrame(
      Array.from({ length: count }, (_, index) => curve(String(index), [0.1 * index])),
      45,
      props.format,
      width,
    );

  it('share one scale', () => {
    const { panels } = frameOf(5, 1200);
    const heights = panels.map(({ yOf }) => yOf(0) - yOf(0.2));
    expect(new Set(heights.map((height) => height.toFixed(6))).size).toBe(1);
  });

  it('fill their rows evenly', () => {
    const { panels } = frameOf(7, 1328);
    expect(new Set(panels.map(({ x }) => x)).size).toBe(4);
    expect(panels.filter(({ hasShares }) => hasShares)).toHaveLength(2);
    expect(panels.filter(({ hasDays }) => hasDays)).toHaveLength(4);
  });

  it('stand two in a row on a phone, and none beyond its edge', () => {
    const { panels, panelWidth } = frameOf(5, 354);
    expect(new Set(panels.map(({ x }) => x)).size).toBe(2);
    for (const { x } of panels) expect(x + panelWidth).toBeLessThanOrEqual(354);
  });

  it('draw each curve once for itself and once behind each other', () => {
    const html = markupOf(SmallMultiples, props);
    const own = new Set(elementsWith(html, 'data-curve').map((path) => path['data-curve']));
    expect([...own]).toEqual(['Web', 'Referral', 'Webinar']);
    expect(html.match(/line-thin/g)).toHaveLength(6);
  });

  it('name the share of the last day, the same as in the table', () => {
    const html = markupOf(SmallMultiples, props);
    const ends = elementsWith(html, 'data-end').map((end) => Number(end['data-value']));
    expect(ends).toEqual(tableOf(html).at(-1)?.cells.slice(0, 3));
  });

  it('of nothing say so', () =>
    expect(textsOf(markupOf(SmallMultiples, { ...props, curves: [] }))).toContain('No curve yet'));

  it('of one curve alone draw no other', () => {
    const html = markupOf(SmallMultiples, { ...props, curves: curves.slice(0, 1) });
    expect(html).not.toContain('line-thin');
    expect(html).not.toContain('style=');
  });
});
