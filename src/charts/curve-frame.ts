import { dayTicks, stepAt, type Curve } from './curve.ts';
import { niceScale, type NiceScale } from './nice-ticks.ts';
import { spread } from './spread.ts';
import { fitText, textWidth } from './text-size.ts';

/** The words at the end of a curve. */
export interface CurveEnd {
  readonly curve: Curve;
  readonly share: number;
  /** Where the curve ends. */
  readonly x: number;
  readonly y: number;
  /** The line the words stand on, moved apart from the others. */
  readonly wordY: number;
  readonly text: string;
}

/** Sizes, scales and ends of curves at one width. */
export interface CurveFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: NiceScale;
  readonly days: readonly number[];
  readonly xOf: (day: number) => number;
  readonly yOf: (share: number) => number;
  readonly ends: readonly CurveEnd[];
}

/** What a frame is drawn up from. */
export interface CurveInput {
  readonly curves: readonly Curve[];
  /** The last day of the axis. */
  readonly days: number;
  readonly format: (share: number) => string;
  readonly formatTick: (share: number) => string;
}

const TOP = 26;
const WORD_LINE = 18;
const WORD_GAP = 12;
const END_WORD = { size: 15, bold: true };

/** The share axis holds every curve and, where there is room for it, the band of the named one. */
export function curveFrame({ curves, days, format, formatTick }: CurveInput, width: number): CurveFrame {
  const isNarrow = width < 480;
  const scale = curveScale(curves, days, isNarrow ? 4 : 5);
  const left =
    Math.ceil(Math.max(0, ...scale.ticks.map((tick) => textWidth(formatTick(tick), { size: 13.5 })))) + 10;
  const drawn = curves.flatMap((curve) => {
    if (curve.knownTo === null) return [];
    const day = Math.min(curve.knownTo, days);
    const share = stepAt(curve.steps, day)?.share ?? 0;
    return [{ curve, day, share, text: `${format(share)} ${curve.label}` }];
  });
  const wanted = Math.max(0, ...drawn.map(({ text }) => textWidth(text, END_WORD)));
  const wordRoom = Math.min(wanted, width * (isNarrow ? 0.36 : 0.34));
  const right = width - Math.ceil(wordRoom) - WORD_GAP;
  const bottom = TOP + Math.max(isNarrow ? 210 : 240, drawn.length * WORD_LINE);
  const xOf = (day: number) => left + (days > 0 ? day / days : 0) * Math.max(1, right - left);
  const yOf = (share: number) => bottom - (share / scale.max) * (bottom - TOP);
  const wordY = spread(
    drawn.map(({ share }) => yOf(share)),
    WORD_LINE,
    TOP,
    bottom,
  );
  return {
    width,
    height: bottom + 46,
    left,
    right,
    top: TOP,
    bottom,
    scale,
    days: dayTicks(days, isNarrow ? 3 : 5),
    xOf,
    yOf,
    ends: drawn.map(({ curve, day, share, text }, index) => ({
      curve,
      share,
      x: xOf(day),
      y: yOf(share),
      wordY: wordY[index] ?? yOf(share),
      text: fitText(text, wordRoom, END_WORD),
    })),
  };
}

/** One share axis for all curves, from 0. */
export function curveScale(curves: readonly Curve[], days: number, count: number): NiceScale {
  const shares = curves.flatMap(({ steps, knownTo, hasBand }) =>
    steps
      .filter(({ day }) => day <= Math.min(knownTo ?? -1, days))
      .flatMap(({ share, high }) => (hasBand && high !== null ? [share, high] : [share])),
  );
  return niceScale(Math.max(0, ...shares), count);
}
