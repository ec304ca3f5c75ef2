import { packLabels } from './pack-labels.ts';
import { textWidth } from './text-size.ts';

/** A part of a bullet; null is a value that cannot be given. */
export interface BulletPart {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  /** Solid, hatched, or a dashed outline. */
  readonly kind: 'sure' | 'expected' | 'planned';
}

/** What a bullet holds. */
export interface BulletInput {
  readonly parts: readonly BulletPart[];
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly target: { readonly label: string; readonly value: number } | null;
  readonly format: (value: number) => string;
}

/** A part with its bar and its words; words are null where they stand in a list below. */
export interface BulletBar {
  readonly part: BulletPart;
  readonly x: number;
  readonly width: number;
  readonly wordX: number | null;
}

/** Sizes and places of a bullet at one width. */
export interface BulletFrame {
  readonly width: number;
  readonly height: number;
  readonly xOf: (value: number) => number;
  readonly bars: readonly BulletBar[];
  /** The line the first word under the bar stands on. */
  readonly wordY: number;
  /** The line the words of the interval stand on. */
  readonly noteY: number;
}

export const BAR_TOP = 46;
export const BAR_HEIGHT = 38;
/** A line of the list of parts, where their words do not fit under the bar. */
export const LIST_LINE = 24;
const WORD_GAP = 14;
const PART_GAP = 2;

/** Everything starts at 0; the largest of sum, interval and target ends 12 px before the right edge. */
export function bulletFrame({ parts, interval, target, format }: BulletInput, width: number): BulletFrame {
  const lengths = parts.map(({ value }) => Math.max(0, value ?? 0));
  const sum = lengths.reduce((all, length) => all + length, 0);
  const most = Math.max(sum, interval?.high ?? 0, target?.value ?? 0);
  const xOf = (value: number) => (most > 0 ? (Math.max(0, value) / most) * Math.max(1, width - 12) : 0);
  let before = 0;
  const bars = parts.map((part, index) => {
    const x = xOf(before);
    before += lengths[index] ?? 0;
    const isLast = index === parts.length - 1;
    return { part, x, width: Math.max(0, xOf(before) - x - (isLast ? 0 : PART_GAP)) };
  });
  const words = parts.map(({ label, value }) =>
    Math.max(
      textWidth(label, { size: 15, bold: true }),
      textWidth(value === null ? '–' : format(value), { size: 15 }),
    ),
  );
  const starts = packLabels(
    bars.map(({ x }, index) => ({ wanted: x, width: words[index] ?? 0 })),
    WORD_GAP,
    width,
  );
  const wordY = BAR_TOP + BAR_HEIGHT + 27;
  const noteY = starts ? wordY + 42 : wordY + LIST_LINE * parts.length + 4;
  return {
    width,
    height: interval ? noteY + 8 : noteY - 14,
    xOf,
    bars: bars.map((bar, index) => ({ ...bar, wordX: starts ? (starts[index] ?? bar.x) : null })),
    wordY,
    noteY,
  };
}
