import type { Rate } from '../domain/rate.ts';
import { conversionChange, type ConversionChange } from './conversion-change.ts';
import { smallRest } from './pool-small.ts';
import { rateDifference, type RateDifference } from './rate-difference.ts';
import { rateOf } from './rate-of.ts';
import type { GroupTally } from './shrunken-groups.ts';
import { reversalOverTime, standardisedRates, type Reversal } from './simpson.ts';

/** One side of a comparison: its counts by the groups that the mix is told by, each once. */
export interface ComparisonSide {
  readonly name: string;
  readonly parts: readonly GroupTally[];
}

/** What one group adds to the difference: through its share (`mix`) or through its own rate. Shares and effects are fractions. */
export interface Cause {
  readonly kind: 'mix' | 'rate';
  readonly group: string;
  readonly effect: number;
  /** The share of the group on each side for the mix, its rate for the rate; null where a side has none of it. */
  readonly a: number | null;
  readonly b: number | null;
}

/** How a conversion differs between two sides, second minus first. */
export interface Comparison {
  readonly a: Rate;
  readonly b: Rate;
  readonly difference: RateDifference;
  /** Both rates with the mix of everything that is looked at; null where a side has no records. */
  readonly sameMix: { readonly a: number; readonly b: number } | null;
  readonly change: ConversionChange | null;
  /** The causes that add most, the largest first. */
  readonly causes: readonly Cause[];
  /** The total contradicts its parts. */
  readonly reversal: Reversal | null;
}

const causesShown = 3;
const rounding = 1e-12;

const total = (parts: readonly GroupTally[]): { readonly k: number; readonly n: number } =>
  parts.reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const causesOf = (change: ConversionChange, nA: number, nB: number): readonly Cause[] => {
  const lines = [...change.lines, ...(change.rest === null ? [] : [{ ...change.rest, group: smallRest }])];
  return lines
    .flatMap(({ group, k0, n0, k1, n1, mix, rate }): readonly Cause[] => [
      { kind: 'mix', group, effect: mix, a: shareOf(n0, nA), b: shareOf(n1, nB) },
      { kind: 'rate', group, effect: rate, a: shareOf(k0, n0), b: shareOf(k1, n1) },
    ])
    .filter(({ effect }) => Math.abs(effect) > rounding)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, causesShown);
};

/**
 * Compares the windowed conversion of two sides, and says through which groups they differ. `standard` are the sides
 * whose mix together both are given for the rates at the same mix: all there are, or only these two.
 */
export const comparison = (
  a: ComparisonSide,
  b: ComparisonSide,
  standard: readonly ComparisonSide[] = [a, b],
): Comparison => {
  const totals = { a: total(a.parts), b: total(b.parts) };
  const names = [...new Set([...a.parts, ...b.parts].map(({ group }) => group))];
  const of = (side: ComparisonSide, group: string) =>
    side.parts.find((part) => part.group === group) ?? { k: 0, n: 0 };
  const change = conversionChange(
    names.map((group) => {
      const [before, after] = [of(a, group), of(b, group)];
      return { group, k0: before.k, n0: before.n, k1: after.k, n1: after.n };
    }),
  );
  const rates = standardisedRates(
    standard.map(({ name, parts }) => ({
      channel: name,
      segments: parts.map(({ group, k, n }) => ({ segment: group, k, n })),
    })),
  );
  const rateAt = (name: string): number | null => rates.find(({ channel }) => channel === name)?.rate ?? null;
  const [mixA, mixB] = [rateAt(a.name), rateAt(b.name)];
  return {
    a: rateOf(totals.a.k, totals.a.n),
    b: rateOf(totals.b.k, totals.b.n),
    difference: rateDifference(totals.a, totals.b),
    sameMix: mixA === null || mixB === null ? null : { a: mixA, b: mixB },
    change,
    causes: change === null ? [] : causesOf(change, totals.a.n, totals.b.n),
    reversal: change === null ? null : reversalOverTime(change),
  };
};
