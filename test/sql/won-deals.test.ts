import { beforeAll, describe, expect, it } from 'vitest';
import { buildJourneys } from '../../src/engine/build-journeys.ts';
import { loadCanonical } from '../../src/engine/load-canonical.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { wonDeals } from '../../src/sql/questions/won-deals.ts';
import { canonicalStream, type CanonicalRow } from '../support/canonical-rows.ts';
import { sharedEngine } from '../support/engine.ts';

const lead = (lead_id: string, channel: string, segment: string): CanonicalRow => ({
  lead_id,
  created_at: '2026-01-01T09:00:00Z',
  created_date: '2026-01-01',
  channel,
  segment,
});

const opportunity = (
  opportunity_id: string,
  outcome: string,
  close_date: string,
  amount_minor: number | null,
): CanonicalRow => ({
  opportunity_id,
  created_at: '2026-01-10T09:00:00Z',
  created_date: '2026-01-10',
  outcome,
  close_date,
  amount_minor,
});

const link = (lead_id: string, opportunity_id: string): CanonicalRow => ({
  lead_id,
  opportunity_id,
  type: 'converted',
  is_primary: true,
});

describe('the deals of a week', () => {
  let engine: QueryEngine;

  beforeAll(async () => {
    engine = await sharedEngine();
    await loadCanonical(engine, [
      canonicalStream('lead', [
        lead('a', 'Web', 'Small'),
        lead('b', 'Web', 'Large'),
        lead('c', 'Fair', 'Small'),
        lead('d', 'Web', 'Small'),
        lead('e', 'Web', 'Small'),
      ]),
      canonicalStream('opportunity', [
        opportunity('A', 'won', '2026-03-01', 500),
        opportunity('B', 'won', '2026-03-02', 100),
        opportunity('C', 'won', '2026-03-10', 400),
        opportunity('D', 'won', '2026-03-10', null),
        opportunity('E', 'lost', '2026-03-10', 900),
        opportunity('F', 'won', '2026-03-15', 500),
      ]),
      canonicalStream('lead_opportunity', [
        link('a', 'A'),
        link('b', 'B'),
        link('c', 'C'),
        link('d', 'D'),
        link('e', 'E'),
      ]),
    ]);
    await buildJourneys(
      engine,
      {
        anchor: 'created',
        asOf: '2026-06-30',
        exportAsOf: '2026-06-30',
        reentryDays: 90,
        backdateDays: 1,
        accountMatchDays: 0,
      },
      () => undefined,
    );
  });

  it('are the won ones of its days, the largest first, those without an amount last', async () => {
    const week = await engine.ask(wonDeals({ from: '2026-03-09', to: '2026-03-15' }));
    expect(week.map((deal) => [deal.opportunity_id, deal.amount_minor, deal.close_date])).toEqual([
      ['F', 500, '2026-03-15'],
      ['C', 400, '2026-03-10'],
      ['D', null, '2026-03-10'],
    ]);
  });

  it('know how many of their kind came before their day', async () => {
    const week = await engine.ask(wonDeals({ from: '2026-03-10', to: '2026-03-10' }));
    expect(week).toMatchObject([
      {
        opportunity_id: 'C',
        channel: 'Fair',
        segment: 'Small',
        days: 59,
        earlier: 2,
        earlier_of_channel: 0,
        earlier_of_segment: 1,
        earlier_of_both: 0,
        earlier_as_large: 1,
      },
      {
        opportunity_id: 'D',
        channel: 'Web',
        earlier: 2,
        earlier_of_channel: 2,
        earlier_of_segment: 1,
        earlier_of_both: 1,
        earlier_as_large: 0,
      },
    ]);
  });

  it('count a deal of the same amount as one as large', async () => {
    const [deal] = await engine.ask(wonDeals({ from: '2026-03-15', to: '2026-03-15' }));
    expect(deal).toMatchObject({
      opportunity_id: 'F',
      channel: '(unsourced)',
      earlier: 4,
      earlier_as_large: 1,
    });
  });

  it('are none before the first', async () =>
    expect(await engine.ask(wonDeals({ from: '2026-02-01', to: '2026-02-28' }))).toEqual([]));
});
