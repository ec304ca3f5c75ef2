import type { AnswerOf } from '../sql/question.ts';
import { listedLeads, type LeadList } from '../sql/questions/listed-leads.ts';
import type { Analysis } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import type { QueryEngine } from './query-engine.ts';
import { usualHandovers } from './usual-handovers.ts';

/** One record behind a count of the page of leaks. */
export type ListedLead = AnswerOf<ReturnType<typeof listedLeads>>[number];

const needsHandovers = (list: LeadList): boolean =>
  list.kind === 'handover' || (list.kind === 'standing' && list.leads.handovers);

/**
 * Lists what stands behind a count. Where handovers decide, they are built anew: another page may have built them under
 * another promise in the meantime.
 */
export const listLeads = async (
  engine: QueryEngine,
  { definitions, reportTimeZone }: Analysis,
  list: LeadList,
): Promise<readonly ListedLead[]> => {
  if (needsHandovers(list))
    await buildHandovers(engine, definitions, reportTimeZone, usualHandovers(reportTimeZone));
  return engine.ask(listedLeads(list));
};
