import { blankGroup } from '../../domain/dimension.ts';
import { minimumSample } from '../../domain/definitions.ts';
import type { Rate } from '../../domain/rate.ts';
import { newcombe } from '../../stats/newcombe.ts';
import { verdictOf, type ChangeVerdict } from '../change-verdict.ts';
import { totalOf } from '../in-groups.ts';
import type { Metric } from '../metric.ts';
import { rateOf } from '../rate-of.ts';
import type { CircumstanceCounts, StockBefore } from './leak-circumstances.ts';

/** How often leads of a full owner are answered late. */
export const lateByLoad: Metric = {
  id: 'late_by_load',
  label: 'Late, by load',
  question: 'Are leads of a full rep answered later?',
  definition:
    'Of the leads handed over, those whose last handover was answered late; apart for leads whose owner had more open leads than the limit at the end of the month before, and the others.',
  leftOut:
    'Leads of nobody; leads never handed over; the load within a month, as it is replayed at month ends.',
  measure: 'share',
  better: 'lower',
  subject: 'the share answered late by full reps',
};

/** Late answers of leads whose owner was full, and of the others. */
export interface LoadAndSpeed extends ChangeVerdict {
  /** Open leads above which an owner counts as full. */
  readonly limit: number;
  /** Whether that is the agreed cap; else too few leads came above it, and the limit is the usual load of a lead's owner. */
  readonly isCap: boolean;
  readonly full: Rate;
  readonly others: Rate;
}

/** The load that half of the leads came at or below; null without leads. */
const usualLoad = (loads: readonly { readonly load: number; readonly leads: number }[]): number | null => {
  const half = totalOf(loads, ({ leads }) => leads) / 2;
  let so = 0;
  for (const { load, leads } of loads.toSorted((a, b) => a.load - b.load)) {
    so += leads;
    if (so >= half) return load;
  }
  return null;
};

/**
 * Whether late answers go with load. The limit is the cap where 30 leads or more came above it, else the load that half of
 * the leads came at or below. Null where no lead of an owner was handed over.
 */
export const loadAndSpeed = (
  seen: readonly CircumstanceCounts[],
  stock: StockBefore,
  repCap: number,
): LoadAndSpeed | null => {
  const known = seen.filter(({ owner, arrival }) => owner !== blankGroup && arrival !== 'unknown');
  const loads = known.map((row) => ({ row, load: stock(row.owner, row.month), leads: row.journeys }));
  const above = (limit: number) => loads.filter(({ load }) => load > limit);
  const isCap = totalOf(above(repCap), ({ leads }) => leads) >= minimumSample.test;
  const limit = isCap ? repCap : usualLoad(loads);
  if (limit === null) return null;
  const late = (part: typeof loads): Rate =>
    rateOf(
      totalOf(
        part.filter(({ row }) => row.slow),
        ({ leads }) => leads,
      ),
      totalOf(part, ({ leads }) => leads),
    );
  const full = late(above(limit));
  const others = late(loads.filter(({ load }) => load <= limit));
  return {
    limit,
    isCap,
    full,
    others,
    ...verdictOf({
      isMature: true,
      smallestN: Math.min(full.n, others.n),
      chart: null,
      difference: newcombe(full.k, full.n, others.k, others.n),
      isFlagged: false,
    }),
  };
};
