import { noFilter } from '../domain/filter.ts';
import { addDays } from '../domain/local-date.ts';
import type { HandoverRules } from '../domain/handover.ts';
import { acceptanceMatrix, type AcceptanceRow, type AcceptanceStage } from '../metrics/acceptance.ts';
import { arrivalExperimentOf, type ArrivalExperiment } from '../metrics/arrival-experiment.ts';
import { responseConversionRates } from '../metrics/conversion-by-response.ts';
import { fairnessOf, type Fairness } from '../metrics/fairness.ts';
import { recordedStages } from '../metrics/funnel.ts';
import { goodhartGuardOf, type GoodhartGuard } from '../metrics/goodhart-guard.ts';
import { responseStrataOf } from '../metrics/response-strata.ts';
import { slaEffect, type SlaEffect } from '../metrics/sla-effect.ts';
import { moreLeadsToTell, speedTrialOf, type SpeedTrial } from '../metrics/speed-trial.ts';
import { acceptanceCounts } from '../sql/questions/acceptance-counts.ts';
import { arrivalResponses, arrivalStrata } from '../sql/questions/arrival-experiment.ts';
import { fairnessCounts, systemDelays } from '../sql/questions/fairness-counts.ts';
import { stagesRecorded } from '../sql/questions/funnel-counts.ts';
import { jointsAround, monthEndCounts, workCounts } from '../sql/questions/guard-counts.ts';
import { ownerLeads } from '../sql/questions/owner-leads.ts';
import { responseConversion, responseStrata } from '../sql/questions/response-conversion.ts';
import { responseCounts } from '../sql/questions/response-counts.ts';
import type { Analysis } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import { makeJourneyPath } from './funnels.ts';
import { first, type QueryEngine } from './query-engine.ts';
import { responseGap } from './response-gap.ts';

/** What own data say of speed. */
export interface SpeedEvidence {
  readonly l2oDays: number | null;
  readonly byResponse: ReturnType<typeof responseConversionRates>;
  readonly effect: SlaEffect;
  /** Leads compared in the adjusted difference. */
  readonly effectLeads: number;
  readonly moreForEffect: number | null;
  readonly arrivals: ArrivalExperiment;
  readonly moreForArrivals: number | null;
  readonly trial: SpeedTrial | null;
  readonly leadsPerWeek: number;
}

/** What stands below the negotiation: speed, fairness, the guard, and who accepts what. */
export interface SlaEvidence {
  /** Why responses cannot be measured, and the column that is needed; null where they can. Then speed and guard say nothing. */
  readonly because: string | null;
  readonly rules: HandoverRules;
  /** The span that fairness is told of. */
  readonly from: string;
  readonly to: string;
  /** The day around which the guard compares: the start of the agreement, or a day within the history. */
  readonly since: string;
  readonly speed: SpeedEvidence;
  readonly fairness: Fairness;
  /** Whether any activity tells that a lead answered; without one nobody can be seen to have been reached. */
  readonly knowsContact: boolean;
  readonly guard: GoodhartGuard;
  readonly acceptance: readonly AcceptanceRow[];
}

const fairDays = 90;
const weeksOfPace = 13;

const speedEvidence = async (engine: QueryEngine, analysis: Analysis): Promise<SpeedEvidence> => {
  const { l2oDays } = analysis.windows;
  const request = { filter: noFilter, l2oDays };
  const strata = responseStrataOf(await engine.ask(responseStrata(request)));
  const effect = slaEffect(strata);
  const arrivals = arrivalExperimentOf(
    await engine.ask(arrivalStrata(request)),
    await engine.ask(arrivalResponses(request)),
  );
  const effectLeads = strata.reduce((sum, { met, missed }) => sum + met.n + missed.n, 0);
  const converted = strata.reduce((sum, { met, missed }) => sum + met.k + missed.k, 0);
  const baseline = effectLeads === 0 ? null : converted / effectLeads;
  const all = arrivals.inside.n + arrivals.outside.n;
  const recent = { ...noFilter, from: addDays(analysis.definitions.asOf, 1 - 7 * weeksOfPace) };
  const { handovers } = await first(engine.ask(fairnessCounts({ filter: recent })));
  const leadsPerWeek = handovers / weeksOfPace;
  return {
    l2oDays,
    byResponse: responseConversionRates(await engine.ask(responseConversion(request))),
    effect,
    effectLeads,
    moreForEffect: moreLeadsToTell(effect.estimate, effectLeads, baseline),
    arrivals,
    moreForArrivals: moreLeadsToTell(
      arrivals.estimate,
      all,
      all === 0 ? null : (arrivals.inside.k + arrivals.outside.k) / all,
    ),
    trial: speedTrialOf(baseline, leadsPerWeek, l2oDays),
    leadsPerWeek,
  };
};

const acceptanceStages: readonly AcceptanceStage[] = ['mql', 'sal', 'sql', 'opportunity'];

/**
 * Builds the handovers under the rules given and counts everything that is told of them below the negotiation. `since`
 * is the first day of the agreement in force; null: 90 days ago, against the 90 days before.
 */
export const slaEvidence = async (
  engine: QueryEngine,
  analysis: Analysis,
  rules: HandoverRules,
  since: string | null,
): Promise<SlaEvidence> => {
  const { definitions, reportTimeZone, windows } = analysis;
  await buildHandovers(engine, definitions, reportTimeZone, rules);
  const period = { ...noFilter, from: addDays(definitions.asOf, 1 - fairDays), to: definitions.asOf };
  const turn = since ?? period.from;
  const around = { from: addDays(turn, -fairDays), since: turn };
  await makeJourneyPath(engine);
  const recorded = recordedStages(await first(engine.ask(stagesRecorded)));
  const work = await engine.ask(workCounts(around));
  return {
    because: await responseGap(engine, analysis, rules.calendars),
    rules,
    from: period.from,
    to: period.to,
    since: turn,
    speed: await speedEvidence(engine, analysis),
    fairness: fairnessOf(
      await first(engine.ask(fairnessCounts({ filter: period }))),
      await engine.ask(systemDelays({ filter: period })),
      await engine.ask(responseCounts({ filter: period, group: 'owner', clock: 'elapsed' })),
      await engine.ask(ownerLeads({ filter: noFilter })),
      rules.terms.repCap,
    ),
    knowsContact: work.some(({ contacted }) => contacted > 0),
    guard: goodhartGuardOf(
      work,
      await engine.ask(jointsAround(around, windows)),
      await engine.ask(monthEndCounts(windows.l2oDays)),
    ),
    acceptance: acceptanceMatrix(
      await engine.ask(acceptanceCounts({ filter: noFilter, l2oDays: windows.l2oDays })),
      acceptanceStages.filter((stage) => recorded.includes(stage)),
    ),
  };
};
