import { line } from './generate-text.ts';

/** Changes of status and the days before each, by how a lead fares. */
export const fates: readonly {
  readonly share: number;
  readonly statuses: readonly string[];
  readonly days: readonly number[];
}[] = [
  { share: 0.12, statuses: ['MQL', 'SAL', 'SQL', 'Closed - Converted'], days: [3, 4, 12, 20] },
  { share: 0.4, statuses: ['Working', 'MQL', 'SAL', 'Disqualified'], days: [1, 5, 6, 30] },
  { share: 0.3, statuses: ['MQL', 'Nurture', 'MQL', 'SAL'], days: [4, 30, 40, 10] },
  { share: 0.13, statuses: ['Working', 'MQL', 'Nurture', 'Working'], days: [2, 8, 60, 40] },
  { share: 0.05, statuses: ['MQL', 'Disqualified', 'MQL', 'SAL'], days: [4, 20, 260, 10] },
];
/** Place of the fate that ends in a conversion. */
export const converted = 0;

export const channels = [
  'Website',
  'Email',
  'Paid search',
  'Webinar',
  'Social',
  'Events',
  'Lead list',
  'Partner',
  'Customer referral',
];
export const segments = ['Small', 'Mid-market', 'Enterprise', ''];
/** Names as they stand in a quoted cell. */
export const companies = [
  'Orlevex',
  'Jofitek',
  'Alzia, Sons',
  'Lörhamn',
  'Ultazia',
  'Nordvik ""North""',
  'Zellfors',
  'Jorvoren',
];

/** The header line of each file. */
export const headers = {
  lead: line(
    'Id',
    'IsDeleted',
    'MasterRecordId',
    'Company',
    'Email',
    'LeadSource',
    'Status',
    'OwnerId',
    'IsConverted',
    'ConvertedAccountId',
    'ConvertedContactId',
    'ConvertedOpportunityId',
    'CreatedDate',
    'Segment__c',
  ),
  history: line(
    'Id',
    'IsDeleted',
    'LeadId',
    'CreatedById',
    'CreatedDate',
    'Field',
    'DataType',
    'OldValue',
    'NewValue',
  ),
  opportunity: line(
    'Id',
    'IsDeleted',
    'AccountId',
    'StageName',
    'Amount',
    'CloseDate',
    'IsClosed',
    'IsWon',
    'CurrencyIsoCode',
    'OwnerId',
    'CreatedDate',
    'Segment__c',
  ),
};

/** The place of a fate, drawn by its share. */
export const fateOf = (draw: number): number => {
  let passed = 0;
  for (const [index, { share }] of fates.entries()) {
    passed += share;
    if (draw < passed) return index;
  }
  return fates.length - 1;
};

/** One of the values, each as likely. */
export const pick = (values: readonly string[], draw: number): string =>
  values[Math.floor(draw * values.length)] ?? '';
