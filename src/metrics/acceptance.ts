import type { Rate } from '../domain/rate.ts';
import { minimumSample } from '../domain/definitions.ts';
import { rateOf } from './rate-of.ts';
import type { Metric } from './metric.ts';

/** Which leads sales takes. */
export const acceptance: Metric = {
  id: 'acceptance',
  label: 'Accepted by sales',
  question: 'Which segments does sales take on, at which stage?',
  definition:
    'Of the leads of a segment that came to a stage, those that came to the next one or beyond. Accept: the 95 % interval of the share lies above one half; nurture: it lies below.',
  leftOut:
    'Leads that have not had the window for opportunities since they were an MQL; stages that the data do not record.',
  measure: 'share',
  better: 'neither',
  subject: 'the share of leads that sales accepts',
};

/** Leads of a segment, and how far they came, as they are counted. */
export interface AcceptanceCounts {
  readonly segment: string;
  readonly mql: number;
  readonly sal: number;
  readonly sql: number;
  readonly opportunity: number;
}

export type AcceptanceStage = 'mql' | 'sal' | 'sql' | 'opportunity';

/** What the history says of a segment at a stage. */
export type AcceptanceVerdict = 'accept' | 'nurture' | 'cannotTell';

/** One stage of a segment: of those who came there, those who came further. */
export interface AcceptanceCell {
  readonly from: AcceptanceStage;
  readonly to: AcceptanceStage;
  readonly rate: Rate;
  readonly verdict: AcceptanceVerdict;
}

/** One segment, a cell for each recorded step. */
export interface AcceptanceRow {
  readonly segment: string;
  readonly leads: number;
  readonly cells: readonly AcceptanceCell[];
}

const verdictOf = ({ n, low, high }: Rate): AcceptanceVerdict => {
  if (low === null || high === null || n < minimumSample.rank) return 'cannotTell';
  return low > 0.5 ? 'accept' : high < 0.5 ? 'nurture' : 'cannotTell';
};

/**
 * The matrix of segments and recorded stages, the largest segment first. `recorded` are the stages that the data have any
 * event of, in their order; steps lead from one of them to the next.
 */
export const acceptanceMatrix = (
  counts: readonly AcceptanceCounts[],
  recorded: readonly AcceptanceStage[],
): readonly AcceptanceRow[] =>
  counts
    .map((row) => ({
      segment: row.segment,
      leads: row.mql,
      cells: recorded.slice(1).map((to, index): AcceptanceCell => {
        const from = recorded[index] ?? 'mql';
        const rate = rateOf(row[to], row[from]);
        return { from, to, rate, verdict: verdictOf(rate) };
      }),
    }))
    .toSorted((a, b) => b.leads - a.leads || (a.segment < b.segment ? -1 : 1));
