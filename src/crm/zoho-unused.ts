import type { SourceTable } from './crm-format.ts';

const unused = (name: string, headers: readonly string[]): SourceTable => ({
  name,
  headers,
  key: ['Record Id'],
  rows: [],
});

/** Modules of a backup that no figure uses; the last table knows any other by who made and who changed a record. */
export const zohoUnused: readonly SourceTable[] = [
  unused('Contacts', ['Record Id', 'Contact Owner', 'Last Name']),
  unused('Accounts', ['Record Id', 'Account Owner', 'Account Name']),
  unused('Campaigns', ['Record Id', 'Campaign Owner', 'Campaign Name']),
  {
    ...unused('Another module', ['Record Id', 'Created By', 'Modified By']),
    without: ['Lead Owner', 'Deal Name', 'Call Type', 'Closed Time', 'Start DateTime', 'Stage Duration'],
  },
];
