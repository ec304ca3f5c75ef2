import type { Rate } from '../domain/rate.ts';
import type { AttributeLevel, AttributeLift, LevelLift, TargetEvidence } from './attribute-lift.ts';
import { isRankable } from './rate-of.ts';

/** Where the rate of a level lies: wholly above or below that of all leads, by its 95 % interval; else it cannot be told. */
export type Standing = 'above' | 'below' | 'cannotTell';

/** One line of the profile: leads of one level, towards both targets. */
export interface ProfileLine {
  readonly attribute: string;
  readonly level: string;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly opportunity: LevelLift;
  readonly deal: LevelLift;
  readonly standing: Readonly<Record<'opportunity' | 'deal', Standing>>;
  /** Good for one target and bad for the other, or clearly more opportunities per lead that clearly win less. */
  readonly isTrap: boolean;
  /** The attribute was probably filled in after conversion. */
  readonly isSuspicious: boolean;
}

/** What history says of the leads that convert. */
export interface LeadProfile {
  /** Highest lift towards deals first, then towards opportunities. */
  readonly lines: readonly ProfileLine[];
  /** Attributes that tell something, after correction for the number looked at. */
  readonly telling: readonly string[];
  /** Attributes that tell nothing beyond chance. */
  readonly silent: readonly string[];
  /** Attributes that were probably filled in after conversion: their lines may only repeat the answer. */
  readonly suspicious: readonly string[];
}

type Target = 'opportunity' | 'won';

const shareOf = (levels: readonly AttributeLevel[], target: Target): number => {
  const rates = levels.map((level) => level[target].rate);
  return rates.reduce((sum, { k }) => sum + k, 0) / rates.reduce((sum, { n }) => sum + n, 0);
};

const standingOf = (rate: Rate, overall: number, { isFlagged }: TargetEvidence): Standing => {
  if (!isFlagged || !isRankable(rate) || rate.low === null || rate.high === null) return 'cannotTell';
  return rate.low > overall ? 'above' : rate.high < overall ? 'below' : 'cannotTell';
};

const linesOf = ({
  attribute,
  levels,
  opportunity,
  won,
  isSuspicious,
}: AttributeLift): readonly ProfileLine[] => {
  const overall = { opportunity: shareOf(levels, 'opportunity'), won: shareOf(levels, 'won') };
  return levels.flatMap((level) => {
    const standing = {
      opportunity: standingOf(level.opportunity.rate, overall.opportunity, opportunity),
      deal: standingOf(level.won.rate, overall.won, won),
    };
    if (standing.opportunity === 'cannotTell' && standing.deal === 'cannotTell') return [];
    const isOpposed =
      standing.opportunity !== 'cannotTell' &&
      standing.deal !== 'cannotTell' &&
      standing.opportunity !== standing.deal;
    return [
      {
        attribute,
        level: level.level,
        lowest: level.lowest,
        highest: level.highest,
        opportunity: level.opportunity,
        deal: level.won,
        standing,
        isTrap: level.isTrap || isOpposed,
        isSuspicious,
      },
    ];
  });
};

const liftOf = (lift: number | null): number => lift ?? 1;

/**
 * The levels that stand out: of attributes whose test holds after correction (Benjamini-Hochberg), with 30 leads or more,
 * whose 95 % interval leaves the rate of all leads out. Attributes that probably leak the answer are named. Attributes of
 * one level say nothing and are left out.
 */
export const leadProfile = (attributes: readonly AttributeLift[]): LeadProfile => {
  const compared = attributes.filter(({ levels }) => levels.length > 1);
  const tells = ({ opportunity, won }: AttributeLift): boolean => opportunity.isFlagged || won.isFlagged;
  const names = (found: readonly AttributeLift[]): readonly string[] =>
    found.map(({ attribute }) => attribute);
  return {
    lines: compared
      .flatMap(linesOf)
      .toSorted(
        (a, b) =>
          liftOf(b.deal.lift) - liftOf(a.deal.lift) ||
          liftOf(b.opportunity.lift) - liftOf(a.opportunity.lift),
      ),
    telling: names(compared.filter(tells)),
    silent: names(compared.filter((attribute) => !tells(attribute))),
    suspicious: names(compared.filter(({ isSuspicious }) => isSuspicious)),
  };
};
