/** Merged records and excluded records. */
import type { LeadRecord } from './histories.ts';

/** The id at the end of the chain of `merged_into`; the chain stops at the last record that exists. */
export function survivorId(lead: LeadRecord, leadsById: Map<string, LeadRecord>): string {
  const seen = new Set<string>();
  let current = lead;
  while (current.merged_into && !seen.has(current.lead_id)) {
    seen.add(current.lead_id);
    const next = leadsById.get(current.merged_into);
    if (next === undefined) break;
    current = next;
  }
  return current.lead_id;
}

/** True for a record that is itself left out: deleted without a merge, spam or test. */
function isExcludedItself(lead: LeadRecord): boolean {
  if (lead.is_deleted === true && !lead.merged_into) return true;
  return lead.status === 'spam' || lead.status === 'test';
}

/** The ids of the records left out of every metric, including those merged into an excluded survivor. */
export function excludedLeadIds(leads: LeadRecord[], leadsById: Map<string, LeadRecord>): Set<string> {
  const excluded = new Set<string>();
  for (const lead of leads) {
    const survivor = leadsById.get(survivorId(lead, leadsById));
    if (isExcludedItself(lead)) excluded.add(lead.lead_id);
    if (survivor !== undefined && isExcludedItself(survivor)) excluded.add(lead.lead_id);
  }
  return excluded;
}
