import type { Rate } from '../domain/rate.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { chiSquare, type ChiSquare } from '../stats/chi-square.ts';
import { weightOfEvidence } from '../stats/weight-of-evidence.ts';
import { shownLevels, type LevelCounts } from './attribute-levels.ts';
import type { Tally } from './bounds.ts';
import { isRankable, rateOf } from './rate-of.ts';
import { inOrder } from './value-groups.ts';

/** Information value above which an attribute probably leaks the answer. */
const suspiciousFrom = 0.8;

/** One target of one level. */
export interface LevelLift {
  readonly rate: Rate;
  /** Rate over that of all leads; null where either is not defined. */
  readonly lift: number | null;
  /** Weight of evidence, a natural logarithm; null for a level without leads. */
  readonly woe: number | null;
}

/** One level of an attribute, towards both targets and at the second joint. */
export interface AttributeLevel {
  readonly level: string;
  /** Lowest and highest value of a numeric level; null for others. */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly opportunity: LevelLift;
  readonly won: LevelLift;
  /** Of its leads with an opportunity, those with a deal. */
  readonly o2d: Rate;
  /** Clearly more opportunities per lead than all, and clearly fewer deals per opportunity. */
  readonly isTrap: boolean;
}

/** What an attribute tells of one target. */
export interface TargetEvidence {
  readonly informationValue: number;
  readonly chiSquare: ChiSquare | null;
  /** Adjusted for the number of attributes looked at; null without a test. */
  readonly adjustedP: number | null;
  readonly isFlagged: boolean;
}

/** An attribute towards both targets, with its levels: most leads first, then the pooled ones, then the missing. */
export interface AttributeLift {
  readonly attribute: string;
  readonly opportunity: TargetEvidence;
  readonly won: TargetEvidence;
  /** Probably filled in after conversion: an information value above 0.8. */
  readonly isSuspicious: boolean;
  readonly levels: readonly AttributeLevel[];
}

const opportunityOf = ({ converted, leads }: LevelCounts): Tally => ({ k: converted, n: leads });
const wonOf = ({ won, leads_l2d }: LevelCounts): Tally => ({ k: won, n: leads_l2d });
const o2dOf = ({ won, converted_l2d }: LevelCounts): Tally => ({ k: won, n: converted_l2d });

const rateOfTally = ({ k, n }: Tally): Rate => rateOf(k, n);

/** The rate of all levels; not a number where there are no records, which is neither above nor below any other. */
const shareOf = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, tally) => sum + tally.k, 0) / tallies.reduce((sum, tally) => sum + tally.n, 0);

/** The levels of an attribute towards one target; those without leads take no part in it. */
const towards = (levels: readonly LevelCounts[], tallyOf: (level: LevelCounts) => Tally) => {
  const seen = levels.filter((level) => tallyOf(level).n > 0);
  const evidence = weightOfEvidence(seen.map(tallyOf).map(({ k, n }) => ({ good: k, bad: n - k })));
  return {
    informationValue: evidence.iv,
    chiSquare: chiSquare(seen.map(tallyOf)),
    liftOf: (level: LevelCounts): LevelLift => {
      const rate = rateOfTally(tallyOf(level));
      const found = evidence.levels[seen.indexOf(level)];
      return { rate, lift: rate.rate === null ? null : (found?.lift ?? null), woe: found?.woe ?? null };
    },
  };
};

type Towards = ReturnType<typeof towards>;

const isTrap = (level: LevelCounts, levels: readonly LevelCounts[]): boolean => {
  const [l2o, o2d] = [rateOfTally(opportunityOf(level)), rateOfTally(o2dOf(level))];
  const isAbove = l2o.low !== null && l2o.low > shareOf(levels.map(opportunityOf));
  const isBelow = o2d.high !== null && o2d.high < shareOf(levels.map(o2dOf));
  return isAbove && isBelow && isRankable(l2o) && isRankable(o2d);
};

const targetEvidence = (found: Towards, adjustedP: number | null, q: number): TargetEvidence => ({
  informationValue: found.informationValue,
  chiSquare: found.chiSquare,
  adjustedP,
  isFlagged: adjustedP !== null && adjustedP <= q,
});

/**
 * Which attributes go with opportunities and with deals: lift, weight of evidence and information value, with one
 * chi-square test an attribute, corrected over all attributes for each target (`q`: the share of false flags that is
 * borne). Most telling attribute first.
 */
export const attributeLifts = (counts: readonly LevelCounts[], q: number): readonly AttributeLift[] => {
  const attributes = inOrder(counts.map(({ attribute }) => attribute)).map((attribute) => {
    const levels = shownLevels(counts.filter((level) => level.attribute === attribute));
    return { attribute, levels, opportunity: towards(levels, opportunityOf), won: towards(levels, wonOf) };
  });
  const opportunityP = benjaminiHochberg(
    attributes.map(({ opportunity }) => opportunity.chiSquare?.p ?? null),
  );
  const wonP = benjaminiHochberg(attributes.map(({ won }) => won.chiSquare?.p ?? null));
  return attributes
    .map(({ attribute, levels, opportunity, won }, index) => ({
      attribute,
      opportunity: targetEvidence(opportunity, opportunityP[index] ?? null, q),
      won: targetEvidence(won, wonP[index] ?? null, q),
      isSuspicious: Math.max(opportunity.informationValue, won.informationValue) > suspiciousFrom,
      levels: levels.map((level) => ({
        level: level.level,
        lowest: level.lowest,
        highest: level.highest,
        opportunity: opportunity.liftOf(level),
        won: won.liftOf(level),
        o2d: rateOfTally(o2dOf(level)),
        isTrap: isTrap(level, levels),
      })),
    }))
    .toSorted((a, b) => b.opportunity.informationValue - a.opportunity.informationValue);
};
