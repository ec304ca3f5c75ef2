import { agreedText, parseAgreed } from '../ingest/agreed-file.ts';
import type { AgreedRecord } from '../metrics/agreement.ts';
import { agreedName } from './kept-store.ts';
import type { KeptText } from './kept-text.ts';

/** The definitions, agreements and budgets that are kept. */
export const keptAgreed: KeptText<AgreedRecord> = {
  name: agreedName,
  label: 'The agreements',
  write: agreedText,
  read: parseAgreed,
};
