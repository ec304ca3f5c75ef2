import { tableFile } from '../csv.ts';
import type { Columns } from '../csv.ts';
import { chance } from '../draws.ts';
import { ratingOf } from '../drafts.ts';
import { stream } from '../prng.ts';
import { salesforceId } from '../salesforce-id.ts';
import { instantText } from '../stockholm-time.ts';
import { INTEGRATION, MARKETING } from '../users.ts';
import type { Lead, Opportunity, World } from '../world.ts';

const FIRST_ROW = 73_000_000;
const RATING_SHARE = 0.04;
const NEXT_STEP_SHARE = 0.1;

interface Change {
  readonly parentId: string;
  readonly parentType: 'Lead' | 'Opportunity';
  readonly by: string;
  readonly at: number;
  readonly field: string;
  readonly dataType: string;
  readonly from: string;
  readonly to: string;
}

const blank = (): string => '';

const COLUMNS: Columns<Change> = [
  ['Id', (_, index) => salesforceId('fieldHistory', FIRST_ROW + index)],
  ['IsDeleted', () => '0'],
  ['ParentId', ({ parentId }) => parentId],
  ['ParentSobjectType', ({ parentType }) => parentType],
  ['CreatedById', ({ by }) => by],
  ['CreatedDate', ({ at }) => instantText(at)],
  ['FieldName', ({ field }) => field],
  ['DataType', ({ dataType }) => dataType],
  ['OldvalString', ({ from }) => from],
  ['NewvalString', ({ to }) => to],
  ['OldvalFirstName', blank],
  ['NewvalFirstName', blank],
  ['OldvalLastName', blank],
  ['NewvalLastName', blank],
  ['OldvalNumber', blank],
  ['NewvalNumber', blank],
  ['OldvalDate', blank],
  ['NewvalDate', blank],
];

/** EntityHistory.csv: changes of lead status, with owner and rating changes and other objects' changes among them. */
export function entityHistoryTable({ seed, leads, opportunities, blemishes }: World): string {
  const rng = stream(seed, 'field history');
  const ofLeads = leads.flatMap((lead) => {
    const changes = [...statusChanges(lead), ...ownerChanges(lead)];
    if (lead.life.changes.length > 0 && chance(rng, RATING_SHARE)) changes.push(ratingChange(lead));
    const ordered = changes.toSorted((a, b) => a.at - b.at);
    return blemishes.unorderedHistories.has(lead.arrival.key) ? ordered.toReversed() : ordered;
  });
  const ofOpportunities = opportunities.filter(() => chance(rng, NEXT_STEP_SHARE)).map(nextStepChange);
  return tableFile(COLUMNS, [...ofLeads, ...ofOpportunities]);
}

const onLead = (
  lead: Lead,
  at: number,
  by: string,
): Pick<Change, 'parentId' | 'parentType' | 'at' | 'by'> => ({
  parentId: lead.id,
  parentType: 'Lead',
  at,
  by,
});

const statusChanges = (lead: Lead): Change[] =>
  lead.life.changes.map(({ at, from, to }) => ({
    parentId: lead.id,
    parentType: 'Lead',
    at,
    by: to === 'MQL' ? INTEGRATION.id : lead.arrival.owner.id,
    field: 'Status',
    dataType: 'DynamicEnum',
    from,
    to,
  }));

/** A change of owner is written twice, once with names and once with ids. */
function ownerChanges(lead: Lead): Change[] {
  const { handedOverAt } = lead.life;
  if (handedOverAt === null) return [];
  const { owner } = lead.arrival;
  const shared = { ...onLead(lead, handedOverAt, MARKETING.id), field: 'Owner' };
  return [
    { ...shared, dataType: 'Text', from: MARKETING.name, to: owner.name },
    { ...shared, dataType: 'EntityId', from: MARKETING.id, to: owner.id },
  ];
}

function ratingChange(lead: Lead): Change {
  const at = lead.life.changes[0]?.at ?? lead.arrival.createdAt;
  const to = ratingOf(lead.arrival);
  const from = to === 'Cold' ? 'Warm' : 'Cold';
  return { ...onLead(lead, at, lead.arrival.owner.id), field: 'Rating', dataType: 'DynamicEnum', from, to };
}

const nextStepChange = ({ id, owner, saves }: Opportunity): Change => ({
  parentId: id,
  parentType: 'Opportunity',
  by: owner.id,
  at: saves[0].at + 3600,
  field: 'NextStep',
  dataType: 'Text',
  from: '',
  to: 'Send summary',
});
