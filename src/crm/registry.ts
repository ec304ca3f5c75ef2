import type { CrmFormat } from './crm-format.ts';
import { plainTables } from './plain-tables.ts';
import { salesforceDataExport } from './salesforce-data-export.ts';

/** Every format known without a mapping file. */
export const crmFormats: readonly CrmFormat[] = [salesforceDataExport, plainTables];
