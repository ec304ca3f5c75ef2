import type { SourceTable } from './crm-format.ts';

const unused = (name: string, headers: readonly string[]): SourceTable => ({
  name,
  headers,
  key: ['Id'],
  rows: [],
});

/** Headers that only objects have of which something is made: without one that such a file needs, it is none of these. */
const used = ['IsConverted', 'StageName', 'WhoId', 'OldvalString', 'FirstRespondedDate'];

/**
 * Objects of a Salesforce export that no figure uses. An export holds hundreds of them; the last table knows any other by
 * the stamp that Salesforce puts on every record. What a campaign cost is not read: it is money for a campaign, and
 * leads name a source; and the columns of the hierarchy count what the children spent again.
 */
export const salesforceUnused: readonly SourceTable[] = [
  {
    ...unused('Contact', ['Id', 'AccountId', 'LastName', 'Email', 'CreatedDate']),
    without: ['IsConverted'],
  },
  unused('Account', ['Id', 'Name', 'ParentId', 'OwnerId', 'BillingCountry']),
  unused('Campaign', ['Id', 'Name', 'Type', 'StartDate', 'ActualCost']),
  unused('User', ['Id', 'Username', 'ProfileId', 'IsActive']),
  {
    ...unused('Another history', ['Id', 'Field', 'OldValue', 'NewValue', 'CreatedDate']),
    without: ['LeadId', 'OpportunityId'],
  },
  { ...unused('Another object', ['Id', 'SystemModstamp']), without: used },
];
