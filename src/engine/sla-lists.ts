import { noFilter } from '../domain/filter.ts';
import type { HandoverRules } from '../domain/handover.ts';
import { addDays } from '../domain/local-date.ts';
import { fairnessShown } from '../metrics/fairness.ts';
import { cellValuesOf } from '../metrics/overdue.ts';
import type { RateCard } from '../metrics/rate-card.ts';
import type { AnswerOf } from '../sql/question.ts';
import { fairnessRecords, type FairnessKind } from '../sql/questions/fairness-records.ts';
import { overdueByOwner, overdueLeads, valueCells } from '../sql/questions/overdue-leads.ts';
import type { Analysis } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import type { QueryEngine } from './query-engine.ts';
import { responseGap } from './response-gap.ts';

export type OverdueRow = AnswerOf<ReturnType<typeof overdueLeads>>[number];

/** Overdue leads, the most valuable first, and all of them by owner. */
export interface OverdueList {
  /** Why calls cannot be seen; null where they can. Then the list is empty. */
  readonly because: string | null;
  readonly rules: HandoverRules;
  readonly currency: string | null;
  readonly leads: readonly OverdueRow[];
  readonly owners: AnswerOf<ReturnType<typeof overdueByOwner>>;
  readonly reportTimeZone: string;
}

/** As many leads as one file and one list hold. */
export const overdueShown = 5000;

/** Builds handovers under the rules given and lists the open leads that they make overdue. */
export const overdueList = async (
  engine: QueryEngine,
  analysis: Analysis,
  rules: HandoverRules,
  card: RateCard,
): Promise<OverdueList> => {
  const { definitions, reportTimeZone } = analysis;
  await buildHandovers(engine, definitions, reportTimeZone, rules);
  const because = await responseGap(engine, analysis, rules.calendars);
  const told = { because, rules, currency: card.currency, reportTimeZone };
  if (because !== null) return { ...told, leads: [], owners: [] };
  const values = cellValuesOf(card, await engine.ask(valueCells));
  const request = { filter: noFilter, values };
  return {
    ...told,
    leads: await engine.ask(overdueLeads({ ...request, limit: overdueShown })),
    owners: await engine.ask(overdueByOwner(request)),
  };
};

const fairDays = 90;

/** Builds handovers under the rules given and lists the records behind a number of fairness, of the last 90 days where they have a day. */
export const fairnessList = async (
  engine: QueryEngine,
  { definitions, reportTimeZone }: Analysis,
  rules: HandoverRules,
  kind: FairnessKind,
): Promise<AnswerOf<ReturnType<typeof fairnessRecords>>> => {
  await buildHandovers(engine, definitions, reportTimeZone, rules);
  const { asOf } = definitions;
  const filter = { ...noFilter, from: addDays(asOf, 1 - fairDays), to: asOf };
  return engine.ask(fairnessRecords({ kind, filter, repCap: rules.terms.repCap, limit: fairnessShown }));
};
