import { queryOptions } from '@tanstack/react-query';
import type { HandoverRules } from '../domain/handover.ts';
import type { Choices } from '../engine/analysis.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { RateCard } from '../metrics/rate-card.ts';
import type { FairnessKind } from '../sql/questions/fairness-records.ts';

const loadEvidence = () => import('../engine/sla-evidence.ts');
const loadLists = () => import('../engine/sla-lists.ts');

/** Rules as a key: a map says nothing of itself in JSON. */
const keyOf = ({ source, terms, bySegment, calendars }: HandoverRules): readonly unknown[] => [
  source,
  terms,
  bySegment ?? [],
  calendars.usual,
  [...calendars.byOwner],
];

/** What stands below the negotiation, under the rules of handovers given. `since`: the first day of the agreement in force. */
export const slaEvidenceQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  rules: HandoverRules,
  since: string | null,
) =>
  queryOptions({
    queryKey: ['sla evidence', dataId, choices, keyOf(rules), since],
    queryFn: async () => {
      const { slaEvidence } = await loadEvidence();
      return workspace.ask(choices, (engine, analysis) => slaEvidence(engine, analysis, rules, since));
    },
  });

/** The open leads that were promised a call and have not had it, under the rules given, valued by a card. */
export const overdueQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  rules: HandoverRules,
  card: RateCard,
) =>
  queryOptions({
    queryKey: ['overdue leads', dataId, choices, keyOf(rules), card.frozenOn, card.rates.length],
    queryFn: async () => {
      const { overdueList } = await loadLists();
      return workspace.ask(choices, (engine, analysis) => overdueList(engine, analysis, rules, card));
    },
  });

/** The records behind a number of fairness, under the rules given. */
export const fairnessRecordsQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  rules: HandoverRules,
  kind: FairnessKind,
) =>
  queryOptions({
    queryKey: ['fairness records', dataId, choices, keyOf(rules), kind],
    queryFn: async () => {
      const { fairnessList } = await loadLists();
      return workspace.ask(choices, (engine, analysis) => fairnessList(engine, analysis, rules, kind));
    },
  });
