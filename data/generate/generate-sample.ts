import { buildWorld } from './build-world.ts';
import { DEFAULT_LEADS, DEFAULT_SEED } from './plan.ts';
import { campaignCostTable } from './tables/campaign-cost-table.ts';
import { campaignTable } from './tables/campaign-table.ts';
import { contactRoleTable } from './tables/contact-role-table.ts';
import { entityHistoryTable } from './tables/entity-history-table.ts';
import { leadTable } from './tables/lead-table.ts';
import { opportunityHistoryTable } from './tables/opportunity-history-table.ts';
import { opportunityTable } from './tables/opportunity-table.ts';
import { taskTable } from './tables/task-table.ts';

/** Size and seed of a world; the bundled sample has the default of both. */
export interface SampleOptions {
  readonly leads?: number;
  readonly seed?: number;
}

const TABLES = {
  'Lead.csv': leadTable,
  'Opportunity.csv': opportunityTable,
  'OpportunityHistory.csv': opportunityHistoryTable,
  'EntityHistory.csv': entityHistoryTable,
  'OpportunityContactRole.csv': contactRoleTable,
  'Task.csv': taskTable,
  'Campaign.csv': campaignTable,
  'CampaignCost.csv': campaignCostTable,
} as const;

/** The text of each file by its name. */
export type SampleFiles = Readonly<Record<keyof typeof TABLES, string>>;

/** A whole export, the same for the same options. */
export function generateSample({
  leads = DEFAULT_LEADS,
  seed = DEFAULT_SEED,
}: SampleOptions = {}): SampleFiles {
  const world = buildWorld(leads, seed);
  const files = Object.entries(TABLES).map(([name, table]) => [name, table(world)] as const);
  return Object.fromEntries(files) as SampleFiles;
}
