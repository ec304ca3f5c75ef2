import { beforeAll, describe, expect, it } from 'vitest';
import { horizonCapDays } from '../../src/domain/definitions.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { conversionTable, type ConversionTable } from '../../src/metrics/conversion-table.ts';
import { rateOf } from '../../src/metrics/rate-of.ts';
import { daysToOpportunity } from '../../src/sql/questions/age-counts.ts';
import { leadCounts, opportunityCounts } from '../../src/sql/questions/conversion-counts.ts';
import { journeyFacts } from '../../src/sql/questions/dataset-facts.ts';
import { aalenJohansen, horizon, incidenceAt, type IncidencePoint } from '../../src/stats/aalen-johansen.ts';
import { shortestFairWindow } from '../../src/stats/conversion-window.ts';
import { sharedEngine } from '../support/engine.ts';
import { journeyRows, type JourneyRow } from '../support/journey-rows.ts';
import { hasOracle, missing, oracleRows } from '../support/oracle.ts';
import { loadWeeklyReview, reviewRules, type Review } from '../support/weekly-review.ts';

const inCsvShape = (journey: JourneyRow): Readonly<Record<string, string>> => ({
  journey_id: journey.journey_id,
  lead_ids: journey.lead_ids.join(';'),
  channel: journey.channel,
  created_date: journey.created_date ?? '',
  anchor_date: journey.anchor_date ?? '',
  in_cohort: String(journey.in_cohort),
  outcome: journey.outcome,
  event_date: journey.event_date ?? '',
  t_days: String(journey.t_days ?? ''),
  mql_cycles: String(journey.mql_cycles),
  state: journey.state ?? '',
  opportunity_ids: journey.opportunity_ids.join(';'),
  flags: journey.flags.join(';'),
});

const byJourney = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): number =>
  (a['journey_id'] ?? '') < (b['journey_id'] ?? '') ? -1 : 1;

describe.skipIf(!hasOracle)(`the weekly review${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  let review: Review;
  let journeys: readonly JourneyRow[];
  let table: ConversionTable;
  let curve: readonly IncidencePoint[];

  beforeAll(async () => {
    review = await loadWeeklyReview();
    const engine = await sharedEngine();
    journeys = await engine.ask(journeyRows);
    const { windows } = reviewRules(review);
    const request = { filter: noFilter, rows: 'channel', columns: 'channel', windows } as const;
    const leads = await engine.ask(leadCounts(request));
    const opportunities = await engine.ask(opportunityCounts(request));
    table = conversionTable(leads, opportunities, 'row_group', {});
    curve = aalenJohansen(await engine.ask(daysToOpportunity));
  });

  it('lists every expected journey with every expected value', () => {
    expect(journeys.map(inCsvShape).toSorted(byJourney)).toEqual(
      oracleRows('weekly_review_expected_journeys.csv').toSorted(byJourney),
    );
  });

  it('has the counts of the head', async () => {
    const [facts] = await (await sharedEngine()).ask(journeyFacts);
    const cohort = journeys.filter((journey) => journey.in_cohort);
    const ended = (outcome: string): number => cohort.filter((journey) => journey.outcome === outcome).length;
    expect({
      excluded: facts?.excluded,
      journeys: facts?.journeys,
      in_cohort: facts?.in_cohort,
      opportunity: facts?.converted,
      disqualified: ended('disqualified'),
      open: ended('open'),
      associated_existing: facts?.associated_existing,
      no_anchor: facts?.without_anchor,
      imputed_mql_in_cohort: cohort.filter((journey) => journey.flags.includes('imputed_mql')).length,
      recycled_open: cohort.filter((journey) => journey.state === 'recycled').length,
      second_journeys: facts?.reentries,
      opportunities: facts?.opportunities,
      unsourced: facts?.unsourced,
    }).toEqual(review.expected.head);
  });

  it('counts leads, opportunities, deals and revenue of every channel', () => {
    for (const expected of review.expected.channels) {
      const group = table.groups.find((entry) => entry.group === expected.channel);
      const won = group?.o2d?.toDate.k ?? Number.NaN;
      expect({
        channel: group?.group,
        n_w: group?.l2o?.windowed.n,
        x_w: group?.l2o?.windowed.k,
        o2d_n: group?.o2d?.windowed.n,
        o2d_won_w: group?.o2d?.windowed.k,
        converted_to_date: group?.l2o?.toDate.k,
        sourced_opportunities: group?.opportunities,
        won,
        won_revenue: ((group?.dealSizeMinor ?? 0) * won) / 100,
      }).toEqual({
        channel: expected.channel,
        n_w: expected.n_w,
        x_w: expected.x_w,
        o2d_n: expected.o2d_n,
        o2d_won_w: expected.o2d_won_w,
        converted_to_date: expected.converted_to_date,
        sourced_opportunities: expected.sourced_opportunities,
        won: expected.won,
        won_revenue: expected.won_revenue,
      });
    }
  });

  it('has opportunities per converted lead of every channel, and none where nothing converted', () => {
    for (const { channel, k } of review.expected.channels) {
      const found = table.groups.find((entry) => entry.group === channel)?.opportunitiesPerConverted;
      expect(found === null, channel).toBe(k === null);
      expect(Math.abs((found ?? 0) - (k ?? 0)), channel).toBeLessThanOrEqual(review.tolerance_abs);
    }
  });

  it('bounds the windowed rate of every channel as the reference does', () => {
    for (const expected of review.expected.channels) {
      const windowed = table.groups.find((entry) => entry.group === expected.channel)?.l2o?.windowed;
      expect(windowed).toEqual(rateOf(expected.x_w, expected.n_w));
      expect(Math.abs((windowed?.low ?? Number.NaN) - expected.wilson_lower)).toBeLessThanOrEqual(
        review.tolerance_abs,
      );
      expect(Math.abs((windowed?.high ?? Number.NaN) - expected.wilson_upper)).toBeLessThanOrEqual(
        review.tolerance_abs,
      );
    }
  });

  it('shows no opportunity-to-deal rate for a channel without opportunities', () => {
    const empty = table.groups.find((entry) => entry.group === 'list');
    expect(empty?.o2d?.windowed).toEqual({ k: 0, n: 0, rate: null, low: null, high: null });
  });

  it('has the reference curve, its horizon and the window derived from it', () => {
    const { H, F1_H, F2_H, default_w, points } = review.expected.curve;
    const near = (found: number | undefined, expected: number): void =>
      expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(review.tolerance_abs);
    expect(horizon(curve, horizonCapDays.l2o)).toBe(H);
    near(incidenceAt(curve, H)?.converted, F1_H);
    near(incidenceAt(curve, H)?.left, F2_H);
    expect(shortestFairWindow(curve, horizonCapDays.l2o)).toBe(default_w);
    for (const { t, F1, F2, se_F1 } of points) {
      const point = incidenceAt(curve, t);
      near(point?.converted, F1);
      near(point?.left, F2);
      near(point?.standardError, se_F1);
    }
  });
});
