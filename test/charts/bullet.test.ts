import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulletFrame } from '../../src/charts/bullet-frame.ts';
import type { BulletProps } from '../../src/charts/bullet-table.ts';
import { Bullet } from '../../src/charts/bullet.tsx';
import { MirroredBullets, type MirroredBulletsProps } from '../../src/charts/mirrored-bullets.tsx';
import { mirroredFrame } from '../../src/charts/mirrored-frame.ts';
import { packLabels } from '../../src/charts/pack-labels.ts';
import { elementsWith, markupOf, tableOf, textsOf } from '../support/chart-markup.ts';

const props: BulletProps = {
  parts: [
    { key: 'won', label: 'Won', value: 400, kind: 'sure' },
    { key: 'open', label: 'Open, expected', value: 300, kind: 'expected' },
    { key: 'new', label: 'To be created', value: 100, kind: 'planned' },
  ],
  interval: { low: 700, high: 900 },
  target: { label: 'Budget', value: 1000 },
  title: 'On track',
  summary: '800 of 1,000',
  words: { row: 'Part', value: 'Value', low: 'Low', high: 'High', interval: '80% range 700 to 900' },
  format: String,
};

const chart = (more: Partial<BulletProps> = {}): string => markupOf(Bullet, { ...props, ...more });

describe('a bullet', () => {
  it('draws each part as long as its value, one after the other', () => {
    const { bars, xOf } = bulletFrame(props, 720);
    expect(bars.map(({ x }) => x)).toEqual([0, xOf(400), xOf(700)]);
    expect(bars.map(({ width }) => width)).toEqual([
      xOf(400) - 2,
      expect.closeTo(xOf(300) - 2, 9),
      expect.closeTo(xOf(100), 9),
    ]);
    expect(xOf(1000)).toBe(708);
  });

  it('writes into its table the very values it draws', () => {
    const html = chart();
    const drawn = elementsWith(html, 'data-mark').map((mark) => Number(mark['data-value']));
    expect(tableOf(html)).toEqual([
      ...['Won', 'Open, expected', 'To be created'].map((label, index) => ({
        label,
        cells: [drawn[index], null, null],
      })),
      { label: '80% range 700 to 900', cells: [800, 700, 900] },
      { label: 'Budget', cells: [1000, null, null] },
    ]);
  });

  it('puts the tick of the target where its value lies on the scale of the parts', () => {
    const html = chart();
    const [won] = elementsWith(html, 'data-width');
    const [tick] = elementsWith(html, 'data-target');
    const pixelsPerUnit = (Number(won?.['data-width']) + 2) / 400;
    expect(Number(tick?.['data-x']) / pixelsPerUnit).toBeCloseTo(1000, 9);
  });

  it('is solid, hatched and a dashed outline', () => {
    const html = chart();
    expect(html).toMatch(/fill-mark.*fill-hatch.*line-mark line-dashed/s);
  });

  it('without interval and target has neither', () => {
    const html = chart({ interval: null, target: null });
    expect(html).not.toContain('fill-band');
    expect(html).not.toContain('line-tick');
    expect(tableOf(html)).toHaveLength(3);
  });

  it('draws nothing for a part that has no value, and a dash in its words', () => {
    const html = chart({ parts: [{ key: 'won', label: 'Won', value: null, kind: 'sure' }] });
    expect(elementsWith(html, 'data-mark').map((mark) => mark['data-width'])).toEqual(['0']);
    expect(textsOf(html)).toContain('–');
    expect(tableOf(html)[0]?.cells[0]).toBeNull();
  });

  it('of nothing, or of nothing but zeros, still has its sheet', () => {
    expect(chart({ parts: [], interval: null, target: null })).toContain('<svg');
    expect(
      chart({ parts: props.parts.map((part) => ({ ...part, value: 0 })), interval: null, target: null }),
    ).not.toContain('NaN');
  });

  it('lists its parts below where their words do not fit side by side', () => {
    expect(bulletFrame(props, 200).bars.map(({ wordX }) => wordX)).toEqual([null, null, null]);
    const long = chart({ parts: props.parts.map((part) => ({ ...part, label: 'n'.repeat(300) })) });
    expect(textsOf(long).filter((text) => text.endsWith('…'))).toHaveLength(3);
  });

  it('has no style in its markup', () => expect(chart()).not.toContain('style='));
});

describe('labels on one line', () => {
  it('stand where they would rather be if there is room', () =>
    expect(
      packLabels(
        [
          { wanted: 0, width: 20 },
          { wanted: 50, width: 20 },
        ],
        10,
        100,
      ),
    ).toEqual([0, 50]));

  it('move right of the one before', () =>
    expect(
      packLabels(
        [
          { wanted: 0, width: 20 },
          { wanted: 5, width: 20 },
        ],
        10,
        100,
      ),
    ).toEqual([0, 30]));

  it('move back from the right end and push the ones before', () =>
    expect(
      packLabels(
        [
          { wanted: 60, width: 20 },
          { wanted: 95, width: 20 },
        ],
        10,
        100,
      ),
    ).toEqual([50, 80]));

  it('that fill the line to the last pixel fit, and a pixel more does not', () => {
    const labels = [
      { wanted: 0, width: 40 },
      { wanted: 0, width: 50 },
    ];
    expect(packLabels(labels, 10, 100)).toEqual([0, 50]);
    expect(packLabels(labels, 10, 99)).toBeNull();
  });

  it('of nothing are none', () => expect(packLabels([], 10, 0)).toEqual([]));

  it('never overlap and never leave the line', () => {
    const label = fc.record({
      wanted: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 5, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
        const starts = packLabels(labels, 8, 300) ?? [];
        for (const [index, start] of starts.entries()) {
          const before = starts[index - 1];
          expect(start).toBeGreaterThanOrEqual(
            before === undefined ? 0 : before + (labels[index - 1]?.width ?? 0) + 8,
          );
          expect(start + (labels[index]?.width ?? 0)).toBeLessThanOrEqual(300);
        }
      }),
      { seed: 222, numRuns: 300 },
    );
  });
});

describe('two promises mirrored', () => {
  const bar = (key: string, value: number | null, target: number) => ({
    key,
    label: key,
    value,
    target,
    words: `${value} of ${target}`,
    accent: false,
  });
  const pair: MirroredBulletsProps = {
    left: { title: 'One side', bars: [bar('value', 318, 330), bar('floor', 7, 6)] },
    right: { title: 'Other side', bars: [bar('speed', 88, 90), bar('attempts', null, 4)] },
    title: 'Promises',
    summary: 'Two promises',
    words: { row: 'Promise', side: 'Side', value: 'Kept', target: 'Promised', words: 'In words' },
    formatNumber: String,
  };

  it('have bars as long as their share of what was promised, away from the middle', () => {
    const { left, right, middle } = mirroredFrame(pair.left, pair.right, 600);
    const [first] = left;
    const [other] = right;
    expect((first?.width ?? 0) / (middle - 10 - (first?.tickX ?? 0))).toBeCloseTo(318 / 330, 9);
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(middle - 10, 9);
    expect((other?.width ?? 0) / ((other?.tickX ?? 0) - middle - 10)).toBeCloseTo(88 / 90, 9);
    expect(other?.x).toBe(middle + 10);
  });

  it('have room beyond the larger of value and promise', () => {
    const { left } = mirroredFrame(pair.left, pair.right, 600);
    expect(left[1]?.width).toBeCloseTo(290 / 1.08, 9);
  });

  it('have equal height, whichever side has more', () => {
    const none = { title: 'None', bars: [] };
    expect(mirroredFrame(none, pair.right, 600).height).toBe(mirroredFrame(pair.left, none, 600).height);
  });

  it('of nothing, or of a promise of nothing, are drawn without a number that is none', () => {
    const nothing = { title: 'Nothing', bars: [bar('nothing', 0, 0)] };
    expect(
      markupOf(MirroredBullets, { ...pair, left: nothing, right: { title: 'None', bars: [] } }),
    ).not.toContain('NaN');
  });

  it('write into their table the very values they draw', () => {
    const html = markupOf(MirroredBullets, pair);
    const drawn = elementsWith(html, 'data-mark').map((mark) => [
      mark['data-value'] === '' ? null : Number(mark['data-value']),
      Number(mark['data-target']),
    ]);
    expect(tableOf(html).map(({ cells }) => cells.slice(1, 3))).toEqual(drawn);
    expect(html).not.toContain('style=');
  });
});
