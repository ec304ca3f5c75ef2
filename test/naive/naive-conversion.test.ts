/** Cohort tables, opportunities and periods by hand. */
import { describe, expect, it } from 'vitest';
import { cohortCounts, cohortTable } from '../support/naive/cohort-table.ts';
import { naiveWorld } from '../support/naive/naive-world.ts';
import type { Histories, OpportunityRecord } from '../support/naive/histories.ts';
import { o2dLives } from '../support/naive/life-table.ts';
import { addDays } from '../support/naive/local-days.ts';
import { o2dCounts, periodVolumes, pipelineVelocity } from '../support/naive/opportunity-counts.ts';
import { isoWeekLabel, lastDayOf, monthsBefore, monthsBetween, startOf } from '../support/naive/periods.ts';
import { withDefaults } from '../support/naive/settings.ts';

const SETTINGS = withDefaults({ as_of_date: '2026-06-30' });

/** Leads of 4 May, each qualified at once, with an opportunity so many days later and, at times, a close. */
function leadsWith(deals: { after: number; outcome?: 'won' | 'lost'; closeAfter?: number }[]): Histories {
  const ids = deals.map((_, index) => String(index).padStart(3, '0'));
  const opportunity = (index: number): OpportunityRecord => {
    const { after = 0, outcome = 'open', closeAfter = 0 } = deals[index] ?? {};
    const created = addDays('2026-05-04', after);
    const closed_at = outcome === 'open' ? null : addDays(created, closeAfter);
    return { opportunity_id: ids[index] ?? '', created_at: created, outcome, closed_at, amount: 60_000 };
  };
  return {
    leads: ids.map((id) => ({ lead_id: id, created_at: '2026-05-04', channel: 'webinar', segment: 'SMB' })),
    stage_events: ids.map((id) => ({ lead_id: id, stage: 'mql', at: '2026-05-04' })),
    opportunities: ids
      .map((_, index) => opportunity(index))
      .filter((_, index) => (deals[index]?.after ?? -1) >= 0),
    links: ids.map((id) => ({ lead_id: id, opportunity_id: id })),
  };
}

const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

describe('a cohort', () => {
  const histories = leadsWith([
    ...times(18, { after: 30 }),
    ...times(4, { after: 31 }),
    ...times(98, { after: -1 }),
  ]);
  const { journeys, opportunities } = naiveWorld(histories, SETTINGS);

  it('of 120 MQLs with 18 opportunities in 30 days and 4 later stands at 15.0 %, and at 18.3 % to date', () => {
    const [line, ...others] = cohortTable('week', journeys, opportunities, { l2o: 30, l2d: 90 }, SETTINGS);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ start: '2026-05-04', channel: 'webinar', segment: 'SMB', complete: true });
    expect(line).toMatchObject({ n: 120, converted: 22, open: 98, eligible: 120, converted_w: 18 });
    const { n = 0, converted = 0, converted_w = 0 } = line ?? {};
    expect([converted_w / n, ((converted / n) * 100).toFixed(1)]).toEqual([0.15, '18.3']);
  });

  it('is complete once the last day of its week has had the window, eligible once the anchor has', () => {
    const on = (asOf: string) => {
      const settings = withDefaults({ as_of_date: asOf });
      const line = cohortTable('week', journeys, opportunities, { l2o: 30, l2d: 30 }, settings)[0];
      return [line?.eligible, line?.eligible_deal, line?.complete];
    };
    expect(on('2026-06-02')).toEqual([0, 0, false]);
    expect(on('2026-06-03')).toEqual([120, 120, false]);
    expect(on('2026-06-09')).toEqual([120, 120, true]);
  });

  it('counts deals within their window, opportunities once, and revenue', () => {
    const won = leadsWith([
      { after: 1, outcome: 'won', closeAfter: 9 },
      { after: 1, outcome: 'won', closeAfter: 10 },
      { after: 1, outcome: 'lost', closeAfter: 1 },
    ]);
    won.links.push({ lead_id: '000', opportunity_id: '002' });
    const { journeys: own, opportunities: items } = naiveWorld(won, SETTINGS);
    expect(cohortCounts(own, items, { l2o: 30, l2d: 10 }, SETTINGS)).toMatchObject({
      converted: 3,
      eligible_deal: 3,
      deal_w: 1,
      sourced_opportunities: 3,
      won: 2,
      won_revenue: 120_000,
    });
  });
});

describe('opportunities', () => {
  it('with 40 open, one in four won at 60,000 and 75 days give 8,000 a day', () => {
    const deals = [
      ...times(40, { after: 0 }),
      ...times(3, { after: 0, outcome: 'won' as const, closeAfter: 75 }),
      ...times(9, { after: 0, outcome: 'lost' as const, closeAfter: 5 }),
    ];
    const settings = withDefaults({ as_of_date: '2026-07-31' });
    const histories = leadsWith(deals);
    const { journeys, opportunities: items } = naiveWorld(histories, settings);
    expect(pipelineVelocity(items, settings)).toMatchObject({ open: 40, per_day: 8000 });
    expect(o2dCounts(items, 75, settings)).toMatchObject({ created: 52, eligible: 52, won_w: 3 });
    expect(o2dCounts(items, 74, settings).won_w).toBe(0);
    const afterAYear = withDefaults({ as_of_date: '2027-07-18' });
    expect(pipelineVelocity(items, afterAYear)).toMatchObject({ closed: { won: 0 }, per_day: null });
    expect(pipelineVelocity(items, { ...afterAYear, as_of_date: '2027-07-17' }).closed.won).toBe(3);
    expect(periodVolumes('month', journeys, items).get('2026-07-01')).toMatchObject({
      deals: 3,
      revenue: 180_000,
      opportunities: 0,
    });
    expect(o2dLives(items, 24, settings).filter((life) => life.event === 2).length).toBe(9);
  });
});

describe('periods', () => {
  it('begin on Monday or the first, and bear the year of their Thursday', () => {
    expect([startOf('week', '2026-06-28'), startOf('month', '2026-06-28')]).toEqual([
      '2026-06-22',
      '2026-06-01',
    ]);
    expect([lastDayOf('week', '2026-06-22'), lastDayOf('month', '2026-02-01')]).toEqual([
      '2026-06-28',
      '2026-02-28',
    ]);
    expect(isoWeekLabel('2020-12-28')).toBe('2020-W53');
    expect([monthsBetween('2025-12-31', '2026-02-01'), monthsBefore('2026-06-30', 4)]).toEqual([
      2,
      '2026-02-28',
    ]);
  });
});
