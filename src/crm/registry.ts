import type { CrmFormat } from './crm-format.ts';
import { dynamics } from './dynamics.ts';
import { hubspot } from './hubspot.ts';
import { marketo } from './marketo.ts';
import { pipedrive } from './pipedrive.ts';
import { plainTables } from './plain-tables.ts';
import { salesforceDataExport } from './salesforce-data-export.ts';
import { salesforceReport } from './salesforce-report.ts';
import { zoho } from './zoho.ts';

/** Every format known without a mapping file; of two that fit a file equally well, the earlier is taken. */
export const crmFormats: readonly CrmFormat[] = [
  salesforceDataExport,
  salesforceReport,
  hubspot,
  pipedrive,
  dynamics,
  zoho,
  marketo,
  plainTables,
];

/** The formats a file is tried against: a person's mappings first, each in place of the known format of its name. */
export const formatsWith = (mappings: readonly CrmFormat[]): readonly CrmFormat[] => [
  ...mappings,
  ...crmFormats.filter(({ id }) => !mappings.some((mapping) => mapping.id === id)),
];
