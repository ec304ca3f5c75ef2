/** Random histories are repeatable and really reach the rules they are meant to stress. */
import { describe, expect, it } from 'vitest';
import type { NaiveResult } from '../support/naive/journeys.ts';
import { buildJourneysNaively } from '../support/naive/journeys.ts';
import {
  RANDOM_AS_OF_DATE,
  RANDOM_EXPORT_AS_OF_DATE,
  randomHistories,
} from '../support/naive/random-histories.ts';

const SEEDS = [1, 2, 3];
const PERSONS = 150;

function build(seed: number, asOf: string): NaiveResult {
  return buildJourneysNaively(randomHistories(seed, PERSONS), {
    as_of_date: asOf,
    export_as_of_date: RANDOM_EXPORT_AS_OF_DATE,
  });
}

describe('random histories', () => {
  it('are the same for the same seed and differ between seeds', () => {
    expect(randomHistories(5, 20)).toEqual(randomHistories(5, 20));
    expect(randomHistories(5, 20)).not.toEqual(randomHistories(6, 20));
  });

  it('have unique ids and events', () => {
    const histories = randomHistories(4, 2000);
    const leadIds = histories.leads.map((lead) => lead.lead_id);
    const opportunityIds = histories.opportunities.map((item) => item.opportunity_id);
    expect(new Set(leadIds).size).toBe(leadIds.length);
    expect(new Set(opportunityIds).size).toBe(opportunityIds.length);
  });

  it('do not depend on the order of the records', () => {
    const histories = randomHistories(7, PERSONS);
    const reversed = {
      leads: histories.leads.toReversed(),
      stage_events: histories.stage_events.toReversed(),
      opportunities: histories.opportunities.toReversed(),
      links: histories.links.toReversed(),
    };
    const config = { as_of_date: RANDOM_AS_OF_DATE, account_match_days: 90 };
    expect(buildJourneysNaively(reversed, config)).toEqual(buildJourneysNaively(histories, config));
  });

  it.each(SEEDS)('reach every outcome and flag with seed %i', (seed) => {
    const { journeys, opportunities, excluded } = build(seed, RANDOM_AS_OF_DATE);
    expect(new Set(journeys.map((journey) => journey.outcome))).toEqual(
      new Set(['opportunity', 'associated_existing', 'disqualified', 'open']),
    );
    expect(new Set(journeys.flatMap((journey) => journey.flags))).toEqual(
      new Set(['clamped', 'imputed_mql', 'mql_adjusted', 'recycled', 'reopened']),
    );
    const seconds = journeys.filter((journey) => journey.journey_id.endsWith('#2'));
    expect(seconds.length).toBeGreaterThan(10);
    expect(seconds.some((journey) => journey.outcome === 'opportunity')).toBe(true);
    expect(journeys.some((journey) => journey.journey_id.endsWith('#3'))).toBe(true);
    expect(journeys.some((journey) => journey.state === 'recycled')).toBe(true);
    expect(journeys.some((journey) => journey.anchor_date === null)).toBe(true);
    expect(journeys.some((journey) => journey.lead_ids.length > 2)).toBe(true);
    expect(journeys.some((journey) => journey.opportunity_ids.length > 1)).toBe(true);
    expect(journeys.some((journey) => (journey.first_won_days ?? 0) > 0)).toBe(true);
    expect(journeys.some((journey) => journey.channel === '(blank)')).toBe(true);
    expect(opportunities.some((item) => item.sourcing_journey === null)).toBe(true);
    expect(excluded.length).toBeGreaterThan(0);
    const sources = new Map<string, number>();
    for (const id of journeys.flatMap((journey) => journey.opportunity_ids)) {
      sources.set(id, (sources.get(id) ?? 0) + 1);
    }
    expect(Math.max(...sources.values())).toBeGreaterThan(1);
  });

  it.each(SEEDS)('keep the rules that hold for every history with seed %i', (seed) => {
    for (const asOf of ['2025-12-31', RANDOM_AS_OF_DATE, RANDOM_EXPORT_AS_OF_DATE]) {
      const { journeys, opportunities, l2o } = build(seed, asOf);
      expect(new Set(journeys.map((journey) => journey.journey_id)).size).toBe(journeys.length);
      expect(l2o.converted + l2o.disqualified + l2o.open).toBe(l2o.n);
      for (const journey of journeys) {
        expect(journey.created_date <= asOf && (journey.anchor_date ?? '') <= asOf).toBe(true);
        expect(journey.anchor_date === null || journey.anchor_date >= journey.created_date).toBe(true);
        expect(journey.opportunity_ids.length > 0).toBe(journey.outcome === 'opportunity');
      }
      const sourcedBy = new Map(journeys.map((journey) => [journey.journey_id, journey.opportunity_ids]));
      for (const item of opportunities) {
        const ids = item.sourcing_journey === null ? null : sourcedBy.get(item.sourcing_journey);
        expect(ids ?? [item.opportunity_id]).toContain(item.opportunity_id);
        expect(item.t_days).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
