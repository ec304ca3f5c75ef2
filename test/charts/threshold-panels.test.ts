import { describe, expect, it } from 'vitest';
import { pointAt, thresholdFrame, type ThresholdSeries } from '../../src/charts/threshold-frame.ts';
import { ThresholdPanels, type ThresholdPanelsProps } from '../../src/charts/threshold-panels.tsx';
import { elementsWith, markupOf, tableOf, textsOf } from '../support/chart-markup.ts';

const series: readonly ThresholdSeries[] = [
  {
    key: 'leads',
    title: 'Leads',
    points: [
      { at: 20, value: 100, low: null, high: null },
      { at: 60, value: 40, low: null, high: null },
      { at: 80, value: 10, low: null, high: null },
    ],
    format: String,
    formatTick: String,
  },
  {
    key: 'l2o',
    title: 'Rate',
    points: [
      { at: 20, value: 0.1, low: 0.05, high: 0.2 },
      { at: 60, value: 0.2, low: 0.1, high: 0.4 },
      { at: 80, value: null, low: null, high: null },
    ],
    format: (value) => `${value * 100}%`,
    formatTick: (value) => `${value * 100}%`,
  },
];

const props: ThresholdPanelsProps = {
  series,
  present: 60,
  presentLabel: 'in force 60',
  chosen: 60,
  unsupportedBelow: 60,
  unsupportedLabel: 'not supported by data',
  xTitle: 'Score',
  title: 'Thresholds',
  summary: 'What each takes.',
  emptyText: 'Nothing yet.',
  formatAt: String,
};

describe('numbers by threshold', () => {
  it('say the same in the drawing and in the table', () => {
    const html = markupOf(ThresholdPanels, props);
    expect(tableOf(html)).toEqual([
      { label: '20', cells: [100, 0.1] },
      { label: '60', cells: [40, 0.2] },
      { label: '80', cells: [10, null] },
    ]);
    expect(textsOf(html)).toEqual(
      expect.arrayContaining(['Leads', '40 from 60 on', '20% from 60 on', 'Score']),
    );
  });

  it('hatch what is not supported, up to the threshold in force, in every panel', () => {
    const zones = elementsWith(markupOf(ThresholdPanels, props), 'data-zone');
    expect(zones).toHaveLength(2);
    const frame = thresholdFrame(series, 720);
    const [panel] = frame.panels;
    expect(Number(zones[0]?.['width'])).toBeCloseTo((panel?.xOf(60) ?? 0) - (panel?.x ?? 0), 6);
    expect(
      elementsWith(markupOf(ThresholdPanels, { ...props, unsupportedBelow: null }), 'data-zone'),
    ).toEqual([]);
    expect(elementsWith(markupOf(ThresholdPanels, { ...props, unsupportedBelow: 20 }), 'data-zone')).toEqual(
      [],
    );
  });

  it('name no value where the threshold looked at has none', () => {
    const html = markupOf(ThresholdPanels, { ...props, chosen: 80 });
    expect(textsOf(html)).toEqual(expect.arrayContaining(['10 from 80 on', '–']));
    expect(elementsWith(html, 'data-mark')).toHaveLength(1);
  });

  it('say so where there is nothing', () => {
    const html = markupOf(ThresholdPanels, {
      ...props,
      series: [{ ...series[0], points: [] } as ThresholdSeries],
    });
    expect(textsOf(html)).toEqual(['Nothing yet.']);
  });

  it('stand side by side where there is room, on the same thresholds', () => {
    const xs = (width: number) => thresholdFrame([...series, ...series], width).panels.map(({ x }) => x);
    expect(new Set(xs(1200)).size).toBe(3);
    expect(new Set(xs(700)).size).toBe(2);
    expect(new Set(xs(390)).size).toBe(1);
    const { panels, ends } = thresholdFrame(series, 700);
    expect(ends).toEqual([20, 80]);
    for (const { x, xOf } of panels) expect(xOf(20)).toBe(x);
  });

  it('are read at the lowest threshold at or above the one looked at', () => {
    const [leads] = series;
    expect(leads && pointAt(leads, 21)?.value).toBe(40);
    expect(leads && pointAt(leads, 20)?.value).toBe(100);
    expect(leads && pointAt(leads, 81)).toBeNull();
  });
});
