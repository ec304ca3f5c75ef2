import { flag, tableFile } from '../csv.ts';
import type { Columns } from '../csv.ts';
import { chance } from '../draws.ts';
import { stream } from '../prng.ts';
import { salesforceId } from '../salesforce-id.ts';
import { instantText } from '../stockholm-time.ts';
import type { Opportunity, World } from '../world.ts';

const FIRST_ROW = 6_000_000;
const FIRST_OTHER_CONTACT = 31_000_000;
const SECOND_CONTACT_SHARE = 0.25;

interface Row {
  readonly opportunity: Opportunity;
  readonly contactId: string;
  readonly role: string;
  readonly isPrimary: boolean;
}

const COLUMNS: Columns<Row> = [
  ['Id', (_, index) => salesforceId('opportunityContactRole', FIRST_ROW + index)],
  ['OpportunityId', ({ opportunity }) => opportunity.id],
  ['ContactId', ({ contactId }) => contactId],
  ['Role', ({ role }) => role],
  ['IsPrimary', ({ isPrimary }) => flag(isPrimary)],
  ['CreatedById', ({ opportunity }) => opportunity.owner.id],
  ['CreatedDate', ({ opportunity }) => instantText(opportunity.saves[0].at)],
  ['LastModifiedById', ({ opportunity }) => opportunity.owner.id],
  ['LastModifiedDate', ({ opportunity }) => instantText(opportunity.saves[0].at)],
  ['SystemModstamp', ({ opportunity }) => instantText(opportunity.saves[0].at)],
  ['IsDeleted', () => '0'],
];

/** OpportunityContactRole.csv: the converted contact of each opportunity, and on some a colleague who was never a lead. */
export function contactRoleTable({ seed, opportunities }: World): string {
  const rng = stream(seed, 'contact roles');
  const rows = opportunities.flatMap((opportunity, index) => {
    const main = { opportunity, contactId: opportunity.contactId, role: 'Decision Maker', isPrimary: true };
    if (!chance(rng, SECOND_CONTACT_SHARE)) return [main];
    const contactId = salesforceId('contact', FIRST_OTHER_CONTACT + index);
    return [main, { opportunity, contactId, role: 'Influencer', isPrimary: false }];
  });
  return tableFile(COLUMNS, rows);
}
