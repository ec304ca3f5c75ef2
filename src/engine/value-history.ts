import { horizonCapDays } from '../domain/definitions.ts';
import type { Filter } from '../domain/filter.ts';
import type { LagHistory } from '../metrics/deal-lags.ts';
import { developmentOf } from '../metrics/development.ts';
import type { OpenOpportunities } from '../metrics/expected-revenue.ts';
import type { ValueDevelopments } from '../metrics/lead-value.ts';
import type { CreatedAmounts } from '../metrics/planned-channels.ts';
import { referenceCurve, type ReferenceCurve } from '../metrics/reference-curve.ts';
import type { ValueCounts } from '../metrics/value-groups.ts';
import { aalenJohansen } from '../stats/aalen-johansen.ts';
import { daysToDeal, daysToOpportunity } from '../sql/questions/age-counts.ts';
import { arrivals, dealLags, openOpportunities } from '../sql/questions/arrival-counts.ts';
import { sourcedCounts, wonAmounts } from '../sql/questions/value-counts.ts';
import type { Analysis } from './analysis.ts';
import { conversionCells } from './conversion.ts';
import type { QueryEngine } from './query-engine.ts';

/** All that lead values are made of. */
export interface ValueHistory {
  readonly counts: ValueCounts;
  readonly created: readonly CreatedAmounts[];
  readonly developments: ValueDevelopments;
  readonly curves: { readonly l2o: ReferenceCurve; readonly o2d: ReferenceCurve };
}

/**
 * Counts what lead values are made of, and the curves that develop them. Amounts in several currencies are not added: no
 * deal has a size then. Null where one of the two joints cannot be measured.
 */
export const valueHistory = async (
  engine: QueryEngine,
  analysis: Analysis,
  filter: Filter,
): Promise<ValueHistory | null> => {
  const { l2oDays, o2dDays } = analysis.windows;
  if (l2oDays === null || o2dDays === null) return null;
  const cells = await conversionCells(engine, analysis, filter, 'channel', 'segment');
  const sourced = await engine.ask(sourcedCounts(filter, l2oDays));
  const amounts = analysis.currencies.length > 1 ? [] : await engine.ask(wonAmounts(filter));
  const l2o = referenceCurve(aalenJohansen(await engine.ask(daysToOpportunity)), horizonCapDays.l2o);
  const o2d = referenceCurve(aalenJohansen(await engine.ask(daysToDeal)), horizonCapDays.o2d);
  return {
    counts: { ...cells, sourced, amounts },
    created: sourced,
    developments: {
      l2o: developmentOf(l2o.points, l2oDays, horizonCapDays.l2o),
      o2d: developmentOf(o2d.points, o2dDays, horizonCapDays.o2d),
    },
    curves: { l2o, o2d },
  };
};

/** All that a plan needs besides lead values: arrivals with the months until their deals, and what is open now. */
export interface PlanCounts {
  readonly history: LagHistory;
  readonly open: readonly OpenOpportunities[];
}

/** Counts what a plan needs; the period of the filter does not apply. */
export const planCounts = async (
  engine: QueryEngine,
  analysis: Analysis,
  filter: Filter,
): Promise<PlanCounts> => ({
  history: {
    arrivals: await engine.ask(arrivals(filter)),
    lags: await engine.ask(dealLags(filter)),
    asOf: analysis.definitions.asOf,
  },
  open: await engine.ask(openOpportunities(filter)),
});
