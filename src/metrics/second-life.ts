import { horizonCapDays } from '../domain/definitions.ts';
import type { Rate } from '../domain/rate.ts';
import { aalenJohansen, horizon, type AgeCount, type IncidencePoint } from '../stats/aalen-johansen.ts';
import { conversionQuantile } from '../stats/conversion-quantile.ts';
import { totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

/** What recycled leads return. */
export const secondLife: Metric = {
  id: 'second_life',
  label: 'Second life',
  question: 'What do leads return that were sent back to nurture?',
  definition: 'Of the leads that were recycled, the share that became an opportunity on a later day.',
  leftOut:
    'Leads that were an opportunity or disqualified before they were recycled. Only the first recycling of a lead starts its clock.',
  measure: 'share',
  better: 'higher',
  subject: 'the share of recycled leads that become opportunities',
};

/** Recycled leads of a group by days waited: `returned` or `left` (disqualified) at that age, the rest of `total` waits. */
export interface SecondLifeCounts {
  readonly row_group: string;
  readonly waited: number;
  readonly total: number;
  readonly returned: number;
  readonly left: number;
  readonly converted: number;
  readonly won: number;
  readonly won_minor: number;
}

/** Leads that came back after a wait within bounds, and how many of them became an opportunity. */
export interface WaitBucket {
  readonly fromDays: number;
  /** Last day, included; null: no end. */
  readonly toDays: number | null;
  readonly converted: Rate;
}

/** What became of recycled leads. */
export interface SecondLife {
  readonly recycled: number;
  /** Entered a stage again or became an opportunity. */
  readonly returned: Rate;
  readonly converted: Rate;
  readonly won: Rate;
  /** What the deals brought, in minor units. */
  readonly wonMinor: number;
  readonly disqualified: number;
  readonly waiting: number;
  /** Share returned (`converted`) and disqualified (`left`) by days after the recycling, those that still wait included. */
  readonly returns: readonly IncidencePoint[];
  /** Days until half of those that will return within the horizon have; null below 20 returns. */
  readonly medianWaitDays: number | null;
  /** Of those that returned, by how long they had waited: the converted so far. */
  readonly byWait: readonly WaitBucket[];
}

const waitBounds = [
  [0, 30],
  [31, 60],
  [61, 90],
  [91, 180],
  [181, null],
] as const;

const agesOf = (rows: readonly SecondLifeCounts[]): readonly AgeCount[] => {
  const byAge = new Map<number, AgeCount>();
  for (const { waited, returned, left, total } of rows) {
    const before = byAge.get(waited) ?? { converted: 0, left: 0, total: 0 };
    byAge.set(waited, {
      age: waited,
      converted: before.converted + returned,
      left: before.left + left,
      total: before.total + total,
    });
  }
  return [...byAge.values()].toSorted((a, b) => a.age - b.age);
};

/** What the recycled leads of all rows given came to. */
export const secondLifeOf = (rows: readonly SecondLifeCounts[]): SecondLife => {
  const sum = (pick: (row: SecondLifeCounts) => number): number => totalOf(rows, pick);
  const recycled = sum(({ total }) => total);
  const returned = sum((row) => row.returned);
  const disqualified = sum(({ left }) => left);
  const returns = aalenJohansen(agesOf(rows));
  const horizonDays = horizon(returns, horizonCapDays.l2o);
  return {
    recycled,
    returned: rateOf(returned, recycled),
    converted: rateOf(
      sum((row) => row.converted),
      recycled,
    ),
    won: rateOf(
      sum((row) => row.won),
      recycled,
    ),
    wonMinor: sum(({ won_minor }) => won_minor),
    disqualified,
    waiting: recycled - returned - disqualified,
    returns,
    medianWaitDays: horizonDays === null ? null : conversionQuantile(returns, horizonDays, 0.5, returned),
    byWait: waitBounds.map(([fromDays, toDays]) => {
      const within = rows.filter(({ waited }) => waited >= fromDays && (toDays === null || waited <= toDays));
      return {
        fromDays,
        toDays,
        converted: rateOf(
          totalOf(within, (row) => row.converted),
          totalOf(within, (row) => row.returned),
        ),
      };
    }),
  };
};
