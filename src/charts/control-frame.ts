import type { PeriodPanel, PeriodPoint, TargetLine } from './period-point.ts';
import { textWidth } from './text-size.ts';
import { pixelOf, valueScale, type ValueScale } from './value-scale.ts';

/** A period and its place; `y` is null where there is no value. */
export interface PlacedPeriod {
  /** Panel and index, the same in the table. */
  readonly id: string;
  readonly point: PeriodPoint;
  readonly x: number;
  readonly y: number | null;
}

/** A panel and its places. */
export interface PanelFrame {
  readonly title: string;
  readonly x: number;
  readonly width: number;
  /** The width of one period. */
  readonly slot: number;
  readonly places: readonly PlacedPeriod[];
}

/** Sizes, scale and places of a control chart at one width. */
export interface ControlFrame {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly scale: ValueScale;
  readonly yOf: (value: number) => number;
  readonly panels: readonly PanelFrame[];
  /** Whether the row "seen" stands under the axis. */
  readonly hasSeen: boolean;
}

/** What a frame is drawn up from. */
export interface ControlFrameInput {
  readonly panels: readonly PeriodPanel[];
  readonly target: TargetLine | null;
  /** The words at the right edge. */
  readonly edgeWords: readonly string[];
  readonly seenWord: string;
  readonly formatTick: (value: number, step: number) => string;
}

const TOP = 34;
const AXIS_ROOM = 30;
const SEEN_ROOM = 22;
const FEWEST_SLOTS = 3;
const AXIS_WORD = { size: 13.5 };

/** Every period has the same width in all panels, so that a month and a week weigh the same to the eye. */
export function controlFrame(input: ControlFrameInput, width: number): ControlFrame {
  const { panels, target, edgeWords, seenWord, formatTick } = input;
  const isNarrow = width < 480;
  const points = panels.flatMap((panel) => panel.points);
  const scale = controlScale(points, target, isNarrow ? 4 : 5);
  const hasSeen = points.some(({ seen }) => seen !== null);
  const ticks = scale.ticks.map((tick) => textWidth(formatTick(tick, scale.step), AXIS_WORD));
  const left = Math.ceil(Math.max(24, hasSeen ? textWidth(seenWord, AXIS_WORD) : 0, ...ticks)) + 10;
  const words = isNarrow ? [] : edgeWords.map((word) => textWidth(word, { ...AXIS_WORD, bold: true }));
  const right = Math.ceil(Math.max(0, ...words)) + (words.length > 0 ? 10 : 8);
  const plotHeight = isNarrow ? 150 : 178;
  const bottom = TOP + plotHeight;
  const yOf = pixelOf(scale, bottom, TOP);
  return {
    width,
    height: bottom + AXIS_ROOM + (hasSeen ? SEEN_ROOM : 0),
    isNarrow,
    top: TOP,
    bottom,
    scale,
    yOf,
    panels: panelFrames(panels, left, width - right, isNarrow ? 18 : 30, yOf),
    hasSeen,
  };
}

function panelFrames(
  panels: readonly PeriodPanel[],
  left: number,
  right: number,
  gap: number,
  yOf: (value: number) => number,
): readonly PanelFrame[] {
  const slots = panels.map(({ points }) => Math.max(FEWEST_SLOTS, points.length));
  const all = slots.reduce((sum, count) => sum + count, 0);
  const slot = Math.max(1, right - left - gap * (panels.length - 1)) / Math.max(1, all);
  let x = left;
  return panels.map(({ title, points }, index) => {
    const start = x;
    const width = (slots[index] ?? 0) * slot;
    x += width + gap;
    const places = points.map((point, at) => ({
      id: `${index}:${at}`,
      point,
      x: start + (at + 0.5) * slot,
      y: point.value === null ? null : yOf(point.value),
    }));
    return { title, x: start, width, slot, places };
  });
}

/**
 * The scale holds every value, every limit, last year and the target. A band of a heading widens it by at most half
 * as much on each side and is cut beyond: a week of which little is seen must not press all others flat.
 */
export function controlScale(
  points: readonly PeriodPoint[],
  target: TargetLine | null,
  count: number,
): ValueScale {
  const core = [
    ...points.flatMap(({ value, lower, upper, lastYear }) => [value, lower, upper, lastYear]),
    ...(target ? [target.start, target.end] : []),
  ].filter((value) => value !== null);
  if (core.length === 0) return valueScale([], count);
  const least = Math.min(...core);
  const most = Math.max(...core);
  const reach = (most - least) / 2;
  const bands = points
    .flatMap(({ low, high }) => [low, high])
    .filter((value) => value !== null)
    .map((value) => Math.min(most + reach, Math.max(least - reach, value)));
  return valueScale([...core, ...bands], count);
}
