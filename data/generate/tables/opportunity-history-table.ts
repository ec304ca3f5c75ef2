import { tableFile } from '../csv.ts';
import type { Columns } from '../csv.ts';
import { chance, shuffled } from '../draws.ts';
import { stream } from '../prng.ts';
import { salesforceId } from '../salesforce-id.ts';
import { dayText, instantText } from '../stockholm-time.ts';
import type { Opportunity, OpportunitySave, World } from '../world.ts';

const FIRST_ROW = 52_000_000;
const UNORDERED_SHARE = 0.08;

interface Row {
  readonly serial: number;
  readonly opportunity: Opportunity;
  readonly save: OpportunitySave;
  readonly before: OpportunitySave | undefined;
  readonly stageBefore: OpportunitySave | undefined;
  readonly after: OpportunitySave | undefined;
}

const day = (save: OpportunitySave): string => `${dayText(save.closeDay)} 00:00:00`;
const money = (amount: number | null | undefined): string => (amount == null ? '' : amount.toFixed(2));
const expected = ({ amount, stage }: OpportunitySave): string =>
  amount === null ? '' : ((amount * stage.probability) / 100).toFixed(2);

const COLUMNS: Columns<Row> = [
  ['Id', ({ serial }) => salesforceId('opportunityHistory', FIRST_ROW + serial)],
  ['OpportunityId', ({ opportunity }) => opportunity.id],
  ['CreatedById', ({ opportunity }) => opportunity.owner.id],
  ['CreatedDate', ({ save }) => instantText(save.at)],
  ['StageName', ({ save }) => save.stage.name],
  ['Amount', ({ save }) => money(save.amount)],
  ['ExpectedRevenue', ({ save }) => expected(save)],
  ['CloseDate', ({ save }) => day(save)],
  ['Probability', ({ save }) => String(save.stage.probability)],
  ['ForecastCategory', ({ save }) => save.stage.forecast],
  ['FromOpportunityStageName', ({ before }) => before?.stage.name ?? ''],
  ['PrevOpportunityStageUpdate', ({ stageBefore }) => (stageBefore ? instantText(stageBefore.at) : '')],
  ['CurrencyIsoCode', () => 'EUR'],
  ['ValidThroughDate', ({ after }) => (after ? instantText(after.at) : '')],
  ['SystemModstamp', ({ save }) => instantText(save.at)],
  ['IsDeleted', () => '0'],
  ['PrevAmount', ({ before }) => money(before?.amount)],
  ['PrevCloseDate', ({ before }) => (before ? day(before) : '')],
];

/** OpportunityHistory.csv: one row a save, some opportunities with their rows out of time order. */
export function opportunityHistoryTable({ seed, opportunities }: World): string {
  const rng = stream(seed, 'opportunity history order');
  let serial = 0;
  const rows = opportunities.flatMap((opportunity) => {
    const { saves } = opportunity;
    const own = saves.map((save, index): Row => {
      const before = saves[index - 1];
      const entry = before && saves.find(({ stage }) => stage === before.stage);
      return { serial: serial++, opportunity, save, before, stageBefore: entry, after: saves[index + 1] };
    });
    return chance(rng, UNORDERED_SHARE) ? shuffled(rng, own) : own;
  });
  return tableFile(COLUMNS, rows);
}
