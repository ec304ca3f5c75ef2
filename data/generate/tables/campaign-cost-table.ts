import { MONTHS, monthText } from '../calendar.ts';
import type { Month } from '../calendar.ts';
import { tableFile } from '../csv.ts';
import type { Columns } from '../csv.ts';
import { normal } from '../draws.ts';
import { CHANNELS, SEGMENTS } from '../plan.ts';
import { stream } from '../prng.ts';
import type { World } from '../world.ts';

const PRICE_SPREAD = 0.1;

interface Cost {
  readonly channel: string;
  readonly segment: string;
  readonly month: Month;
  readonly cost: number;
}

const COLUMNS: Columns<Cost> = [
  ['channel', ({ channel }) => channel],
  ['segment', ({ segment }) => segment],
  ['month', ({ month }) => monthText(month)],
  ['cost', ({ cost }) => cost.toFixed(2)],
  ['currency', () => 'EUR'],
];

/** CampaignCost.csv: what each channel cost in each segment and month. */
export const campaignCostTable = (world: World): string => tableFile(COLUMNS, costsOf(world));

/** The planned price of a lead times the leads that came, with a little noise in the price. */
export function costsOf({ seed, leads }: World): readonly Cost[] {
  const rng = stream(seed, 'costs');
  const counts = new Map<string, number>();
  for (const { arrival } of leads) {
    const month = MONTHS.findLast(({ startsAt }) => startsAt <= arrival.createdAt);
    const cell = `${arrival.channel.name}|${arrival.segment.name}|${month?.index}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return CHANNELS.flatMap((channel) =>
    SEGMENTS.flatMap((segment) =>
      MONTHS.map((month) => {
        const count = counts.get(`${channel.name}|${segment.name}|${month.index}`) ?? 0;
        const price = channel.costPerLead * segment.costFactor * Math.exp(PRICE_SPREAD * normal(rng));
        return { channel: channel.name, segment: segment.name, month, cost: Math.round(count * price) };
      }),
    ),
  );
}
