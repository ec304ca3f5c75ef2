import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, toEpochDay } from '../../src/domain/local-date.ts';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { arrivals, dealLags, openOpportunities } from '../../src/sql/questions/arrival-counts.ts';
import { attributeCounts } from '../../src/sql/questions/attribute-counts.ts';
import {
  bookedResults,
  campaignCosts,
  cohortAges,
  cohortOpportunityAges,
  cohortResults,
} from '../../src/sql/questions/cost-counts.ts';
import { earlyCounts } from '../../src/sql/questions/early-counts.ts';
import {
  openLoads,
  scoreCounts,
  scoreMatrixCounts,
  scoreTerciles,
} from '../../src/sql/questions/score-counts.ts';
import { sourcedCounts, wonAmounts } from '../../src/sql/questions/value-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import {
  journeyFactRows,
  opportunityFactRows,
  type JourneyFact,
  type OpportunityFact,
} from '../support/fact-rows.ts';
import { buildScoredHistories } from '../support/scored-histories.ts';

const asOf = '2026-06-30';
const twoYearsBefore = '2024-06-30';
const windows = { l2oDays: 45, o2dDays: 60, l2dDays: 105 } as const;
const period: Filter = {
  from: '2025-02-01',
  to: '2026-02-28',
  values: { channel: ['web', 'event', 'partner'], segment: ['SMB', '(blank)'] },
};

/** `FULL=1` counts 10,000 generated persons again instead of the fast subset. */
const seeds = process.env['FULL'] === '1' ? Array.from({ length: 20 }, (_, index) => index + 1) : [3];
const persons = 500;

type Row = Readonly<Record<string, string | number | null>>;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const compare = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
};

/** Rows of `facts` by the columns of `key`, in the order of these columns. */
const grouped = <Fact>(
  facts: readonly Fact[],
  key: (fact: Fact) => Row,
  counts: (facts: readonly Fact[]) => Row,
): readonly Row[] => {
  const groups = new Map<string, { readonly key: Row; readonly facts: Fact[] }>();
  for (const fact of facts) {
    const name = JSON.stringify(key(fact));
    const group = groups.get(name) ?? { key: key(fact), facts: [] };
    groups.set(name, group);
    group.facts.push(fact);
  }
  const columns = (row: Row) => Object.values(row);
  return [...groups.values()]
    .toSorted((a, b) => {
      const pairs = columns(a.key).map((cell, index) => compare(cell, columns(b.key)[index]));
      return pairs.find((order) => order !== 0) ?? 0;
    })
    .map((group) => ({ ...group.key, ...counts(group.facts) }));
};

const many = <Fact>(facts: readonly Fact[], is: (fact: Fact) => boolean): number => facts.filter(is).length;

const dayOf = (date: string | null): number => toEpochDay(date ?? 'missing');
const monthOf = (date: string | null): number => {
  const [year, month] = (date ?? 'missing').split('-').map(Number);
  return (year ?? 0) * 12 + (month ?? 0) - 1;
};
const had = (day: string | null, days: number): boolean => day !== null && addDays(day, days) <= asOf;

/** The smallest value that at least this share of the values is not above. */
const discrete = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

const known = (values: readonly (number | null)[]): readonly number[] =>
  values.flatMap((value) => (value === null ? [] : [value]));

describe.each(seeds)('counted again one by one, generated histories %i give the same', (seed) => {
  let engine: QueryEngine;
  let journeys: readonly JourneyFact[];
  let opportunities: readonly OpportunityFact[];

  const among = (filter: Filter, day: (fact: JourneyFact) => string | null) =>
    journeys.filter((fact) => {
      const on = day(fact);
      if (filter.from !== null && (on === null || on < filter.from)) return false;
      if (filter.to !== null && (on === null || on > filter.to)) return false;
      const { channel = [], segment = [] } = filter.values;
      return (
        (channel.length === 0 || channel.includes(fact.channel)) &&
        (segment.length === 0 || segment.includes(fact.segment))
      );
    });
  const cohort = (filter: Filter) =>
    among(filter, (fact) => fact.anchor_date).filter((fact) => fact.in_cohort);
  const valued = (filter: Filter) => ({ ...filter, from: null, to: null });
  const inValues = (fact: OpportunityFact, filter: Filter): boolean =>
    [fact.channel].every((value) => filter.values.channel?.includes(value) ?? true) &&
    [fact.segment].every((value) => filter.values.segment?.includes(value) ?? true);
  const inPeriod = (day: string | null, filter: Filter): boolean =>
    day !== null && (filter.from === null || day >= filter.from) && (filter.to === null || day <= filter.to);
  const sourcedBy = (facts: readonly JourneyFact[]) => {
    const byId = new Map(facts.map((fact) => [fact.journey_id, fact]));
    return opportunities.flatMap((opp) => {
      const journey = byId.get(opp.journey_id ?? '');
      return journey === undefined ? [] : [{ opp, journey }];
    });
  };

  beforeAll(async () => {
    engine = await sharedEngine();
    await buildScoredHistories(seed, persons, {
      anchor: 'mql',
      asOf,
      exportAsOf: '2026-08-15',
      reentryDays: 90,
      backdateDays: 1,
      accountMatchDays: 0,
    });
    journeys = await engine.ask(journeyFactRows);
    opportunities = await engine.ask(opportunityFactRows);
  });

  it('holds many journeys and opportunities to count', () => {
    expect(journeys.length).toBeGreaterThan(400);
    expect(opportunities.length).toBeGreaterThan(300);
  });

  describe.each([
    ['all of it', noFilter],
    ['a part of it', period],
  ] as const)('for %s', (_, filter) => {
    it('opportunities sourced by converted leads', async () => {
      const mature = cohort(filter).filter((fact) => had(fact.anchor_date, windows.l2oDays));
      const expected = grouped(
        mature,
        ({ channel }) => ({ channel }),
        (facts) => ({
          converted: many(facts, (fact) => fact.outcome === 'opportunity'),
          sourced: sourcedBy(facts).length,
          created_minor: sum(known(sourcedBy(facts).map(({ opp }) => opp.amount_created_minor))),
        }),
      );
      expect(expected.length).toBeGreaterThan(2);
      expect(await engine.ask(sourcedCounts(filter, windows.l2oDays))).toEqual(expected);
    });

    it('winsorised amounts of deals of the last two years', async () => {
      const deals = opportunities.filter(
        (opp) =>
          opp.outcome === 'won' &&
          opp.journey_id !== null &&
          opp.amount_minor !== null &&
          (opp.close_date ?? '') > twoYearsBefore &&
          inValues(opp, filter),
      );
      const cap = discrete(known(deals.map((opp) => opp.amount_minor)), 0.99);
      const amounts = (facts: readonly OpportunityFact[]) =>
        known(facts.map((opp) => opp.amount_minor)).map((amount) => Math.min(amount, cap));
      const expected = grouped(
        deals,
        ({ channel, segment }) => ({ channel, segment }),
        (facts) => ({
          deals: facts.length,
          sum_minor: sum(amounts(facts)),
          squares_minor: sum(amounts(facts).map((amount) => amount ** 2)),
          cap_minor: cap,
        }),
      );
      expect(expected.length).toBeGreaterThan(4);
      expect(await engine.ask(wonAmounts(filter))).toEqual(expected);
    });

    it('what came of a cohort by channel', async () => {
      const expected = grouped(
        cohort(filter),
        ({ channel }) => ({ channel }),
        (facts) => {
          const won = sourcedBy(facts).filter(({ opp }) => opp.outcome === 'won');
          const amounts = known(won.map(({ opp }) => opp.amount_minor));
          return {
            leads: facts.length,
            opportunities: sourcedBy(facts).length,
            won: won.length,
            won_with_amount: amounts.length,
            won_minor: sum(amounts),
          };
        },
      );
      expect(await engine.ask(cohortResults(filter))).toEqual(expected);
    });

    it('what was booked by channel', async () => {
      const won = (opp: OpportunityFact) => opp.outcome === 'won' && inPeriod(opp.close_date, filter);
      const expected = grouped(
        opportunities.filter((opp) => inValues(opp, filter)),
        ({ channel }) => ({ channel }),
        (facts) => ({
          opportunities: many(facts, (opp) => inPeriod(opp.created_date, filter)),
          won: many(facts, won),
          won_with_amount: many(facts, (opp) => won(opp) && opp.amount_minor !== null),
          won_minor: sum(known(facts.filter(won).map((opp) => opp.amount_minor))),
        }),
      );
      const everything = { ...filter, from: filter.from ?? '0001-01-01', to: filter.to ?? '9999-12-31' };
      expect(await engine.ask(bookedResults(everything))).toEqual(expected);
    });

    it('ages of the leads and of the opportunities of a cohort', async () => {
      const leads = grouped(
        cohort(filter),
        (fact) => ({ channel: fact.channel, age: dayOf(asOf) - dayOf(fact.anchor_date) }),
        (facts) => ({ leads: facts.length, open: many(facts, (fact) => fact.outcome === 'open') }),
      );
      expect(await engine.ask(cohortAges(filter))).toEqual(leads);
      const opened = grouped(
        sourcedBy(cohort(filter)),
        ({ opp, journey }) => ({ channel: journey.channel, age: dayOf(asOf) - dayOf(opp.created_date) }),
        (facts) => {
          const open = facts.filter(({ opp }) => opp.outcome === 'open');
          const amounts = known(open.map(({ opp }) => opp.amount_minor));
          return {
            opportunities: facts.length,
            open: open.length,
            open_with_amount: amounts.length,
            open_minor: sum(amounts),
          };
        },
      );
      expect(await engine.ask(cohortOpportunityAges(filter))).toEqual(opened);
    });

    it('arrivals, the months until their deals, and what is open now', async () => {
      const arrived = cohort(valued(filter));
      expect(await engine.ask(arrivals(filter))).toEqual(
        grouped(
          arrived,
          (fact) => ({ channel: fact.channel, month: monthOf(fact.anchor_date) }),
          (facts) => ({
            leads: facts.length,
            reference_leads: many(facts, (fact) => (fact.anchor_date ?? '') > twoYearsBefore),
          }),
        ),
      );
      const recent = arrived.filter((fact) => (fact.anchor_date ?? '') > twoYearsBefore);
      expect(await engine.ask(dealLags(filter))).toEqual(
        grouped(
          sourcedBy(recent).filter(({ opp }) => opp.outcome === 'won'),
          ({ opp, journey }) => ({
            channel: journey.channel,
            month: monthOf(journey.anchor_date),
            opportunity_lag: Math.max(0, monthOf(opp.created_date) - monthOf(journey.anchor_date)),
            won_lag: Math.max(0, monthOf(opp.close_date) - monthOf(journey.anchor_date)),
          }),
          (facts) => ({ deals: facts.length }),
        ),
      );
      expect(await engine.ask(openOpportunities(filter))).toEqual(
        grouped(
          opportunities.filter((opp) => opp.outcome === 'open' && inValues(opp, filter)),
          (opp) => ({ channel: opp.channel, age: dayOf(asOf) - dayOf(opp.created_date) }),
          (facts) => ({
            open: facts.length,
            open_with_amount: many(facts, (opp) => opp.amount_minor !== null),
            open_minor: sum(known(facts.map((opp) => opp.amount_minor))),
          }),
        ),
      );
    });

    it('how each level of each attribute fared', async () => {
      const mature = cohort(filter).filter((fact) => had(fact.anchor_date, windows.l2oDays));
      const within = (fact: JourneyFact, days: number) =>
        fact.outcome === 'opportunity' && (fact.t_days ?? Number.NaN) <= days;
      const cuts = (values: readonly (number | null)[]) =>
        [0.25, 0.5, 0.75].map((share) => discrete(known(values), share));
      const numeric = (pick: (fact: JourneyFact) => number | null) => {
        const [first = 0, second = 0, third = 0] = cuts(mature.map(pick));
        return (fact: JourneyFact): string => {
          const value = pick(fact);
          if (value === null) return '(blank)';
          return value <= first ? '0' : value <= second ? '1' : value <= third ? '2' : '3';
        };
      };
      const attributes = {
        campaign: (fact: JourneyFact) => fact.campaign,
        channel: (fact: JourneyFact) => fact.channel,
        fit: numeric((fact) => fact.fit),
        score: numeric((fact) => fact.score),
        segment: (fact: JourneyFact) => fact.segment,
      };
      const expected = Object.entries(attributes).flatMap(([attribute, levelOf]) =>
        grouped(
          mature,
          (fact) => ({ attribute, level: levelOf(fact) }),
          (facts) => {
            const values =
              attribute === 'fit' || attribute === 'score' ? known(facts.map((fact) => fact[attribute])) : [];
            const l2d = facts.filter((fact) => had(fact.anchor_date, windows.l2dDays));
            return {
              lowest: values.length === 0 ? null : Math.min(...values),
              highest: values.length === 0 ? null : Math.max(...values),
              leads: facts.length,
              converted: many(facts, (fact) => within(fact, windows.l2oDays)),
              leads_l2d: l2d.length,
              converted_l2d: many(l2d, (fact) => within(fact, windows.l2dDays)),
              won: many(l2d, (fact) => (fact.won_days ?? Number.NaN) <= windows.l2dDays),
            };
          },
        ),
      );
      expect(expected.length).toBeGreaterThan(15);
      expect(await engine.ask(attributeCounts(filter, windows))).toEqual(expected);
    });

    it('leads by fit and interest', async () => {
      const cuts = { fitLow: 0.5, fitHigh: 1.25, interestLow: 15, interestHigh: 40 };
      const third = (value: number | null, low: number, high: number) =>
        value === null ? 'unknown' : value <= low ? 'low' : value <= high ? 'middle' : 'high';
      const expected = grouped(
        cohort(filter),
        (fact) => ({
          fit: third(fact.fit, cuts.fitLow, cuts.fitHigh),
          interest: third(fact.score, cuts.interestLow, cuts.interestHigh),
        }),
        (facts) => {
          const mature = facts.filter((fact) => had(fact.anchor_date, windows.l2oDays));
          const sourced = sourcedBy(facts).map(({ opp }) => opp);
          const due = sourced.filter((opp) => had(opp.created_date, windows.o2dDays));
          const amounts = known(
            sourced.filter((opp) => opp.outcome === 'won').map((opp) => opp.amount_minor),
          );
          return {
            leads: mature.length,
            converted: many(
              mature,
              (fact) => fact.outcome === 'opportunity' && (fact.t_days ?? Number.NaN) <= windows.l2oDays,
            ),
            opportunities: due.length,
            won: many(due, (opp) => opp.outcome === 'won' && (opp.t_days ?? Number.NaN) <= windows.o2dDays),
            deals: amounts.length,
            won_minor: sum(amounts),
          };
        },
      );
      expect(expected).toHaveLength(16);
      expect(await engine.ask(scoreMatrixCounts(filter, windows, cuts))).toEqual(expected);
    });

    it('leads by score, from creation on', async () => {
      const created = among(filter, (fact) => fact.created_date).filter(
        (fact) => fact.score !== null && fact.outcome !== 'associated_existing',
      );
      const expected = grouped(
        created,
        ({ score }) => ({ score }),
        (facts) => {
          const mature = facts.filter((fact) => had(fact.created_date, windows.l2oDays));
          const sourced = sourcedBy(mature).map(({ opp }) => opp);
          const due = sourced.filter((opp) => had(opp.created_date, windows.o2dDays));
          const deals = sourced.filter((opp) => opp.outcome === 'won');
          return {
            leads: mature.length,
            converted: many(
              mature,
              (fact) =>
                fact.outcome === 'opportunity' &&
                dayOf(fact.event_date) - dayOf(fact.created_date) <= windows.l2oDays,
            ),
            attempted: many(mature, (fact) => (fact.last_activity_date ?? '') >= fact.created_date),
            open_now: many(facts, (fact) => fact.outcome === 'open' && fact.state !== 'recycled'),
            opportunities: due.length,
            won: many(due, (opp) => opp.outcome === 'won' && (opp.t_days ?? Number.NaN) <= windows.o2dDays),
            deals: deals.length,
            won_minor: sum(known(deals.map((opp) => opp.amount_minor))),
          };
        },
      );
      expect(expected).toHaveLength(13);
      expect(sum(expected.map((row) => Number(row['attempted'])))).toBeGreaterThan(50);
      expect(await engine.ask(scoreCounts(filter, windows))).toEqual(expected);
    });

    it('how fast leads convert and how early that is lost', async () => {
      const mature = cohort(filter).filter((fact) => had(fact.anchor_date, windows.l2oDays));
      const within = (days: number) => (fact: JourneyFact) =>
        fact.outcome === 'opportunity' && (fact.t_days ?? Number.NaN) <= days;
      const expected = grouped(
        mature,
        (fact) => ({ row_group: fact.owner }),
        (facts) => {
          const due = sourcedBy(facts).filter(({ opp }) => had(opp.created_date, 20));
          return {
            leads: facts.length,
            converted: many(facts, within(windows.l2oDays)),
            fast: many(facts, within(2)),
            opportunities: due.length,
            lost_early: many(due, ({ opp }) => opp.outcome === 'lost' && (opp.t_days ?? Number.NaN) <= 20),
          };
        },
      );
      expect(sum(expected.map((row) => Number(row['lost_early'])))).toBeGreaterThan(3);
      const request = {
        filter,
        groups: 'owner',
        l2oDays: windows.l2oDays,
        fastDays: 2,
        earlyDays: 20,
      } as const;
      expect(await engine.ask(earlyCounts(request))).toEqual(expected);
    });

    it('open leads by owner', async () => {
      const open = among(filter, (fact) => fact.created_date).filter(
        (fact) => fact.outcome === 'open' && fact.state !== 'recycled' && fact.owner !== '(blank)',
      );
      expect(await engine.ask(openLoads(filter))).toEqual(
        grouped(
          open,
          ({ owner }) => ({ owner }),
          (facts) => ({ open_now: facts.length }),
        ),
      );
    });
  });

  it('terciles of fit and score over the reference months', async () => {
    const recent = cohort(noFilter).filter((fact) => (fact.anchor_date ?? '') > twoYearsBefore);
    const fit = known(recent.map((fact) => fact.fit));
    const score = known(recent.map((fact) => fact.score));
    expect(await engine.ask(scoreTerciles)).toEqual([
      {
        fit_low: discrete(fit, 1 / 3),
        fit_high: discrete(fit, 2 / 3),
        interest_low: discrete(score, 1 / 3),
        interest_high: discrete(score, 2 / 3),
      },
    ]);
  });

  it('costs of whole months, whatever day they are dated', async () => {
    const row = (
      channel: string,
      segment: string | null,
      currency: string | null,
      rows: number,
      amounts: number,
      cost_minor: number,
    ) => ({ channel, segment, currency, rows, amounts, cost_minor });
    expect(await engine.ask(campaignCosts({ from: '2026-01-20', to: '2026-03-01' }))).toEqual([
      row('(blank)', 'ENT', 'SEK', 1, 1, 50),
      row('event', null, null, 2, 1, 0),
      row('web', 'SMB', 'EUR', 2, 2, 1000),
      row('web', 'SMB', 'SEK', 1, 1, 3),
      row('web', null, 'EUR', 1, 1, 400),
    ]);
  });
});
