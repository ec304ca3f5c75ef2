import { MONTHS } from '../calendar.ts';
import type { Month } from '../calendar.ts';
import { flag, tableFile } from '../csv.ts';
import type { Columns } from '../csv.ts';
import { CHANNELS } from '../plan.ts';
import { NO_ID, salesforceId } from '../salesforce-id.ts';
import { dayText, instantText, localDay } from '../stockholm-time.ts';
import { MARKETING } from '../users.ts';
import type { World } from '../world.ts';
import { costsOf } from './campaign-cost-table.ts';

const FIRST_ROW = 2_000_000;
const MONTHS_IN_QUARTER = 3;
const WITHOUT_CAMPAIGN = new Set(['Website', 'Referral']);

interface Campaign {
  readonly id: string;
  readonly channel: string;
  readonly name: string;
  readonly months: readonly Month[];
  readonly startsAt: number;
  readonly endsAt: number;
}

type Row = Campaign & { readonly cost: number };

const isRunning = ({ months }: Campaign): boolean => months.at(-1) === MONTHS.at(-1);
const day = (instant: number): string => `${dayText(localDay(instant))} 00:00:00`;

const CAMPAIGNS: readonly Campaign[] = CHANNELS.filter(({ name }) => !WITHOUT_CAMPAIGN.has(name))
  .flatMap((channel) => quarters().map((months) => ({ channel: channel.name, months })))
  .map(({ channel, months }, index) => {
    const [first, last] = [months[0], months.at(-1)];
    const quarter = `${first?.year} Q${Math.ceil((first?.month ?? 1) / MONTHS_IN_QUARTER)}`;
    return {
      id: salesforceId('campaign', FIRST_ROW + index),
      channel,
      name: `${channel} ${quarter}`,
      months,
      startsAt: first?.startsAt ?? 0,
      endsAt: last?.endsAt ?? 0,
    };
  });

const COLUMNS: Columns<Row> = [
  ['Id', ({ id }) => id],
  ['IsDeleted', () => '0'],
  ['Name', ({ name }) => name],
  ['ParentId', () => NO_ID],
  ['Type', ({ channel }) => channel],
  ['Status', (campaign) => (isRunning(campaign) ? 'In Progress' : 'Completed')],
  ['StartDate', ({ startsAt }) => day(startsAt)],
  ['EndDate', ({ endsAt }) => day(endsAt - 1)],
  ['CurrencyIsoCode', () => 'EUR'],
  ['BudgetedCost', ({ cost }) => (Math.ceil(cost / 1000) * 1000).toFixed(2)],
  ['ActualCost', ({ cost }) => cost.toFixed(2)],
  ['IsActive', (campaign) => flag(isRunning(campaign))],
  ['OwnerId', () => MARKETING.id],
  ['CreatedDate', ({ startsAt }) => instantText(startsAt)],
  ['CreatedById', () => MARKETING.id],
  ['LastModifiedDate', ({ startsAt }) => instantText(startsAt)],
  ['LastModifiedById', () => MARKETING.id],
  ['SystemModstamp', ({ startsAt }) => instantText(startsAt)],
];

/** Campaign.csv: one campaign a quarter for each channel that runs campaigns, its cost the sum of the cost table. */
export function campaignTable(world: World): string {
  const costs = costsOf(world);
  const rows = CAMPAIGNS.map((campaign) => ({
    ...campaign,
    cost: costs
      .filter(({ channel, month }) => channel === campaign.channel && campaign.months.includes(month))
      .reduce((sum, { cost }) => sum + cost, 0),
  }));
  return tableFile(COLUMNS, rows);
}

/** The campaign of a channel that ran at an instant, if there is one. */
export const campaignIdAt = (channel: string, instant: number): string | null =>
  CAMPAIGNS.find((each) => each.channel === channel && each.startsAt <= instant && instant < each.endsAt)
    ?.id ?? null;

function quarters(): readonly (readonly Month[])[] {
  return Array.from({ length: MONTHS.length / MONTHS_IN_QUARTER }, (_, index) =>
    MONTHS.slice(index * MONTHS_IN_QUARTER, (index + 1) * MONTHS_IN_QUARTER),
  );
}
