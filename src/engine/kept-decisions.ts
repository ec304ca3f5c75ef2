import type { DecisionRecord } from '../domain/decision.ts';
import { decisionsText, parseDecisions } from '../ingest/decision-file.ts';
import { decisionsName } from './kept-store.ts';
import type { KeptText } from './kept-text.ts';

/** The decisions and notes that are kept. */
export const keptDecisions: KeptText<DecisionRecord> = {
  name: decisionsName,
  label: 'The decisions',
  write: decisionsText,
  read: parseDecisions,
};
