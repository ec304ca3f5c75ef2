/** A second, naive count of the funnels: journey by journey, in arrays and loops, from raw histories. */
import type { Histories } from './histories.ts';
import { buildJourneysNaively, type NaiveJourney } from './journeys.ts';
import { laterDay, localDay } from './local-days.ts';
import { opportunitiesAsOf, type OpportunityFact } from './opportunity-facts.ts';
import { groupIntoPersons } from './persons.ts';
import { withDefaults, type NaiveConfig } from './settings.ts';
import { leadingLead, personEvents, splitIntoJourneys } from './split.ts';
import { excludedLeadIds, survivorId } from './survivors.ts';

export const NAIVE_STAGES = ['created', 'mql', 'sal', 'sql', 'opportunity', 'won'] as const;

export type NaiveStage = (typeof NAIVE_STAGES)[number];

/** The way of one journey: the first day of each stage, every state in order, and how it stands. */
export interface NaiveWay {
  channel: string;
  isCounted: boolean;
  firsts: Record<NaiveStage, string | null>;
  states: string[];
  standing: string;
}

/** One dated state; of one day, lead events come first (0), then the opportunity (1), then its end (2). */
interface DatedState {
  day: string;
  turn: 0 | 1 | 2;
  state: string;
}

/** The ways of all journeys, and the states of the opportunities without one. */
export function naiveWays(
  histories: Histories,
  config: NaiveConfig,
): { ways: NaiveWay[]; unsourced: string[][] } {
  const settings = withDefaults(config);
  const built = buildJourneysNaively(histories, config);
  const journeyById = new Map(built.journeys.map((journey) => [journey.journey_id, journey]));
  const opportunities = opportunitiesAsOf(histories.opportunities, settings);
  const known = histories.leads.filter(
    (lead) => localDay(lead.created_at, settings.report_tz) <= settings.as_of_date,
  );
  const leadsById = new Map(known.map((lead) => [lead.lead_id, lead]));
  const excluded = excludedLeadIds(known, leadsById);
  const kept = known.filter((lead) => !excluded.has(lead.lead_id));

  const ways: NaiveWay[] = [];
  for (const leads of groupIntoPersons(kept, leadsById)) {
    const ids = new Set(leads.map((lead) => lead.lead_id));
    const linkedIds = new Set(
      histories.links.filter((link) => ids.has(link.lead_id)).map((link) => link.opportunity_id),
    );
    const linked = opportunities.filter((item) => linkedIds.has(item.opportunity_id));
    const drafts = splitIntoJourneys(personEvents(leads, histories.stage_events, settings), linked, settings);
    for (const [index, draft] of drafts.entries()) {
      const survivor = survivorId(leadingLead(draft, settings), leadsById);
      const journey = journeyById.get(index === 0 ? survivor : `${survivor}#${index + 1}`);
      if (journey === undefined) throw new Error('A journey is missing.');
      const states = draft.events.map(({ day, stage }): DatedState => ({ day, turn: 0, state: stage }));
      ways.push(wayOf(journey, states, opportunities));
    }
  }
  const unsourced = built.opportunities
    .filter((item) => item.sourcing_journey === null)
    .map((item) => (item.outcome === 'open' ? ['opportunity'] : ['opportunity', item.outcome]));
  return { ways, unsourced };
}

function wayOf(journey: NaiveJourney, events: DatedState[], opportunities: OpportunityFact[]): NaiveWay {
  const own = opportunities.filter((item) => journey.opportunity_ids.includes(item.opportunity_id));
  const states = [...events];
  let standing: string = journey.state ?? journey.outcome;
  if (own.length > 0) {
    const created = own.map((item) => laterDay(item.created_date, journey.created_date)).toSorted()[0] ?? '';
    states.push({ day: created, turn: 1, state: 'opportunity' });
    standing = 'open';
    const won = own.filter((item) => item.outcome === 'won').map((item) => item.close_date ?? '');
    const lost = own.filter((item) => item.outcome === 'lost').map((item) => item.close_date ?? '');
    if (won.length > 0) {
      states.push({ day: laterDay(created, won.toSorted()[0] ?? ''), turn: 2, state: 'won' });
      standing = 'won';
    } else if (lost.length === own.length) {
      states.push({ day: laterDay(created, lost.toSorted().at(-1) ?? ''), turn: 2, state: 'lost' });
      standing = 'lost';
    }
  }
  // The sort keeps the order of the lead's own events within a day.
  states.sort((a, b) => (a.day === b.day ? a.turn - b.turn : a.day < b.day ? -1 : 1));
  const first = (state: string): string | null => states.find((one) => one.state === state)?.day ?? null;
  return {
    channel: journey.channel,
    isCounted: journey.outcome !== 'associated_existing',
    firsts: {
      created: journey.created_date,
      mql: first('mql'),
      sal: first('sal'),
      sql: first('sql'),
      opportunity: first('opportunity'),
      won: first('won'),
    },
    states: states.map((one) => one.state),
    standing,
  };
}

/** How many ways go through every stage up to each one, in order. */
export function naiveStrict(ways: readonly NaiveWay[], stages: readonly NaiveStage[]): number[] {
  return stages.map((_, last) => {
    let count = 0;
    for (const way of ways) {
      let isThrough = true;
      for (let index = 0; index <= last; index += 1) {
        const day = way.firsts[stages[index] ?? 'created'];
        const before = index === 0 ? '' : (way.firsts[stages[index - 1] ?? 'created'] ?? '');
        if (day === null || day < before) isThrough = false;
      }
      if (isThrough) count += 1;
    }
    return count;
  });
}

/** How many ways reach each stage or a later one. */
export function naiveLoose(ways: readonly NaiveWay[], stages: readonly NaiveStage[]): number[] {
  return stages.map(
    (_, index) =>
      ways.filter((way) => stages.slice(index).some((stage) => way.firsts[stage] !== null)).length,
  );
}

/** How many ways have each stage as their last one. */
export function naiveFurthest(ways: readonly NaiveWay[], stages: readonly NaiveStage[]): number[] {
  return stages.map(
    (stage) =>
      ways.filter((way) => stages.findLast((candidate) => way.firsts[candidate] !== null) === stage).length,
  );
}

/** Moves from state to state by "from > to"; a state that follows itself is no move. */
export function naiveMoves(ways: readonly string[][]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const states of ways) {
    const whole = ['start', ...states, 'stay'];
    for (let index = 1; index < whole.length; index += 1) {
      if (whole[index] === whole[index - 1]) continue;
      const key = `${whole[index - 1]} > ${whole[index]}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}
