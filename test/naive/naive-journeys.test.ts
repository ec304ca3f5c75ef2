/** The naive builder reproduces the reference cases, so it can stand as an oracle for the product. */
import { describe, expect, it } from 'vitest';
import type { Histories } from '../support/naive/histories.ts';
import type { NaiveJourney, NaiveResult } from '../support/naive/journeys.ts';
import { buildJourneysNaively } from '../support/naive/journeys.ts';
import { oracleIsThere, readOracleCsv, readOracleJson } from '../support/naive/oracle-folder.ts';
import type { NaiveConfig } from '../support/naive/settings.ts';
import { readWeeklyReviewHistories } from '../support/naive/weekly-review-histories.ts';

type OracleJourney = Omit<NaiveJourney, 'first_won_days'>;

interface JourneyCase extends Partial<Histories> {
  name: string;
  as_of_date: string;
  export_as_of_date?: string;
  config?: Partial<NaiveConfig>;
  expected: Omit<NaiveResult, 'journeys'> & { journeys: OracleJourney[] };
}

interface WeeklyReview {
  config: { report_tz: string; anchor: 'mql' | 'created'; as_of_date: string; export_as_of_date: string };
  expected: {
    head: Record<string, number>;
    channels: {
      channel: string;
      converted_to_date: number;
      sourced_opportunities: number;
      won: number;
      won_revenue: number;
    }[];
  };
}

const isMissing = !oracleIsThere();
const word = isMissing ? ' (missing: set ORACLE_DIR)' : '';

function inOracleShape(journey: NaiveJourney): OracleJourney {
  const { first_won_days: _firstWonDays, ...row } = journey;
  return row;
}

/** One expected row as the CSV file prints it. */
function inCsvShape(journey: NaiveJourney): Record<string, string> {
  return {
    journey_id: journey.journey_id,
    lead_ids: journey.lead_ids.join(';'),
    channel: journey.channel,
    created_date: journey.created_date,
    anchor_date: journey.anchor_date ?? '',
    in_cohort: String(journey.in_cohort),
    outcome: journey.outcome,
    event_date: journey.event_date ?? '',
    t_days: String(journey.t_days ?? ''),
    mql_cycles: String(journey.mql_cycles),
    state: journey.state ?? '',
    opportunity_ids: journey.opportunity_ids.join(';'),
    flags: journey.flags.join(';'),
  };
}

/** Builds the weekly-review case with its own parameters. */
function buildWeeklyReview(): { histories: Histories; result: NaiveResult; review: WeeklyReview } {
  const histories = readWeeklyReviewHistories();
  const review = readOracleJson('weekly_review.json') as WeeklyReview;
  const { report_tz, anchor, as_of_date, export_as_of_date } = review.config;
  const result = buildJourneysNaively(histories, { report_tz, anchor, as_of_date, export_as_of_date });
  return { histories, result, review };
}

describe.skipIf(isMissing)(`journey.json${word}`, () => {
  const cases = isMissing ? [] : (readOracleJson('journey.json') as { cases: JourneyCase[] }).cases;

  it('holds cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('$name', (journeyCase) => {
    const histories: Histories = {
      leads: journeyCase.leads ?? [],
      stage_events: journeyCase.stage_events ?? [],
      opportunities: journeyCase.opportunities ?? [],
      links: journeyCase.links ?? [],
    };
    const config: NaiveConfig = { as_of_date: journeyCase.as_of_date, ...journeyCase.config };
    if (journeyCase.export_as_of_date !== undefined) config.export_as_of_date = journeyCase.export_as_of_date;
    const result = buildJourneysNaively(histories, config);
    expect({ ...result, journeys: result.journeys.map(inOracleShape) }).toEqual(journeyCase.expected);
  });
});

describe.skipIf(isMissing)(`weekly review${word}`, () => {
  it('gives every expected journey row', () => {
    const { result } = buildWeeklyReview();
    const expected = readOracleCsv('weekly_review_expected_journeys.csv');
    expect(result.journeys.map(inCsvShape)).toEqual(
      expected.toSorted((a, b) => ((a['journey_id'] ?? '') < (b['journey_id'] ?? '') ? -1 : 1)),
    );
  });

  it('gives the counts of the head', () => {
    const { result, review } = buildWeeklyReview();
    const { journeys, opportunities } = result;
    const count = (keep: (journey: NaiveJourney) => boolean): number => journeys.filter(keep).length;
    expect({
      excluded: result.excluded.length,
      journeys: journeys.length,
      in_cohort: result.l2o.n,
      opportunity: result.l2o.converted,
      disqualified: result.l2o.disqualified,
      open: result.l2o.open,
      associated_existing: count((journey) => journey.outcome === 'associated_existing'),
      no_anchor: count((journey) => journey.anchor_date === null),
      imputed_mql_in_cohort: count((journey) => journey.in_cohort && journey.flags.includes('imputed_mql')),
      recycled_open: count((journey) => journey.in_cohort && journey.state === 'recycled'),
      second_journeys: count((journey) => journey.journey_id.includes('#')),
      opportunities: opportunities.length,
      unsourced: opportunities.filter((item) => item.sourcing_journey === null).length,
    }).toEqual(review.expected.head);
  });

  it('gives the sourced opportunities and the won ones of every channel', () => {
    const { histories, result, review } = buildWeeklyReview();
    const amounts = new Map(histories.opportunities.map((item) => [item.opportunity_id, item.amount ?? 0]));
    for (const channel of review.expected.channels) {
      const own = result.opportunities.filter((item) => item.channel === channel.channel);
      const won = own.filter((item) => item.outcome === 'won');
      expect({
        channel: channel.channel,
        converted_to_date: result.journeys.filter(
          (journey) =>
            journey.in_cohort && journey.outcome === 'opportunity' && journey.channel === channel.channel,
        ).length,
        sourced_opportunities: own.length,
        won: won.length,
        won_revenue: won.reduce((sum, item) => sum + (amounts.get(item.opportunity_id) ?? 0), 0),
      }).toEqual({
        channel: channel.channel,
        converted_to_date: channel.converted_to_date,
        sourced_opportunities: channel.sourced_opportunities,
        won: channel.won,
        won_revenue: channel.won_revenue,
      });
    }
  });
});
