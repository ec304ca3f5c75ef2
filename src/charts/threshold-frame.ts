import { niceScale, type NiceScale } from './nice-ticks.ts';
import { textWidth } from './text-size.ts';

/** A value at a threshold with its interval, where it has one. */
export interface ThresholdPoint {
  readonly at: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One number by threshold, on a scale of its own. */
export interface ThresholdSeries {
  readonly key: string;
  readonly title: string;
  /** Ascending by threshold. */
  readonly points: readonly ThresholdPoint[];
  readonly format: (value: number) => string;
  readonly formatTick: (value: number) => string;
}

/** A panel with its place and scales. */
export interface ThresholdPanel {
  readonly series: ThresholdSeries;
  readonly x: number;
  readonly y: number;
  readonly scale: NiceScale;
  readonly xOf: (at: number) => number;
  readonly yOf: (value: number) => number;
}

/** Sizes and panels at one width. */
export interface ThresholdFrame {
  readonly width: number;
  readonly height: number;
  readonly panelWidth: number;
  readonly panelHeight: number;
  /** The lowest and the highest threshold. */
  readonly ends: readonly [low: number, high: number];
  readonly panels: readonly ThresholdPanel[];
}

const GAP = 36;
/** Above a panel: its name and its value. */
const HEAD = 48;
const PANEL_HEIGHT = 116;
const FOOT = 34;

/** Three panels side by side where there is room, else two, else one; all on the same thresholds. */
export function thresholdFrame(series: readonly ThresholdSeries[], width: number): ThresholdFrame {
  const columns = width >= 860 ? 3 : width >= 560 ? 2 : 1;
  const scales = series.map(({ points }) =>
    niceScale(Math.max(0, ...points.flatMap(({ value, high }) => [value ?? 0, high ?? 0])), 3),
  );
  const words = series.flatMap(({ formatTick }, index) => (scales[index]?.ticks ?? []).map(formatTick));
  const left = Math.ceil(Math.max(0, ...words.map((word) => textWidth(word, { size: 13.5 })))) + 10;
  const panelWidth = (width - columns * left - (columns - 1) * GAP) / columns;
  const places = series.flatMap(({ points }) => points.map(({ at }) => at));
  const ends = [Math.min(...places), Math.max(...places)] as const;
  const rowHeight = HEAD + PANEL_HEIGHT + FOOT;
  return {
    width,
    height: Math.max(1, Math.ceil(series.length / columns)) * rowHeight + 20,
    panelWidth,
    panelHeight: PANEL_HEIGHT,
    ends,
    panels: series.map((one, index) => {
      const x = left + (index % columns) * (panelWidth + left + GAP);
      const y = Math.floor(index / columns) * rowHeight + HEAD;
      const scale = scales[index] ?? niceScale(0, 2);
      return {
        series: one,
        x,
        y,
        scale,
        xOf: (at) => x + (ends[1] > ends[0] ? (at - ends[0]) / (ends[1] - ends[0]) : 0.5) * panelWidth,
        yOf: (value) => y + PANEL_HEIGHT - (value / scale.max) * PANEL_HEIGHT,
      };
    }),
  };
}

/** What the series says at a threshold: the point of the lowest threshold there is at or above it; null beyond the last. */
export function pointAt({ points }: ThresholdSeries, at: number): ThresholdPoint | null {
  return points.find((point) => point.at >= at) ?? null;
}
