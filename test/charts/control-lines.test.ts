import { describe, expect, it } from 'vitest';
import { controlFrame, controlScale, type ControlFrame } from '../../src/charts/control-frame.ts';
import { controlLines } from '../../src/charts/control-lines.ts';
import type { PeriodPoint } from '../../src/charts/period-point.ts';
import { period } from '../support/periods.ts';

/** A panel with one period every 10 pixels and a scale on which a value is its height above 100. */
const linesOf = (points: readonly PeriodPoint[], shape: 'stepped' | 'straight' = 'stepped') => {
  const yOf = (value: number) => 100 - value;
  const panel = {
    title: 'Months',
    x: 0,
    width: points.length * 10,
    slot: 10,
    places: points.map((point, index) => ({
      id: String(index),
      point,
      x: index * 10,
      y: point.value === null ? null : yOf(point.value),
    })),
  };
  const frame: ControlFrame = {
    width: 200,
    height: 120,
    isNarrow: false,
    top: 0,
    bottom: 100,
    scale: { low: 0, high: 100, step: 50, ticks: [] },
    yOf,
    panels: [panel],
    hasSeen: false,
  };
  return controlLines(panel, frame, shape);
};

describe('the lines of a control chart', () => {
  it('are solid between matured periods and dashed to a young one', () => {
    const lines = linesOf([
      period('Aug', { value: 10 }),
      period('Sep', { value: 20 }),
      period('Oct', { value: 30, state: 'young' }),
    ]);
    expect(lines.solid).toEqual(['M0 90L10 80']);
    expect(lines.dashed).toEqual(['M10 80L20 70']);
  });

  it('leave a gap at a period without a value', () => {
    const lines = linesOf([
      period('Jul', { value: 10 }),
      period('Aug', { value: 10 }),
      period('Sep'),
      period('Oct', { value: 30 }),
      period('Nov', { value: 40 }),
    ]);
    expect(lines.solid).toEqual(['M0 90L10 90', 'M30 70L40 60']);
  });

  it('never lead to a period that is not over', () => {
    const lines = linesOf([
      period('Sep', { value: 20 }),
      period('Oct', { value: 5, state: 'incomplete' }),
      period('Nov', { value: 5, state: 'young' }),
    ]);
    expect([lines.solid, lines.dashed]).toEqual([[], []]);
  });

  it('to a signal are apart, and clear of both marks', () => {
    const lines = linesOf([
      period('Aug', { value: 0 }),
      period('Sep', { value: 100, signal: 'up' }),
      period('Oct', { value: 0 }),
    ]);
    expect(lines.signals).toEqual(['M0.7 93L8.9 10.9']);
    expect(lines.solid).toEqual(['M10 0L20 100']);
  });

  it('of last year are drawn where there was one', () => {
    const lines = linesOf([period('Aug', { lastYear: 1 }), period('Sep', { lastYear: 2 }), period('Oct')]);
    expect(lines.lastYear).toEqual(['M0 99L10 98']);
  });
});

describe('the limits', () => {
  const points = [period('Aug', { lower: 10, upper: 30 }), period('Sep', { lower: 8, upper: 32 })];

  it('go in steps as wide as their periods', () => {
    expect(linesOf(points).limits).toEqual(['M-5 90L5 90L5 92L15 92', 'M-5 70L5 70L5 68L15 68']);
  });

  it('on a slope go straight from period to period', () => {
    expect(linesOf(points, 'straight').limits).toEqual(['M0 90L10 92', 'M0 70L10 68']);
  });

  it('are none for a period without any', () => {
    expect(linesOf([period('Aug', { lower: 10 }), period('Sep')]).limits).toEqual(['M-5 90L5 90']);
  });
});

describe('the band of where young periods are heading', () => {
  it('opens from the matured period right before', () => {
    const [band] = linesOf([
      period('Sep', { value: 20 }),
      period('Oct', { value: 20, low: 10, high: 40, state: 'young' }),
    ]).bands;
    expect(band).toEqual({
      area: 'M0 80L10 60L10 90L0 80Z',
      edges: ['M0 80L10 60', 'M0 80L10 90', 'M10 60L10 90'],
    });
  });

  it('of one young period alone is a box around it', () => {
    expect(linesOf([period('Oct', { value: 20, low: 10, high: 40, state: 'young' })]).bands[0]?.area).toBe(
      'M-3 60L3 60L3 90L-3 90Z',
    );
  });

  it('is cut at the edge of the plot', () => {
    expect(linesOf([period('Oct', { value: 20, low: -50, high: 400, state: 'young' })]).bands[0]?.area).toBe(
      'M-3 0L3 0L3 100L-3 100Z',
    );
  });
});

describe('the value axis of a control chart', () => {
  it('is widened by a band by at most half of what it would be', () => {
    const points = [
      period('Sep', { value: 10 }),
      period('Oct', { value: 20 }),
      period('Nov', { value: 15, low: -1000, high: 1000, state: 'young' }),
    ];
    const { low, high } = controlScale(points, null, 5);
    expect([low, high]).toEqual([5, 25]);
  });

  it('holds limits, last year and the target', () => {
    const points = [period('Sep', { value: 10, lower: 4, upper: 16, lastYear: 19 })];
    const { low, high } = controlScale(points, { label: 'target', start: 1, end: 29 }, 5);
    expect([low, high]).toEqual([0, 30]);
  });

  it('gives months and weeks the same width', () => {
    const points = Array.from({ length: 12 }, (_, index) => period(String(index), { value: index }));
    const frame = controlFrame(
      {
        panels: [
          { title: 'Months', points },
          { title: 'Weeks', points: points.slice(0, 6) },
        ],
        target: null,
        edgeWords: [],
        seenWord: 'seen',
        formatTick: String,
      },
      650,
    );
    const [months, weeks] = frame.panels;
    expect(months?.slot).toBe(weeks?.slot);
    expect((weeks?.x ?? 0) - (months?.x ?? 0) - (months?.width ?? 0)).toBeCloseTo(30, 9);
    expect((weeks?.x ?? 0) + (weeks?.width ?? 0)).toBeCloseTo(642, 9);
  });
});
