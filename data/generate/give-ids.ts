import { salesforceId } from './salesforce-id.ts';
import type { Conversion, Deal, Draft, Lead, Opportunity } from './world.ts';

const FIRST_LEAD = 41_000_000;
const FIRST_PARTY = 23_000_000;
const FIRST_OPPORTUNITY = 9_000_000;
const GAP = 3;

/** Numbers leads and opportunities in order of creation and ties each converted lead to what it became. */
export function giveIds(
  drafts: readonly Draft[],
  deals: readonly Deal[],
): { readonly leads: readonly Lead[]; readonly opportunities: readonly Opportunity[] } {
  const idOf = new Map(
    drafts.map(({ arrival }, index) => [arrival.key, salesforceId('lead', FIRST_LEAD + index * GAP)]),
  );
  const opportunities = deals.map((deal, index) => ({
    ...deal,
    id: salesforceId('opportunity', FIRST_OPPORTUNITY + index * GAP),
    ...party(index),
  }));
  const opportunityOf = new Map(opportunities.map((each) => [each.leadKey, each]));
  let parties = deals.length;
  const leads = drafts.map((draft): Lead => {
    const { arrival, life, survivorKey } = draft;
    const id = idOf.get(arrival.key) ?? '';
    const masterId = survivorKey === null ? null : (idOf.get(survivorKey) ?? null);
    if (life.convertedAt === null) return { ...draft, id, masterId, converted: null };
    const became = opportunityOf.get(arrival.key);
    const { accountId, contactId } = became ?? party(parties++);
    const converted: Conversion = {
      at: life.convertedAt,
      accountId,
      contactId,
      opportunityId: became?.id ?? null,
    };
    return { ...draft, id, masterId, converted };
  });
  return { leads, opportunities };
}

const party = (index: number): { readonly accountId: string; readonly contactId: string } => ({
  accountId: salesforceId('account', FIRST_PARTY + index * GAP),
  contactId: salesforceId('contact', FIRST_PARTY + index * GAP + 1),
});
