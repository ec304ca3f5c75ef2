import { describe, expect, it } from 'vitest';
import { qualityOfLoaded } from '../support/defect-data.ts';
import { loadHistories } from '../support/histories-in-engine.ts';
import { localDay } from '../support/canonical-rows.ts';
import type { Histories } from '../support/naive/histories.ts';
import { buildJourneysNaively } from '../support/naive/journeys.ts';
import { opportunitiesAsOf } from '../support/naive/opportunity-facts.ts';
import { groupIntoPersons } from '../support/naive/persons.ts';
import { randomHistories } from '../support/naive/random-histories.ts';
import { withDefaults } from '../support/naive/settings.ts';

const asOf = '2026-06-30';

/** Counts of defects by loops over the histories, sharing nothing with the statements. */
const recounted = (histories: Histories): Readonly<Record<string, number>> => {
  const settings = withDefaults({ as_of_date: asOf, anchor: 'mql' });
  const { journeys, opportunities, excluded } = buildJourneysNaively(histories, settings);
  const present = histories.leads.filter((lead) => localDay(lead.created_at) <= asOf);
  const counted = present.filter(({ lead_id }) => !excluded.includes(lead_id));
  const persons = groupIntoPersons(counted, new Map(present.map((lead) => [lead.lead_id, lead])));
  const known = opportunitiesAsOf(histories.opportunities, settings);
  const ids = new Set(histories.leads.map(({ lead_id }) => lead_id));
  const countedIds = new Set(counted.map(({ lead_id }) => lead_id));
  const exported = new Map(histories.opportunities.map((entry) => [entry.opportunity_id, entry]));
  const linkedIds = new Set(
    histories.links
      .filter(({ lead_id }) => countedIds.has(lead_id))
      .map(({ opportunity_id }) => opportunity_id),
  );
  const closedDay = (id: string): string | null => {
    const entry = exported.get(id);
    return entry === undefined || entry.outcome === 'open' || entry.closed_at === null
      ? null
      : localDay(entry.closed_at);
  };
  const sourcedBy = (leads: readonly string[]): ReadonlySet<string> =>
    new Set(
      journeys
        .filter(({ lead_ids }) => lead_ids.some((id) => leads.includes(id)))
        .flatMap(({ opportunity_ids }) => opportunity_ids),
    );
  const older = new Set<string>();
  for (const person of persons) {
    const leads = person.map(({ lead_id }) => lead_id);
    const sourced = sourcedBy(leads);
    for (const { lead_id, opportunity_id } of histories.links)
      if (
        leads.includes(lead_id) &&
        !sourced.has(opportunity_id) &&
        known.some((entry) => entry.opportunity_id === opportunity_id)
      )
        older.add(opportunity_id);
  }
  const createdOf = new Map(counted.map((lead) => [lead.lead_id, localDay(lead.created_at)]));
  const early = new Set(
    histories.stage_events
      .filter(({ lead_id, at }) => localDay(at) < (createdOf.get(lead_id) ?? ''))
      .map(({ lead_id }) => lead_id),
  );
  const flagged = (flag: string): number => journeys.filter(({ flags }) => flags.includes(flag)).length;
  const isEmpty = (text: string | null | undefined): boolean => (text ?? '').trim() === '';
  return {
    missing_channel: journeys.filter(({ channel }) => channel === '(blank)').length,
    repeated_persons: counted.length - persons.length,
    unmatchable_leads: persons.filter(
      ([first, ...rest]) => rest.length === 0 && isEmpty(first?.email) && isEmpty(first?.contact_id),
    ).length,
    stage_before_creation: early.size,
    mql_after_later_stage: flagged('mql_adjusted'),
    mql_skipped: flagged('imputed_mql'),
    opportunity_day_before_lead: flagged('clamped'),
    opportunity_before_lead: older.size,
    opportunity_without_lead: opportunities.filter(
      ({ opportunity_id, sourcing_journey }) => sourcing_journey === null && !linkedIds.has(opportunity_id),
    ).length,
    closed_before_created: known.filter(
      ({ opportunity_id, created_date }) => (closedDay(opportunity_id) ?? '9') < created_date,
    ).length,
    won_without_amount: known.filter(
      ({ opportunity_id, outcome }) => outcome === 'won' && exported.get(opportunity_id)?.amount === null,
    ).length,
    link_without_opportunity: new Set(
      histories.links.map(({ opportunity_id }) => opportunity_id).filter((id) => !exported.has(id)),
    ).size,
    change_without_lead: new Set(
      histories.stage_events
        .filter(({ lead_id, at }) => !ids.has(lead_id) && localDay(at) <= asOf)
        .map(({ lead_id }) => lead_id),
    ).size,
  };
};

describe('the counts of defects agree with a naive recount', () => {
  it.each([1, 5])('on generated histories %i', async (seed) => {
    const histories = randomHistories(seed, 150);
    const lost = histories.leads.length - 3;
    const spoilt = {
      ...histories,
      leads: histories.leads.slice(0, lost),
      opportunities: histories.opportunities.slice(2),
    };
    await loadHistories(spoilt);
    const { quality } = await qualityOfLoaded();
    const expected = recounted(spoilt);
    const counts = Object.fromEntries(quality.defects.map(({ kind, count }) => [kind.id, count]));
    expect(Object.fromEntries(Object.keys(expected).map((id) => [id, counts[id]]))).toEqual(expected);
    expect(Object.values(expected).filter((count) => count > 0).length).toBeGreaterThan(6);
  });
});
