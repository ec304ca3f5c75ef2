import { textWidth } from './text-size.ts';
import { pixelOf, valueScale } from './value-scale.ts';

/** An option: what it costs and brings. */
export interface TradeOffPoint {
  readonly key: string;
  readonly label: string;
  readonly cost: number;
  readonly gain: number;
  readonly isKept: boolean;
}

/** Options, those of them on the front (ascending), and two that are named. */
export interface TradeOffInput {
  readonly points: readonly TradeOffPoint[];
  readonly front: readonly TradeOffPoint[];
  readonly isFrontKept: boolean;
  readonly chosen: TradeOffPoint | null;
  readonly today: TradeOffPoint | null;
}

/** Sizes and places at one width. */
export interface TradeOffFrame {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly xOf: (cost: number) => number;
  readonly yOf: (gain: number) => number;
  readonly costTicks: readonly number[];
  readonly gainTicks: readonly number[];
  readonly line: string;
}

const TOP = 36;
const BOTTOM = 232;
const HEIGHT = 278;

/** Both scales hold every point and need not start at 0. */
export function tradeOffFrame(
  { points, front, chosen, today }: TradeOffInput,
  width: number,
  formatGain: (value: number) => string,
): TradeOffFrame {
  const all = [...points, chosen, today].flatMap((point) => (point === null ? [] : [point]));
  const costs = valueScale(
    all.map(({ cost }) => cost),
    4,
  );
  const gains = valueScale(
    all.map(({ gain }) => gain),
    5,
  );
  const left = Math.max(0, ...gains.ticks.map((tick) => textWidth(formatGain(tick), { size: 13.5 }))) + 8;
  const right = width - 12;
  const xOf = pixelOf(costs, left + 8, right);
  const yOf = pixelOf(gains, BOTTOM, TOP);
  return {
    height: HEIGHT,
    left,
    right,
    bottom: BOTTOM,
    xOf,
    yOf,
    costTicks: costs.ticks,
    gainTicks: gains.ticks,
    line: front
      .map(
        ({ cost, gain }, index) =>
          `${index === 0 ? 'M' : 'L'}${xOf(cost).toFixed(1)} ${yOf(gain).toFixed(1)}`,
      )
      .join(''),
  };
}
