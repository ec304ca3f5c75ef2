/** One promise and what was kept of it; null is not measured. */
export interface PromiseBar {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly target: number;
  /** What is written: the value of the target, in the unit of the bar. */
  readonly words: string;
  /** The one exception of the chart. */
  readonly accent: boolean;
}

/** One side of a pair. */
export interface PromiseSide {
  readonly title: string;
  readonly bars: readonly PromiseBar[];
}

/** A bar with its place; x grows away from the middle on the right and towards it on the left. */
export interface MirroredBar {
  readonly bar: PromiseBar;
  readonly x: number;
  readonly width: number;
  readonly tickX: number;
  /** The track: where the bar could go. */
  readonly trackX: number;
  readonly trackWidth: number;
  readonly y: number;
}

/** Sizes and places of both sides at one width. */
export interface MirroredFrame {
  readonly width: number;
  readonly height: number;
  readonly middle: number;
  readonly left: readonly MirroredBar[];
  readonly right: readonly MirroredBar[];
}

/** From the middle line to a bar and to its words. */
export const MIDDLE_GAP = 10;
export const MIRRORED_BAR = 16;
const TOP = 36;
const ROW = 78;
/** Beyond the larger of value and target. */
const BEYOND = 1.08;

/** Each bar has its own scale from 0, for each promise has its own unit; both sides have equal height. */
export function mirroredFrame(left: PromiseSide, right: PromiseSide, width: number): MirroredFrame {
  const middle = width / 2;
  const room = Math.max(1, middle - MIDDLE_GAP);
  const rows = Math.max(1, left.bars.length, right.bars.length);
  const place = (bar: PromiseBar, index: number, side: 'left' | 'right'): MirroredBar => {
    const most = Math.max(bar.value ?? 0, bar.target, 0) * BEYOND;
    const lengthOf = (value: number) => (most > 0 ? (Math.max(0, value) / most) * room : 0);
    const start = side === 'left' ? middle - MIDDLE_GAP : middle + MIDDLE_GAP;
    const length = lengthOf(bar.value ?? 0);
    const target = lengthOf(bar.target);
    return {
      bar,
      x: side === 'left' ? start - length : start,
      width: length,
      tickX: side === 'left' ? start - target : start + target,
      trackX: side === 'left' ? 0 : start,
      trackWidth: room,
      y: TOP + index * ROW,
    };
  };
  return {
    width,
    height: TOP + rows * ROW - 6,
    middle,
    left: left.bars.map((bar, index) => place(bar, index, 'left')),
    right: right.bars.map((bar, index) => place(bar, index, 'right')),
  };
}
