import { roundStep } from './nice-ticks.ts';
import { textWidth } from './text-size.ts';

/** One value with its interval; null where there is none. */
export interface DotRow {
  readonly key: string;
  readonly label: string;
  /** Beside the row, such as k of n. */
  readonly note: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Solid where it is sure, a ring where it is not. */
  readonly isSettled: boolean;
}

/** Sizes and places of a dot chart at one width. */
export interface DotFrame {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly xOf: (value: number) => number;
  readonly yOf: (index: number) => number;
  readonly axisY: number;
  readonly ticks: readonly number[];
  /** Where a label stands above its row, as there is no room beside it. */
  readonly isStacked: boolean;
}

const ROW = 34;
const STACKED_ROW = 52;
const TOP = 8;
const GAP = 16;
/** Longer names are cut; the table has them whole. */
const MOST_LABEL = 240;
const ROUND_STEPS = [1, 2, 5, 10];

/** Ticks from the lowest to the highest value, 0 among them. */
const ticksOf = (low: number, high: number): readonly number[] => {
  const step = roundStep((high - low) / 4 || 0.1, ROUND_STEPS);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
};

/**
 * A row for each value on one scale that holds 0. An interval that reaches beyond so many times the largest value is cut
 * at the edge, so that it does not press all others flat.
 */
export const dotFrame = (
  rows: readonly DotRow[],
  width: number,
  mostReach: number = Number.POSITIVE_INFINITY,
): DotFrame => {
  const largest = Math.max(...rows.map(({ value }) => Math.abs(value ?? 0)), 0);
  const reach = largest === 0 ? Number.POSITIVE_INFINITY : largest * mostReach;
  const values = rows.flatMap(({ value, low, high }) =>
    [value ?? 0, low ?? 0, high ?? 0].map((end) => Math.max(-reach, Math.min(reach, end))),
  );
  const ticks = ticksOf(Math.min(0, ...values), Math.max(0, ...values));
  const [from, to] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, { size: 15 })));
  const labels = Math.min(widest(rows.map(({ label }) => label)), MOST_LABEL);
  const notes = widest(rows.map(({ note }) => note));
  const isStacked = labels + notes + 2 * GAP > width * 0.6;
  const left = isStacked ? 8 : labels + GAP;
  const right = isStacked ? width - 8 : width - notes - GAP;
  const row = isStacked ? STACKED_ROW : ROW;
  const axisY = TOP + row * rows.length + 4;
  return {
    height: axisY + 26,
    left,
    right,
    xOf: (value) => left + ((Math.max(from, Math.min(to, value)) - from) / (to - from || 1)) * (right - left),
    yOf: (index) => TOP + row * index + (isStacked ? 36 : row / 2),
    axisY,
    ticks,
    isStacked,
  };
};
