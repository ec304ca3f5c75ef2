import { EXPORT_AT, WORLD_START } from './calendar.ts';
import {
  between,
  chooseExactly,
  chooseWithinGroups,
  pick,
  pickWeighted,
  sample,
  wholeBetween,
} from './draws.ts';
import type { DirtCounts } from './lead-dirt.ts';
import { opportunitySaves } from './opportunity-life.ts';
import { inventCompany } from './people.ts';
import { CHANNELS, SEGMENTS, UNSOURCED } from './plan.ts';
import type { Rng } from './prng.ts';
import { DAY, localDay } from './stockholm-time.ts';
import { atWork } from './working-hours.ts';
import type { Arrival, Deal, Draft } from './world.ts';

const FAR_FUTURE_DAY = Date.UTC(2030, 0, 15) / 1000 / DAY;

/** Every opportunity of the world in order of creation. */
export function drawDeals(
  rng: Rng,
  drafts: readonly Draft[],
  reps: readonly Arrival['owner'][],
  counts: DirtCounts,
): Deal[] {
  const converted = drafts.filter(({ life }) => life.convertedAt !== null && life.getsOpportunity);
  const customers = converted.filter(({ arrival }) => arrival.kind === 'customer');
  const sourced = converted.filter(({ arrival }) => arrival.kind !== 'customer');
  const deals = [
    ...sourcedDeals(rng, sourced),
    ...customerDeals(rng, customers),
    ...salesGeneratedDeals(rng, reps, counts.salesGenerated),
  ].toSorted((a, b) => a.saves[0].at - b.saves[0].at);
  return soilDeals(rng, deals, counts);
}

function sourcedDeals(rng: Rng, drafts: readonly Draft[]): Deal[] {
  const won = chooseWithinGroups(
    rng,
    CHANNELS.map((channel) => drafts.filter(({ arrival }) => arrival.channel === channel)),
    ({ arrival }) => arrival.channel.o2d * arrival.segment.o2dFactor,
  );
  return drafts.map((draft) => ({
    ...ofLead(draft),
    kind: 'sourced',
    source: draft.source,
    saves: opportunitySaves(
      rng,
      draft.life.convertedAt ?? draft.arrival.createdAt,
      draft.arrival.segment,
      won.has(draft),
    ),
  }));
}

function customerDeals(rng: Rng, drafts: readonly Draft[]): Deal[] {
  const won = chooseExactly(rng, drafts, () => UNSOURCED.existingCustomerO2d);
  return drafts.map((draft) => {
    const createdAt = atWork(rng, draft.arrival.createdAt - between(rng, 55, 65) * DAY);
    return {
      ...ofLead(draft),
      kind: 'existing customer',
      source: 'Existing customer',
      saves: opportunitySaves(rng, createdAt, draft.arrival.segment, won.has(draft)),
    };
  });
}

function salesGeneratedDeals(rng: Rng, reps: readonly Arrival['owner'][], count: number): Deal[] {
  const places = Array.from({ length: count }, (_, index) => index);
  const won = chooseExactly(rng, places, () => UNSOURCED.salesGeneratedO2d);
  return places.map((place) => {
    const segment = pickWeighted(rng, SEGMENTS, ({ share }) => share);
    const createdAt = atWork(rng, between(rng, WORLD_START + 3 * DAY, EXPORT_AT - 3 * DAY));
    return {
      kind: 'sales generated',
      leadKey: null,
      source: 'Sales generated',
      segment,
      owner: pick(rng, reps),
      company: inventCompany(rng),
      saves: opportunitySaves(rng, createdAt, segment, won.has(place)),
    };
  });
}

const ofLead = ({ arrival, company }: Draft): Pick<Deal, 'leadKey' | 'segment' | 'owner' | 'company'> => ({
  leadKey: arrival.key,
  segment: arrival.segment,
  owner: arrival.owner,
  company,
});

/** Impossible close dates: before the creation on some closed opportunities, years ahead on a few open ones. */
function soilDeals(rng: Rng, deals: readonly Deal[], counts: DirtCounts): Deal[] {
  const early = new Set(sample(rng, deals.filter(isClosed), counts.closedBeforeCreated));
  const open = deals.filter((deal) => !isClosed(deal));
  const late = new Set(sample(rng, open, counts.farFutureCloseDates));
  return deals.map((deal) => {
    if (early.has(deal)) return closingOn(deal, localDay(deal.saves[0].at) - wholeBetween(rng, 1, 20));
    return late.has(deal) ? closingOn(deal, FAR_FUTURE_DAY) : deal;
  });
}

const isClosed = ({ saves }: Deal): boolean => saves.at(-1)?.stage.isClosed === true;

function closingOn(deal: Deal, closeDay: number): Deal {
  const [first, ...rest] = deal.saves;
  const last = rest.pop();
  if (last === undefined) return { ...deal, saves: [{ ...first, closeDay }] };
  return { ...deal, saves: [first, ...rest, { ...last, closeDay }] };
}
