import type { Rate } from '../domain/rate.ts';
import { strengthOf } from '../stats/cautious-strength.ts';
import type { Tally } from './bounds.ts';
import { priorDeals } from './deal-size.ts';
import { finalRate, type FinalRate } from './final-rate.ts';
import type { LeadValue, ValueDevelopments } from './lead-value.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

/** Value per lead by how well it fits and how interested it is. */
export const scoreMatrixMetric: Metric = {
  id: 'fit_interest',
  label: 'Fit and interest',
  question:
    'Does a lead that fits well but is not interested do better than an interested one that does not fit?',
  definition:
    'Leads in three groups by fit and three by interest, with their conversions and value; groups with few leads are drawn towards all nine.',
  leftOut: 'Leads too young for the window. Leads without fit or interest are a row or column of their own.',
  measure: 'money',
  better: 'higher',
  subject: 'the value by fit and interest',
};

/** How fit or interest is grouped; `unknown` where a lead has none. */
export type ScoreGroup = 'low' | 'middle' | 'high' | 'unknown';

/** In the order they are shown. */
export const scoreGroups: readonly ScoreGroup[] = ['low', 'middle', 'high', 'unknown'];

/** Counts of one cell; see the question of the same name. */
export interface ScoreCellCounts {
  readonly fit: string;
  readonly interest: string;
  readonly leads: number;
  readonly converted: number;
  readonly opportunities: number;
  readonly won: number;
  readonly deals: number;
  readonly won_minor: number;
}

/** One cell: the rates as counted, as drawn towards all nine groups, and the value of a lead in minor units. */
export interface ScoreCell {
  readonly fit: ScoreGroup;
  readonly interest: ScoreGroup;
  readonly l2o: Rate;
  readonly l2oFinal: FinalRate;
  readonly o2d: Rate;
  readonly o2dFinal: FinalRate;
  /** Null where the value of all leads is. */
  readonly valueMinor: number | null;
}

const l2oOf = ({ converted, leads }: ScoreCellCounts): Tally => ({ k: converted, n: leads });
const o2dOf = ({ won, opportunities }: ScoreCellCounts): Tally => ({ k: won, n: opportunities });

const none = { leads: 0, converted: 0, opportunities: 0, won: 0, deals: 0, won_minor: 0 };

const pooledRate = (tallies: readonly Tally[]): number => {
  const n = tallies.reduce((sum, tally) => sum + tally.n, 0);
  return n === 0 ? 0 : tallies.reduce((sum, tally) => sum + tally.k, 0) / n;
};

/**
 * All sixteen cells, row by row. Rates are drawn towards the rate of the nine groups that have both values, those of the
 * unknown row and column by the same strength; opportunities per converted lead and the deal size that cells are drawn
 * towards are those of all leads.
 */
export const scoreMatrix = (
  counts: readonly ScoreCellCounts[],
  all: Pick<LeadValue, 'opportunitiesPerConverted' | 'dealSize'>,
  developments: ValueDevelopments,
): readonly ScoreCell[] => {
  const known = counts.filter(({ fit, interest }) => fit !== 'unknown' && interest !== 'unknown');
  const rates = (tallyOf: (cell: ScoreCellCounts) => Tally, factor: number) => {
    const tallies = known.map(tallyOf);
    const [towards, strength] = [pooledRate(tallies), strengthOf(tallies)];
    return (cell: ScoreCellCounts) => finalRate(tallyOf(cell), towards, strength, factor);
  };
  const l2oFinalOf = rates(l2oOf, developments.l2o.factor);
  const o2dFinalOf = rates(o2dOf, developments.o2d.factor);
  const { opportunitiesPerConverted: bridge, dealSize } = all;
  return scoreGroups.flatMap((fit) =>
    scoreGroups.map((interest) => {
      const cell = counts.find((entry) => entry.fit === fit && entry.interest === interest) ?? {
        ...none,
        fit,
        interest,
      };
      const [l2oFinal, o2dFinal] = [l2oFinalOf(cell), o2dFinalOf(cell)];
      const [l2o, o2d] = [l2oOf(cell), o2dOf(cell)];
      const valueOf = (overallMinor: number, perConverted: number): number =>
        (l2oFinal.final * perConverted * o2dFinal.final * (cell.won_minor + priorDeals * overallMinor)) /
        (cell.deals + priorDeals);
      return {
        fit,
        interest,
        l2o: rateOf(l2o.k, l2o.n),
        l2oFinal,
        o2d: rateOf(o2d.k, o2d.n),
        o2dFinal,
        valueMinor: bridge === null || dealSize === null ? null : valueOf(dealSize.overallMinor, bridge),
      };
    }),
  );
};
