import campaignCostUrl from '../../data/sample/CampaignCost.csv.gz?url';
import entityHistoryUrl from '../../data/sample/EntityHistory.csv.gz?url';
import leadUrl from '../../data/sample/Lead.csv.gz?url';
import opportunityUrl from '../../data/sample/Opportunity.csv.gz?url';
import contactRoleUrl from '../../data/sample/OpportunityContactRole.csv.gz?url';
import opportunityHistoryUrl from '../../data/sample/OpportunityHistory.csv.gz?url';
import taskUrl from '../../data/sample/Task.csv.gz?url';
import type { SourceFile } from '../ingest/source-file.ts';

const files = [
  ['Lead.csv', leadUrl],
  ['Opportunity.csv', opportunityUrl],
  ['OpportunityHistory.csv', opportunityHistoryUrl],
  ['EntityHistory.csv', entityHistoryUrl],
  ['OpportunityContactRole.csv', contactRoleUrl],
  ['Task.csv', taskUrl],
  ['CampaignCost.csv', campaignCostUrl],
] as const;

/** The bundled sample export, fetched from this site and read like any other. */
export const fetchSample = (): Promise<readonly SourceFile[]> =>
  Promise.all(
    files.map(async ([name, url]) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`The sample file ${name} did not arrive (${response.status}).`);
      return { name, content: await response.blob(), stamp: null };
    }),
  );
