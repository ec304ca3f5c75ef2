import { beforeAll, describe, expect, it } from 'vitest';
import { monthIndex } from '../../src/domain/calendar-month.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { analyse, type Analysis } from '../../src/engine/analysis.ts';
import { noChoices } from '../../src/engine/no-choices.ts';
import { channelCosts } from '../../src/engine/channel-costs.ts';
import { loadCanonical } from '../../src/engine/load-canonical.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { planFacts } from '../../src/engine/plan-facts.ts';
import { planCounts, valueHistory } from '../../src/engine/value-history.ts';
import { valueNumbers } from '../../src/engine/value-numbers.ts';
import { valueLines } from '../../src/headless/value-markdown.ts';
import { dealsByLag } from '../../src/metrics/deal-lags.ts';
import { leadValues } from '../../src/metrics/lead-value.ts';
import { canonicalStream } from '../support/canonical-rows.ts';
import { sharedEngine } from '../support/engine.ts';

const asOf = '2026-06-30';
const windows = { l2oDays: 30, o2dDays: 60, l2dDays: 90 };

/**
 * Web, SMB: 40 leads of 10 January and 3 of 20 June. On 20 January 10 of the 40 have an opportunity, of which 5 are won for
 * 1,000.00 on 19 February and 5 lost on 1 March; on 1 March, after the window, 2 more have one, still open without amount.
 */
const leads = Array.from({ length: 43 }, (_, index) => ({
  lead_id: `L${String(index).padStart(2, '0')}`,
  created_at: index < 40 ? '2026-01-10T12:00:00Z' : '2026-06-20T12:00:00Z',
  created_date: index < 40 ? '2026-01-10' : '2026-06-20',
  channel: 'web',
  segment: 'SMB',
}));

const opportunities = Array.from({ length: 12 }, (_, index) => {
  const day = index < 10 ? '2026-01-20' : '2026-03-01';
  return {
    opportunity_id: `O${String(index).padStart(2, '0')}`,
    created_at: `${day}T12:00:00Z`,
    created_date: day,
    outcome: index < 5 ? 'won' : index < 10 ? 'lost' : 'open',
    close_date: index < 5 ? '2026-02-19' : index < 10 ? '2026-03-01' : null,
    amount_minor: index < 5 ? 100_000 : null,
  };
});

const costs = [
  { channel: 'web', segment: 'SMB', month: '2026-01-01', cost_minor: 400_000, currency: 'EUR' },
  { channel: 'web', month: '2026-01-15', cost_minor: 100_000 },
  { channel: 'web', segment: 'SMB', month: '2026-02-01', cost_minor: 70_000 },
  { channel: 'fair', segment: 'SMB', month: '2026-01-01', cost_minor: 20_000 },
];

describe('the value of leads, from records to numbers', () => {
  let engine: QueryEngine;
  let analysis: Analysis;

  beforeAll(async () => {
    engine = await sharedEngine();
    await loadCanonical(engine, [
      canonicalStream('lead', leads),
      canonicalStream('opportunity', opportunities),
      canonicalStream(
        'lead_opportunity',
        opportunities.map(({ opportunity_id }, index) => ({
          opportunity_id,
          lead_id: leads[index]?.lead_id ?? '',
          type: 'converted',
        })),
      ),
      canonicalStream('campaign_cost', costs),
    ]);
    const facts = { wonOnly: false, reportTimeZone: 'Europe/Stockholm', stamp: null, currencies: ['EUR'] };
    const choices = { ...noChoices, asOf, anchor: 'created' } as const;
    analysis = { ...(await analyse(engine, facts, choices, () => undefined)), windows };
  });

  it('is developed, bridged and multiplied as by hand', async () => {
    const history = await valueHistory(engine, analysis, noFilter);
    if (history === null) throw new Error('not measurable');
    // F(30) = 10/43. 30 of 33 are at risk on day 50: F(50) = 10/43 + 33/43 * 2/30. So F(50)/F(30) = 12.2/10.
    expect(history.developments.l2o).toMatchObject({ windowDays: 30, horizonDays: 50 });
    expect(history.developments.l2o.factor).toBeCloseTo(1.22, 12);
    // Twelve opportunities are too few for a horizon.
    expect(history.developments.o2d).toEqual({ windowDays: 60, horizonDays: null, factor: 1 });
    const { total } = leadValues(history.counts, history.developments);
    expect(total.l2o).toMatchObject({ k: 10, n: 40 });
    expect(total.o2d).toMatchObject({ k: 5, n: 12 });
    expect(total.opportunitiesPerConverted).toBe(1);
    // 0.25 * 1.22 * 5/12 * 1000.00
    expect(total.valueMinor).toBeCloseTo(0.305 * (5 / 12) * 100_000, 6);
    expect(history.created).toEqual([{ channel: 'web', converted: 12, sourced: 12, created_minor: 500_000 }]);
  });

  it('has no money where deals are in several currencies, and no rates where a joint cannot be measured', async () => {
    const several = await valueHistory(engine, { ...analysis, currencies: ['EUR', 'SEK'] }, noFilter);
    expect(several?.counts.amounts).toEqual([]);
    const noDeals = { ...analysis, windows: { ...windows, o2dDays: null } };
    expect(await valueHistory(engine, noDeals, noFilter)).toBeNull();
    const noLeads = { ...analysis, windows: { ...windows, l2oDays: null } };
    expect(await valueHistory(engine, noLeads, noFilter)).toBeNull();
  });

  it('comes with deals by month after arrival and what is open', async () => {
    const { history, open } = await planCounts(engine, analysis, noFilter);
    expect(history.asOf).toBe(asOf);
    const january = monthIndex('2026-01-01');
    expect(history.lags).toEqual([
      { channel: 'web', month: january, opportunity_lag: 0, won_lag: 1, deals: 5 },
    ]);
    // None of 43 in the month of arrival, 5 of 40 in the next one.
    expect(
      dealsByLag({ ...history, arrivals: history.arrivals.slice(0, 1) }, 'web', null).dealsByLag[1],
    ).toBe(0.125);
    expect(open).toEqual([{ channel: 'web', age: 121, open: 2, open_with_amount: 0, open_minor: 0 }]);
    expect(addDays('2026-03-01', 121)).toBe(asOf);
  });

  it('comes together with costs, attributes and scores for a report', async () => {
    const numbers = await valueNumbers(engine, analysis);
    expect(numbers?.values.total.valueMinor).toBeCloseTo(0.305 * (5 / 12) * 100_000, 6);
    // 5,700.00 for January and February, of which 40 leads brought 5 deals and 3 more are still young.
    const web = numbers?.costs.find(({ cost }) => cost.channel === 'web');
    expect(web).toMatchObject({ cost: { costMinor: 570_000 }, isExpected: true, outcome: { leads: 43 } });
    expect(web?.perLeadMinor).toBeCloseTo(570_000 / 43, 9);
    const channel = numbers?.attributes.find(({ attribute }) => attribute === 'channel');
    expect(
      channel?.levels.map(({ level, opportunity }) => [level, opportunity.rate.k, opportunity.rate.n]),
    ).toEqual([['web', 10, 40]]);
    expect(numbers?.thresholds).toEqual([]);
    expect(numbers?.scoreQuality).toBeNull();
    const markdown = valueLines(numbers ?? null, 'EUR').join('\n');
    expect(markdown).toContain('| All | €127 |');
    expect(markdown).toContain('| web | €5,700 | €133 |');
    expect(markdown).not.toContain('#### campaign');
  });

  it('is counted once for a plan, with the costs of the year', async () => {
    const facts = await planFacts(engine, analysis);
    expect(facts?.basis.history.asOf).toBe(asOf);
    expect(facts?.basis.open).toEqual([
      { channel: 'web', age: 121, open: 2, open_with_amount: 0, open_minor: 0 },
    ]);
    expect(facts?.basis.values.total.valueMinor).toBeCloseTo(0.305 * (5 / 12) * 100_000, 6);
    expect(facts?.costs.map(({ cost }) => [cost.channel, cost.costMinor])).toEqual([
      ['fair', 20_000],
      ['web', 570_000],
    ]);
    expect(await planFacts(engine, { ...analysis, windows: { ...windows, o2dDays: null } })).toBeNull();
  });

  it('says so where one of the conversions cannot be measured', async () => {
    const numbers = await valueNumbers(engine, { ...analysis, windows: { ...windows, o2dDays: null } });
    expect(numbers).toBeNull();
    expect(valueLines(numbers, 'EUR').join(' ')).toContain('cannot be told');
  });

  it('is held against what the leads of a month cost', async () => {
    const january = { from: '2026-01-20', to: '2026-01-20' };
    const [fair, web] = await channelCosts(engine, analysis, january, {}, 'cohort', () => null);
    // 5,000.00 for 40 leads, 12 opportunities and 5 deals of 5,000.00 together.
    expect(web).toMatchObject({
      cost: { channel: 'web', costMinor: 500_000, currency: 'EUR' },
      isExpected: false,
      outcome: { leads: 40, opportunities: 12, deals: 5, revenueMinor: 500_000, dealsWithoutAmount: 0 },
      perLeadMinor: 12_500,
      perDealMinor: 100_000,
      returnOnCost: 0,
    });
    expect(fair).toMatchObject({
      cost: { costMinor: 20_000 },
      perLeadMinor: null,
      perOpportunityMinor: null,
      returnOnCost: -1,
    });
  });

  it('spreads a cost without a segment over none of those looked at', async () => {
    const january = { from: '2026-01-01', to: '2026-01-31' };
    const values = { channel: ['web'], segment: ['SMB'] };
    const found = await channelCosts(engine, analysis, january, values, 'cohort', () => null);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      cost: { costMinor: 400_000, unallocatedMinor: 100_000 },
      returnOnCost: 0.25,
    });
  });

  it('adds what is expected of a young cohort, and marks it', async () => {
    const history = await valueHistory(engine, analysis, noFilter);
    if (history === null) throw new Error('not measurable');
    const expectation = {
      ...history.curves,
      opportunitiesPerConverted: 1,
      winRate: 0.5,
      dealSizeMinor: 100_000,
    };
    const june = { from: '2026-06-01', to: '2026-06-30' };
    const [web] = await channelCosts(engine, analysis, june, {}, 'cohort', () => expectation);
    // Three leads open for ten days: F(50) - F(10) over S(10) is 2/30 each.
    expect(web?.isExpected).toBe(true);
    expect(web?.outcome.leads).toBe(3);
    expect(web?.outcome.opportunities).toBeCloseTo(0.2, 12);
    expect(web?.outcome.deals).toBeCloseTo(0.1, 12);
    expect(web?.cost).toMatchObject({ costMinor: null, reason: 'noRow' });
    expect(web?.perLeadMinor).toBeNull();
  });

  it('by booking counts what was created and won in the months', async () => {
    const months = { from: '2026-02-01', to: '2026-03-01' };
    const found = await channelCosts(engine, analysis, months, {}, 'booking', () => null);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      cost: { costMinor: 70_000 },
      outcome: { leads: 0, opportunities: 2, deals: 5, revenueMinor: 500_000 },
      perLeadMinor: null,
      perOpportunityMinor: 35_000,
      perDealMinor: 14_000,
    });
  });
});
