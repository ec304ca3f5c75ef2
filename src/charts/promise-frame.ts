/** One period: what was done, null where it is still to come, and what was owed. `tick` stands under the bar. */
export interface PromiseBar {
  readonly key: string;
  readonly label: string;
  readonly tick: string | null;
  readonly done: number | null;
  readonly promised: number;
}

/** Bars by time; `most` is the end of the scale where it is not the highest value, such as 1 for shares. */
export interface PromiseBarsInput {
  readonly bars: readonly PromiseBar[];
  readonly most: number | null;
}

/** Sizes and places at one width. */
export interface PromiseFrame {
  readonly height: number;
  /** Where bars stand. */
  readonly floor: number;
  readonly barWidth: number;
  readonly xOf: (index: number) => number;
  readonly yOf: (value: number) => number;
  /** The promise as a path, one level step a period. */
  readonly step: string;
}

const TOP = 34;
const FLOOR = 116;
const HEIGHT = 138;
const FILLED = 0.62;

/** Bars start at 0; each takes as much room as the others. */
export function promiseFrame({ bars, most }: PromiseBarsInput, width: number): PromiseFrame {
  const slot = width / Math.max(1, bars.length);
  const end = most ?? Math.max(0, ...bars.flatMap(({ done, promised }) => [done ?? 0, promised]));
  const yOf = (value: number): number =>
    end <= 0 ? FLOOR : FLOOR - (Math.max(0, Math.min(value, end)) / end) * (FLOOR - TOP);
  const step = bars
    .map(({ promised }, index) => {
      const y = yOf(promised).toFixed(1);
      return `${index === 0 ? 'M' : 'L'}${(index * slot).toFixed(1)} ${y}H${((index + 1) * slot).toFixed(1)}`;
    })
    .join('');
  return {
    height: HEIGHT,
    floor: FLOOR,
    barWidth: slot * FILLED,
    xOf: (index) => index * slot + (slot * (1 - FILLED)) / 2,
    yOf,
    step,
  };
}
