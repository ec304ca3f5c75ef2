import campaignCostUrl from '../../data/sample/CampaignCost.csv.gz?url';
import countsUrl from '../../data/sample/counts.json.gz?url';
import entityHistoryUrl from '../../data/sample/EntityHistory.csv.gz?url';
import leadUrl from '../../data/sample/Lead.csv.gz?url';
import opportunityUrl from '../../data/sample/Opportunity.csv.gz?url';
import contactRoleUrl from '../../data/sample/OpportunityContactRole.csv.gz?url';
import opportunityHistoryUrl from '../../data/sample/OpportunityHistory.csv.gz?url';
import taskUrl from '../../data/sample/Task.csv.gz?url';
import type { CountsAhead } from '../engine/counts-ahead.ts';
import { sampleFiles } from '../engine/sample-files.ts';
import type { SourceFile } from '../ingest/source-file.ts';

const urls: Readonly<Record<(typeof sampleFiles)[number], string>> = {
  'Lead.csv': leadUrl,
  'Opportunity.csv': opportunityUrl,
  'OpportunityHistory.csv': opportunityHistoryUrl,
  'EntityHistory.csv': entityHistoryUrl,
  'OpportunityContactRole.csv': contactRoleUrl,
  'Task.csv': taskUrl,
  'CampaignCost.csv': campaignCostUrl,
};

/** The bundled sample export, fetched from this site and read like any other. */
export const fetchSample = (): Promise<readonly SourceFile[]> =>
  Promise.all(
    sampleFiles.map(async (name) => {
      const response = await fetch(urls[name]);
      if (!response.ok) throw new Error(`The sample file ${name} did not arrive (${response.status}).`);
      return { name, content: await response.blob(), stamp: null };
    }),
  );

/** Text that was packed with gzip; some servers say so of a `.gz` file, and then it comes unpacked. */
const unpacked = async (packed: Blob): Promise<string> => {
  const [first, second] = new Uint8Array(await packed.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return packed.text();
  return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).text();
};

/**
 * What the first page shows of the sample, counted beforehand, so that its numbers stand there before the engine has
 * started. Null where the file did not come; the engine counts the same in a moment.
 */
export const fetchSampleCounts = async (): Promise<CountsAhead | null> => {
  try {
    const response = await fetch(countsUrl);
    if (!response.ok) return null;
    const { readCounts } = await import('../engine/counts-ahead.ts');
    return readCounts(await unpacked(await response.blob()));
  } catch {
    return null;
  }
};
