import { describe, expect, it } from 'vitest';
import { ControlChart, type ControlChartProps } from '../../src/charts/control-chart.tsx';
import { controlFrame } from '../../src/charts/control-frame.ts';
import { controlLabels } from '../../src/charts/control-labels.ts';
import { RunChart, type RunChartProps } from '../../src/charts/run-chart.tsx';
import { periodWords, seenRow } from '../../src/charts/control-axis.ts';
import type { PeriodPoint } from '../../src/charts/period-point.ts';
import { columnsOf, elementsWith, markupOf, tableOf, textsOf } from '../support/chart-markup.ts';
import { period } from '../support/periods.ts';

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

const months: readonly PeriodPoint[] = ['Jun', 'Jul', 'Aug', 'Sep', 'Oct'].map((label, index) =>
  period(label, {
    value: 0.12 + index * 0.004,
    lower: 0.11,
    upper: 0.15,
    seen: 1,
    lastYear: 0.125,
    ...(label === 'Oct' ? { state: 'young', low: 0.126, high: 0.139, seen: 0.73 } : {}),
  }),
);

const weeks: readonly PeriodPoint[] = ['W45', 'W46'].map((label, index) =>
  period(label, { value: 0.13, low: 0.12 - index * 0.01, high: 0.14, seen: 0.27, state: 'young' }),
);

const chart = (more: Partial<ControlChartProps> = {}): string =>
  markupOf(ControlChart, {
    months,
    weeks,
    monthsTitle: 'Twelve months',
    weeksTitle: 'Six weeks',
    title: 'Share by month',
    summary: 'September 13.2%',
    emptyText: 'No rate yet',
    format: percent,
    formatSeen: (share) => `${Math.round(share * 100)}%`,
    ...more,
  });

const marksOf = (html: string) =>
  elementsWith(html, 'data-mark').map((mark) => [mark['data-mark'], Number(mark['data-value'])]);

describe('a 6-12 chart', () => {
  it('writes into its table the very values it draws', () => {
    const html = chart();
    const rows = tableOf(html);
    expect(rows.map(({ label }) => label)).toEqual(['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'W45', 'W46']);
    expect(marksOf(html).map(([, value]) => value)).toEqual(rows.map(({ cells }) => cells[0]));
  });

  it('draws each value at its place on the one axis', () => {
    const html = chart();
    const frame = controlFrame(
      {
        panels: [
          { title: 'Twelve months', points: months },
          { title: 'Six weeks', points: weeks },
        ],
        target: null,
        edgeWords: [],
        seenWord: 'seen',
        formatTick: percent,
      },
      720,
    );
    const { low, high } = frame.scale;
    for (const mark of elementsWith(html, 'data-mark')) {
      const value = low + ((frame.bottom - Number(mark['cy'])) / (frame.bottom - frame.top)) * (high - low);
      expect(value).toBeCloseTo(Number(mark['data-value']), 9);
    }
  });

  it('has every number of a period in its table: heading, usual range, last year, seen', () => {
    const html = chart();
    expect(columnsOf(html)).toEqual([
      'Value',
      'Heading, low',
      'Heading, high',
      'Usual range, low',
      'Usual range, high',
      'Last year',
      'seen',
      'State',
    ]);
    expect(tableOf(html)[4]?.cells).toEqual([0.136, 0.126, 0.139, 0.11, 0.15, 0.125, 0.73, 'not yet mature']);
  });

  it('fills the marks of matured periods and leaves those of young ones hollow', () => {
    const classes = elementsWith(chart(), 'data-mark').map((mark) => mark['class']);
    expect(classes).toEqual(['fill-mark', 'fill-mark', 'fill-mark', 'fill-mark', 'ring', 'ring', 'ring']);
  });

  it('names the value of the last matured month only', () => {
    const html = chart();
    expect(textsOf(html).filter((text) => text === '13.2%')).toHaveLength(1);
    expect(html).toContain('label-named');
    expect(elementsWith(html, 'r').filter((mark) => mark['r'] === '4.5')).toHaveLength(1);
  });

  it('marks a signal with a triangle in the accent and says it in the table', () => {
    const signal = months.map((point) =>
      point.label === 'Aug' ? { ...point, signal: 'up' as const } : point,
    );
    const html = chart({ months: signal });
    const mark = elementsWith(html, 'data-mark')[2];
    expect(mark?.['class']).toBe('fill-signal');
    expect(tableOf(html)[2]?.cells.at(-1)).toBe('up');
    expect(html).toContain('line-signal line-heavy');
  });

  it('without a signal has nothing in the accent', () => expect(chart()).not.toContain('signal'));

  it('shows how much of young periods is seen, and no share under matured ones', () => {
    const seen = elementsWith(chart(), 'data-seen').map((mark) => mark['data-seen']);
    expect(seen).toEqual(['0:4', '1:0', '1:1']);
  });

  it('of nothing says so and has no table', () => {
    const html = chart({ months: [], weeks: [] });
    expect(textsOf(html)).toContain('No rate yet');
    expect(html).not.toContain('<table');
    expect(marksOf(html)).toEqual([]);
  });

  it('of periods without a value says so and still lists them', () => {
    const html = chart({ months: [period('Sep'), period('Oct')], weeks: [] });
    expect(textsOf(html)).toContain('No rate yet');
    expect(tableOf(html)).toHaveLength(2);
  });

  it('of one month draws one mark', () =>
    expect(marksOf(chart({ months: months.slice(0, 1), weeks: [] }))).toEqual([['0:0', 0.12]]));

  it('of young periods alone names none of them', () => {
    const html = chart({ months: weeks, weeks: [] });
    expect(html).not.toContain('label-named');
    expect(html).not.toContain('line-main');
  });

  it('of equal values stays on the sheet', () => {
    const equal = months.map((point) => period(point.label, { value: 0.1 }));
    for (const mark of elementsWith(chart({ months: equal, weeks: [] }), 'data-mark')) {
      expect(Number(mark['cy'])).toBeGreaterThan(34);
      expect(Number(mark['cy'])).toBeLessThan(212);
    }
  });

  it('has no style in its markup and reads from left to right', () => {
    expect(chart()).not.toContain('style=');
    expect(chart()).toContain('direction="ltr"');
  });
});

describe('a run chart', () => {
  const run = (more: Partial<RunChartProps> = {}): string =>
    markupOf(RunChart, {
      points: [-5, 0, 12].map((value, index) => period(`W${index}`, { value, lower: -10, upper: 20 })),
      pointsTitle: 'Weeks',
      target: { label: 'target 15', start: 10, end: 15 },
      title: 'Pipeline by week',
      summary: 'Below the target',
      emptyText: 'Nothing yet',
      format: String,
      formatSeen: String,
      ...more,
    });

  it('draws values below nothing, and writes them into its table', () => {
    const html = run();
    expect(marksOf(html).map(([, value]) => value)).toEqual([-5, 0, 12]);
    expect(tableOf(html).map(({ cells }) => cells[0])).toEqual([-5, 0, 12]);
  });

  it('names its target once', () =>
    expect(textsOf(run()).filter((text) => text === 'target 15')).toHaveLength(1));

  it('has no row "seen" where nothing is known of it', () => expect(textsOf(run())).not.toContain('seen'));

  it('without a target draws none', () => expect(run({ target: null })).not.toContain('line-ink'));

  it('without a value keeps its target', () =>
    expect(textsOf(run({ points: [] }))).toEqual(expect.arrayContaining(['target 15', 'Nothing yet'])));
});

describe('the words of a control chart', () => {
  const points = Array.from({ length: 12 }, (_, index) =>
    period(`M${index}`, {
      value: 10,
      seen: 0.5,
      state: index < 9 ? 'matured' : 'young',
      ...(index === 8 ? { value: 20 } : {}),
    }),
  );
  const frameAt = (width: number) =>
    controlFrame(
      {
        panels: [{ title: 'Months', points }],
        target: null,
        edgeWords: [],
        seenWord: 'seen',
        formatTick: String,
      },
      width,
    );
  const panelAt = (width: number) =>
    frameAt(width).panels[0] ?? { title: '', x: 0, width: 0, slot: 1, places: [] };

  it('name every period where there is room', () =>
    expect(periodWords(panelAt(640), 8).map(({ index }) => index)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]));

  it('name every second one where there is less, the one the chart speaks of among them', () =>
    expect(periodWords(panelAt(300), 8).map(({ index }) => index)).toEqual([0, 2, 4, 6, 8, 10]));

  it('say "all" once for the matured periods', () => {
    const { shares, runs } = seenRow(panelAt(640), 'all', (share) => `${share * 100}%`);
    expect(runs.map(({ text }) => text)).toEqual(['all']);
    expect(shares.map(({ index }) => index)).toEqual([9, 10, 11]);
  });

  it('stand above a peak and never on a mark', () => {
    const [label] = controlLabels(frameAt(640), String, null);
    const place = frameAt(640).panels[0]?.places[8];
    expect(label?.kind).toBe('named');
    expect(Math.abs((label?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(40);
  });
});
