import type { Agreement } from '../metrics/agreement.ts';
import type { AnswerOf } from '../sql/question.ts';
import { listedLeads, type LeadList } from '../sql/questions/listed-leads.ts';
import type { Analysis } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import { handoversInForce } from './handovers-in-force.ts';
import type { QueryEngine } from './query-engine.ts';

/** One record behind a count of the page of leaks. */
export type ListedLead = AnswerOf<ReturnType<typeof listedLeads>>[number];

const needsHandovers = (list: LeadList): boolean =>
  list.kind === 'handover' || (list.kind === 'standing' && list.leads.handovers);

/**
 * Lists what stands behind a count. Where handovers decide, those of the promise in force are built, unless they are there:
 * another page may have built them under another promise in the meantime.
 */
export const listLeads = async (
  engine: QueryEngine,
  analysis: Analysis,
  agreements: readonly Agreement[],
  list: LeadList,
): Promise<readonly ListedLead[]> => {
  if (needsHandovers(list)) {
    const { rules } = await handoversInForce(analysis, agreements);
    await buildHandovers(engine, analysis.definitions, analysis.reportTimeZone, rules);
  }
  return engine.ask(listedLeads(list));
};
