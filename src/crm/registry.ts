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
