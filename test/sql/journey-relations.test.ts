import { describe, expect, it } from 'vitest';
import type { Definitions } from '../../src/domain/definitions.ts';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { leadCounts, opportunityCounts } from '../../src/sql/questions/conversion-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { journeyRows, opportunityRows } from '../support/journey-rows.ts';
import type { Histories } from '../support/naive/histories.ts';
import { createPrng } from '../support/naive/prng.ts';
import { randomHistories } from '../support/naive/random-histories.ts';

const definitions: Definitions = {
  anchor: 'created',
  asOf: '2026-06-30',
  exportAsOf: '2026-08-15',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

const windows = { l2oDays: 30, o2dDays: 60, l2dDays: 90 };

interface Totals {
  readonly journeys: number;
  readonly converted: number;
  readonly eligible: number;
  readonly convertedWindowed: number;
  readonly opportunities: number;
  readonly deals: number;
  readonly wonMinor: number;
}

const totalsOf = async (
  histories: Histories,
  chosen: Definitions = definitions,
  filter: Filter = noFilter,
): Promise<Totals> => {
  const engine = await sharedEngine();
  await loadHistories(histories);
  await buildLoaded(chosen);
  const request = { filter, rows: 'channel', columns: 'channel', windows } as const;
  const leads = await engine.ask(leadCounts(request));
  const opportunities = await engine.ask(opportunityCounts(request));
  const add = <Row>(rows: readonly Row[], pick: (row: Row) => number): number =>
    rows.reduce((sum, row) => sum + pick(row), 0);
  return {
    journeys: add(leads, (row) => row.journeys),
    converted: add(leads, (row) => row.converted),
    eligible: add(leads, (row) => row.journeys_l2o),
    convertedWindowed: add(leads, (row) => row.converted_windowed),
    opportunities: add(opportunities, (row) => row.opportunities),
    deals: add(opportunities, (row) => row.won),
    wonMinor: add(opportunities, (row) => row.won_minor),
  };
};

const rowsOf = async (histories: Histories): Promise<readonly unknown[]> => {
  const engine = await sharedEngine();
  await loadHistories(histories);
  await buildLoaded(definitions);
  return [await engine.ask(journeyRows), await engine.ask(opportunityRows)];
};

const newLead = { lead_id: 'zz-new', created_at: '2026-02-03T10:00:00Z', channel: 'New channel' };

/** The same histories, each lead a person of its own: a later lead may show that two persons of an earlier day are one. */
const withoutPersons = (histories: Histories): Histories => ({
  ...histories,
  leads: histories.leads.map((lead) => ({ ...lead, email: null, contact_id: null, merged_into: null })),
});

const seeds = [3, 8];

describe.each(seeds)('generated histories %i', (seed) => {
  const histories = randomHistories(seed, 80);

  it('give the same journeys and opportunities in whatever order their records come', async () => {
    const prng = createPrng(seed);
    const shuffled: Histories = {
      ...histories,
      leads: prng.shuffle(histories.leads),
      stage_events: prng.shuffle(histories.stage_events),
      opportunities: prng.shuffle(histories.opportunities),
      links: prng.shuffle(histories.links),
    };
    expect(await rowsOf(shuffled)).toEqual(await rowsOf(histories));
  });

  it('give three times the money and the same counts where every amount is three times as large', async () => {
    const before = await totalsOf(histories);
    const after = await totalsOf({
      ...histories,
      opportunities: histories.opportunities.map((item) => ({
        ...item,
        amount: item.amount === null ? null : item.amount * 3,
      })),
    });
    expect(before.wonMinor).toBeGreaterThan(0);
    expect(after).toEqual({ ...before, wonMinor: before.wonMinor * 3 });
  });

  it('convert no more with one more lead that does not convert', async () => {
    const before = await totalsOf(histories);
    const after = await totalsOf({ ...histories, leads: [...histories.leads, newLead] });
    expect(after).toEqual({ ...before, journeys: before.journeys + 1, eligible: before.eligible + 1 });
  });

  it('convert no less with one more lead that does', async () => {
    const before = await totalsOf(histories);
    const opportunity = {
      opportunity_id: 'zz-opportunity',
      created_at: '2026-02-10T10:00:00Z',
      outcome: 'open',
      closed_at: null,
      amount: null,
    } as const;
    const after = await totalsOf({
      ...histories,
      leads: [...histories.leads, newLead],
      opportunities: [...histories.opportunities, opportunity],
      links: [...histories.links, { lead_id: 'zz-new', opportunity_id: 'zz-opportunity', type: 'converted' }],
    });
    expect(after).toEqual({
      ...before,
      journeys: before.journeys + 1,
      eligible: before.eligible + 1,
      converted: before.converted + 1,
      convertedWindowed: before.convertedWindowed + 1,
      opportunities: before.opportunities + 1,
    });
  });

  it('keep the conversions of a cohort that has had its window when they are looked at later', async () => {
    const early = { ...definitions, asOf: '2026-03-31' };
    const mature = { ...noFilter, to: addDays(early.asOf, -windows.l2oDays) };
    const apart = withoutPersons(histories);
    const then = await totalsOf(apart, early, mature);
    const later = await totalsOf(apart, definitions, mature);
    expect(then.convertedWindowed).toBeGreaterThan(0);
    expect(later.convertedWindowed).toBeGreaterThanOrEqual(then.convertedWindowed);
  });
});
