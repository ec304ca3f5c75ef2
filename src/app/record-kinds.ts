import { joinRecords, noDecisions, type DecisionRecord } from '../domain/decision.ts';
import { joinAgreed, nothingAgreed, type AgreedRecord } from '../metrics/agreement.ts';
import type { RecordKind } from './use-record.ts';

/** What was decided and noted. */
export const decisionKind: RecordKind<DecisionRecord> = {
  nothing: noDecisions,
  isEmpty: ({ decisions, notes }) => decisions.length + notes.length === 0,
  join: joinRecords,
  load: async () => (await import('../engine/kept-decisions.ts')).keptDecisions,
};

/** What was agreed. */
export const agreedKind: RecordKind<AgreedRecord> = {
  nothing: nothingAgreed,
  isEmpty: ({ definitions, agreements, budgets }) =>
    definitions.length + agreements.length + budgets.length === 0,
  join: joinAgreed,
  load: async () => (await import('../engine/kept-agreed.ts')).keptAgreed,
};
