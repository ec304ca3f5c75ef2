import { flag, tableFile } from '../csv.ts';
import type { Columns } from '../csv.ts';
import { NO_ID } from '../salesforce-id.ts';
import { dayText, instantText, localDay } from '../stockholm-time.ts';
import type { Opportunity, OpportunitySave, World } from '../world.ts';
import { campaignIdAt } from './campaign-table.ts';

const latest = ({ saves }: Opportunity): OpportunitySave => saves.at(-1) ?? saves[0];

const stageSince = ({ saves }: Opportunity): number => {
  const changes = saves.filter((save, index) => save.stage !== saves[index - 1]?.stage);
  return changes.at(-1)?.at ?? saves[0].at;
};

const money = (amount: number | null): string => (amount === null ? '' : amount.toFixed(2));

const expected = ({ amount, stage }: OpportunitySave): string =>
  amount === null ? '' : ((amount * stage.probability) / 100).toFixed(2);

const COLUMNS: Columns<Opportunity> = [
  ['Id', (each) => each.id],
  ['IsDeleted', () => '0'],
  ['AccountId', (each) => each.accountId],
  ['IsPrivate', () => '0'],
  ['Name', (each) => `${each.company.replaceAll('\n', ' ')} - ${each.segment.name}`],
  ['StageName', (each) => latest(each).stage.name],
  ['StageSortOrder', (each) => String(latest(each).stage.order)],
  ['Amount', (each) => money(latest(each).amount)],
  ['Probability', (each) => String(latest(each).stage.probability)],
  ['ExpectedRevenue', (each) => expected(latest(each))],
  ['CloseDate', (each) => `${dayText(latest(each).closeDay)} 00:00:00`],
  ['Type', (each) => (each.kind === 'existing customer' ? 'Existing Business' : 'New Business')],
  ['LeadSource', (each) => each.source],
  ['IsClosed', (each) => flag(latest(each).stage.isClosed)],
  ['IsWon', (each) => flag(latest(each).stage.isWon)],
  ['ForecastCategory', (each) => latest(each).stage.forecast],
  ['CurrencyIsoCode', () => 'EUR'],
  ['CampaignId', (each) => campaignIdAt(each.source, each.saves[0].at) ?? NO_ID],
  ['OwnerId', (each) => each.owner.id],
  ['CreatedDate', (each) => instantText(each.saves[0].at)],
  ['CreatedById', (each) => each.owner.id],
  ['LastModifiedDate', (each) => instantText(latest(each).at)],
  ['LastModifiedById', (each) => each.owner.id],
  ['SystemModstamp', (each) => instantText(latest(each).at)],
  ['LastActivityDate', (each) => `${dayText(localDay(latest(each).at))} 00:00:00`],
  ['LastStageChangeDate', (each) => instantText(stageSince(each))],
  ['ContactId', (each) => each.contactId],
  ['Segment__c', (each) => each.segment.name],
];

/** Opportunity.csv. */
export const opportunityTable = ({ opportunities }: World): string => tableFile(COLUMNS, opportunities);
