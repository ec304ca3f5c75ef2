import { customerDrafts, duplicateDrafts, returnDrafts } from './again.ts';
import { firstArrivals } from './arrivals.ts';
import { drawDeals } from './deals.ts';
import { draftOf } from './drafts.ts';
import { addOtherTouches } from './extra-touches.ts';
import { drawFates } from './fates.ts';
import { giveIds } from './give-ids.ts';
import { chooseBlemishes, soilLeads } from './lead-dirt.ts';
import type { DirtCounts } from './lead-dirt.ts';
import { leadLife } from './lead-life.ts';
import { AGAIN, DEFAULT_LEADS, DIRT } from './plan.ts';
import { stream } from './prng.ts';
import { inventReps } from './users.ts';
import type { Draft, World } from './world.ts';

const FIRST_SHARE = 0.981;

/** A world of about `leads` lead records: the first ones, then those that depend on them, then the blemishes. */
export function buildWorld(leads: number, seed: number): World {
  const counts = dirtCounts(leads);
  const reps = inventReps(seed);
  const first = firstDrafts(seed, Math.round(leads * FIRST_SHARE));
  const back = returnDrafts(stream(seed, 'returns'), first, reps, first.length);
  const twice = duplicateDrafts(
    stream(seed, 'duplicates'),
    first,
    reps,
    first.length + back.length,
    Math.round(leads * AGAIN.duplicateShare),
  );
  const known = first.length + back.length + twice.length;
  const customers = customerDrafts(stream(seed, 'customers'), reps, known, counts.existingCustomers);
  const all = [...first, ...back, ...twice, ...customers].toSorted(byCreation);

  const soiled = soilLeads(stream(seed, 'dirt'), all, counts);
  const drafts = addOtherTouches(stream(seed, 'other touches'), soiled, counts);
  const deals = drawDeals(stream(seed, 'deals'), drafts, reps, counts);
  const blemishes = chooseBlemishes(stream(seed, 'blemishes'), drafts, counts);
  return { seed, ...giveIds(drafts, deals), blemishes };
}

function firstDrafts(seed: number, count: number): Draft[] {
  const arrivals = firstArrivals(seed, count);
  const fates = drawFates(stream(seed, 'fates'), arrivals);
  const rng = stream(seed, 'lives');
  return arrivals.map((arrival) => draftOf(arrival, leadLife(rng, arrival, fates)));
}

const byCreation = (a: Draft, b: Draft): number =>
  a.arrival.createdAt - b.arrival.createdAt || a.arrival.key - b.arrival.key;

const dirtCounts = (leads: number): DirtCounts => {
  const scaled = (count: number): number => Math.round((count * leads) / DEFAULT_LEADS);
  const entries = Object.entries(DIRT).map(([name, count]) => [name, scaled(count)] as const);
  return Object.fromEntries(entries) as DirtCounts;
};
