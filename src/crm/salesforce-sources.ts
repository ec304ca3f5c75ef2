import type { PlainSource } from './crm-format.ts';

/** A Salesforce id, in its form of 18 characters. */
export const salesforceId = (column: string): PlainSource => ({ column, as: 'salesforce-id' });

/** A Salesforce id of one kind of record, told by its first three characters. */
export const salesforceIdOf = (column: string, startsWith: string): PlainSource => ({
  column,
  startsWith,
  as: 'salesforce-id',
});

/** Cells in which Salesforce writes that there is no value. */
export const salesforceEmptyValues = ['000000000000000AAA', '000000000000000', '#N/A', '000'] as const;
