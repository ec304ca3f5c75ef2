import { textWidth } from './text-size.ts';
import { pixelOf, valueScale, type ValueScale } from './value-scale.ts';
import type { WaterfallEnd, WaterfallStep } from './waterfall-rows.ts';

/** A bar and the words beside it. */
export interface WaterfallBar {
  readonly step: WaterfallStep;
  readonly x: number;
  readonly width: number;
  /** The top of the row. */
  readonly y: number;
  readonly word: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' };
}

/** Sizes, scale and bars of a waterfall at one width. */
export interface WaterfallFrame {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  /** The right end of the names. */
  readonly nameX: number;
  readonly nameWidth: number;
  readonly left: number;
  readonly right: number;
  readonly scale: ValueScale;
  readonly xOf: (value: number) => number;
  /** Row 0 is the start. */
  readonly rowY: (row: number) => number;
  readonly bars: readonly WaterfallBar[];
}

/** What a frame is drawn up from. */
export interface WaterfallInput {
  readonly start: WaterfallEnd;
  readonly steps: readonly WaterfallStep[];
  readonly end: WaterfallEnd;
  readonly format: (value: number) => string;
  readonly formatDelta: (delta: number) => string;
  readonly formatTick: (value: number, step: number) => string;
}

const ROW = 34;
const NAME_GAP = 14;
const WORD_GAP = 8;
const AXIS_ROOM = 30;
const TICK_GAP = 16;
const NAME = { size: 15, bold: true };

/** Names take at most 38 % of the width; the scale leaves room at both ends for the words of the outermost bars. */
export function waterfallFrame(input: WaterfallInput, width: number): WaterfallFrame {
  const { start, steps, end, format, formatDelta } = input;
  const names = [start, ...steps, end].map(({ label }) => textWidth(label, NAME));
  const nameWidth = Math.ceil(Math.min(width * 0.38, Math.max(...names)));
  const words = steps.map(({ value }) => textWidth(formatDelta(value), { size: 15 }));
  const ends = [start, end].map(({ value }) => textWidth(format(value), NAME) + WORD_GAP);
  const wordRoom = Math.ceil(Math.max(0, ...words)) + WORD_GAP;
  const left = nameWidth + NAME_GAP + wordRoom;
  const right = Math.max(left + 20, width - Math.max(wordRoom, Math.ceil(Math.max(...ends))));
  const room = right - left;
  const scale = scaleOf(input, room);
  const xOf = pixelOf(scale, left, right);
  const rowY = (row: number) => row * ROW;
  return {
    width,
    height: rowY(steps.length + 2) + AXIS_ROOM,
    rowHeight: ROW,
    nameX: nameWidth,
    nameWidth,
    left,
    right,
    scale,
    xOf,
    rowY,
    bars: steps.map((step, index) => barOf(step, rowY(index + 1), xOf, formatDelta)),
  };
}

/** As many ticks as there is room for, about five at most. */
function scaleOf({ start, steps, end, formatTick }: WaterfallInput, room: number): ValueScale {
  const values = [start.value, end.value, ...steps.map(({ to }) => to)];
  const fits = ({ ticks, step }: ValueScale) =>
    ticks.reduce((sum, tick) => sum + textWidth(formatTick(tick, step), { size: 13.5 }) + TICK_GAP, 0) <=
    room + TICK_GAP;
  return [4, 3, 2].map((count) => valueScale(values, count)).find(fits) ?? valueScale(values, 1);
}

function barOf(
  step: WaterfallStep,
  y: number,
  xOf: (value: number) => number,
  formatDelta: (delta: number) => string,
): WaterfallBar {
  const x = Math.min(xOf(step.from), xOf(step.to));
  const width = Math.abs(xOf(step.to) - xOf(step.from));
  const isLeft = step.value < 0;
  return {
    step,
    x,
    width,
    y,
    word: {
      text: formatDelta(step.value),
      x: isLeft ? x - WORD_GAP : x + width + WORD_GAP,
      anchor: isLeft ? 'end' : 'start',
    },
  };
}
