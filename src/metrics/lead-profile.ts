import { association } from '../stats/association.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import type { Tally } from './bounds.ts';
import type { AttributeLevel, AttributeLift, LevelLift } from './attribute-lift.ts';
import { falseDiscovery } from './flagged-cells.ts';
import { isRankable } from './rate-of.ts';

/** Where the rate of a level lies beside that of all others of its attribute, after correction; else it cannot be told. */
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

/** A level beside its attribute, which holds all leads once. */
interface Placed {
  readonly of: AttributeLift;
  readonly level: AttributeLevel;
}

/** The leads of all other levels of the attribute. */
const restOf = ({ of, level }: Placed, target: Target): Tally =>
  of.levels.reduce(
    (sum, other) => {
      const { k, n } = other[target].rate;
      return other === level ? sum : { k: sum.k + k, n: sum.n + n };
    },
    { k: 0, n: 0 },
  );

const standingsOf = (placed: readonly Placed[], target: Target): readonly Standing[] => {
  const tested = placed.map((one) => {
    const { rate } = one.level[target];
    return isRankable(rate) ? (association(rate, restOf(one, target))?.p ?? null) : null;
  });
  const adjusted = benjaminiHochberg(tested);
  return placed.map((one, index) => {
    const p = adjusted[index] ?? null;
    if (p === null || p > falseDiscovery || !one.of[target].isFlagged) return 'cannotTell';
    const [{ rate }, rest] = [one.level[target], restOf(one, target)];
    return rate.k / rate.n > rest.k / rest.n ? 'above' : 'below';
  });
};

const linesOf = (attributes: readonly AttributeLift[]): readonly ProfileLine[] => {
  const placed = attributes.flatMap((of) => of.levels.map((level) => ({ of, level })));
  const standings = { opportunity: standingsOf(placed, 'opportunity'), deal: standingsOf(placed, 'won') };
  return placed.flatMap(({ of, level }, index) => {
    const opportunity = standings.opportunity[index] ?? 'cannotTell';
    const deal = standings.deal[index] ?? 'cannotTell';
    if (opportunity === 'cannotTell' && deal === 'cannotTell') return [];
    const isOpposed = opportunity !== 'cannotTell' && deal !== 'cannotTell' && opportunity !== deal;
    return [
      {
        attribute: of.attribute,
        level: level.level,
        lowest: level.lowest,
        highest: level.highest,
        opportunity: level.opportunity,
        deal: level.won,
        standing: { opportunity, deal },
        isTrap: level.isTrap || isOpposed,
      },
    ];
  });
};

const liftOf = (lift: number | null): number => lift ?? 1;

/**
 * The levels that stand out: of attributes whose test holds after correction, those of 30 leads or more that differ from
 * the rest of their attribute (chi-square or Fisher) after correction over all levels looked at (Benjamini-Hochberg at
 * 10 %), for each target by itself. Attributes that probably leak the answer are named. Attributes of one level say
 * nothing and are left out.
 */
export const leadProfile = (attributes: readonly AttributeLift[]): LeadProfile => {
  const compared = attributes.filter(({ levels }) => levels.length > 1);
  const tells = ({ opportunity, won }: AttributeLift): boolean => opportunity.isFlagged || won.isFlagged;
  const names = (found: readonly AttributeLift[]): readonly string[] =>
    found.map(({ attribute }) => attribute);
  return {
    lines: linesOf(compared).toSorted(
      (a, b) =>
        liftOf(b.deal.lift) - liftOf(a.deal.lift) || liftOf(b.opportunity.lift) - liftOf(a.opportunity.lift),
    ),
    telling: names(compared.filter(tells)),
    silent: names(compared.filter((attribute) => !tells(attribute))),
    suspicious: names(compared.filter(({ isSuspicious }) => isSuspicious)),
  };
};
