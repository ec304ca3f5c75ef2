import { beforeAll, describe, expect, it } from 'vitest';
import type { Definitions } from '../../src/domain/definitions.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { fromEpochDay } from '../../src/domain/local-date.ts';
import { buildCube } from '../../src/engine/cube.ts';
import { sliceCube, type Cube } from '../../src/metrics/cube/cube.ts';
import { lifeTable } from '../../src/metrics/cube/joint-counts.ts';
import { flowInWindow, flowToDate } from '../../src/metrics/cube/lead-flow.ts';
import { periodVolumes } from '../../src/metrics/cube/period-volumes.ts';
import { pipelineVelocity } from '../../src/metrics/cube/pipeline-velocity.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { buildJourneysNaively, type NaiveJourney, type NaiveOpportunity } from '../support/naive/journeys.ts';
import { addDays, daysBetween } from '../support/naive/local-days.ts';
import { randomHistories } from '../support/naive/random-histories.ts';

const definitions: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-08-15',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};
const windows = { l2oDays: 30, o2dDays: 60, l2dDays: 90 };
const { asOf } = definitions;

const histories = randomHistories(11, process.env['FULL'] === '1' ? 2000 : 200);
const minor = new Map(
  histories.opportunities.map(({ opportunity_id, amount }) => [
    opportunity_id,
    Math.round((amount ?? 0) * 100),
  ]),
);

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
const count = <Item>(items: readonly Item[], when: (item: Item) => boolean): number =>
  items.filter(when).length;

describe('the cube agrees with a naive count of generated histories', () => {
  let cube: Cube;
  let cohort: readonly (NaiveJourney & { readonly anchor_date: string })[];
  let journeys: readonly NaiveJourney[];
  let opportunities: readonly NaiveOpportunity[];

  beforeAll(async () => {
    await loadHistories(histories);
    await buildLoaded(definitions);
    cube = await buildCube(await sharedEngine(), { definitions, windows }, noFilter, 'channel', 'segment');
    const naive = buildJourneysNaively(histories, {
      as_of_date: asOf,
      export_as_of_date: definitions.exportAsOf,
      anchor: definitions.anchor,
    });
    ({ journeys, opportunities } = naive);
    cohort = journeys.flatMap((journey) =>
      journey.in_cohort && journey.anchor_date !== null
        ? [{ ...journey, anchor_date: journey.anchor_date }]
        : [],
    );
  });

  /** What the leads of some journeys led to, within so many days of the anchor. */
  const flowOf = (leads: typeof cohort, withinDays: number) => {
    const anchors = new Map(leads.map(({ journey_id, anchor_date }) => [journey_id, anchor_date]));
    const daysTo = ({ sourcing_journey }: NaiveOpportunity, day: string | null): number => {
      const anchor = anchors.get(sourcing_journey ?? '');
      return anchor === undefined || day === null ? Infinity : daysBetween(anchor, day);
    };
    const sourced = opportunities.filter((each) => daysTo(each, each.created_date) <= withinDays);
    const won = opportunities.filter(
      (each) => each.outcome === 'won' && daysTo(each, each.close_date) <= withinDays,
    );
    return {
      leads: leads.length,
      converted: count(
        leads,
        ({ outcome, t_days }) => outcome === 'opportunity' && (t_days ?? 0) <= withinDays,
      ),
      opportunities: sourced.length,
      deals: won.length,
      wonMinor: sum(won, ({ opportunity_id }) => minor.get(opportunity_id) ?? 0),
    };
  };

  it('in what leads have led to so far', () => {
    expect(cohort.length).toBeGreaterThan(50);
    expect(flowToDate(cube)).toEqual(flowOf(cohort, 100_000));
  });

  it('in what leads of a period led to within the window of lead to deal', () => {
    const [from, to] = ['2025-03-01', '2026-05-31'];
    const last = addDays(asOf, -windows.l2dDays);
    const ripe = cohort.filter(({ anchor_date }) => anchor_date >= from && anchor_date <= last);
    expect(ripe.length).toBeGreaterThan(20);
    expect(flowInWindow(sliceCube(cube, { ...noFilter, from, to }))).toEqual(flowOf(ripe, windows.l2dDays));
  });

  it('in windows that end on the very day of a win', async () => {
    const anchors = new Map(cohort.map(({ journey_id, anchor_date }) => [journey_id, anchor_date]));
    const days = opportunities.flatMap(({ sourcing_journey, outcome, close_date }) => {
      const anchor = anchors.get(sourcing_journey ?? '');
      return outcome === 'won' && close_date !== null && anchor !== undefined
        ? [Math.max(0, daysBetween(anchor, close_date))]
        : [];
    });
    expect(days.length).toBeGreaterThan(2);
    for (const l2dDays of days.slice(0, 3)) {
      const found = await buildCube(
        await sharedEngine(),
        { definitions, windows: { ...windows, l2dDays } },
        noFilter,
        'segment',
        'segment',
      );
      const ripe = cohort.filter(({ anchor_date }) => anchor_date <= addDays(asOf, -l2dDays));
      expect(flowInWindow(found)).toEqual(flowOf(ripe, l2dDays));
    }
  });

  it('in the volumes of every month', () => {
    const inMonth = (day: string | null, start: number): boolean =>
      day?.slice(0, 7) === fromEpochDay(start).slice(0, 7);
    for (const {
      start,
      leads,
      anchored,
      opportunities: created,
      pipelineMinor,
      deals,
      lost,
      revenueMinor,
    } of periodVolumes(cube, 'month')) {
      const opened = opportunities.filter(({ created_date }) => inMonth(created_date, start));
      const closed = opportunities.filter(({ close_date }) => inMonth(close_date, start));
      const won = closed.filter(({ outcome }) => outcome === 'won');
      const amounts = (of: readonly NaiveOpportunity[]): number =>
        sum(of, ({ opportunity_id }) => minor.get(opportunity_id) ?? 0);
      expect({ leads, anchored, created, pipelineMinor, deals, lost, revenueMinor }).toEqual({
        leads: count(journeys, ({ created_date }) => inMonth(created_date, start)),
        anchored: count(cohort, ({ anchor_date }) => inMonth(anchor_date, start)),
        created: opened.length,
        pipelineMinor: amounts(opened),
        deals: won.length,
        lost: closed.length - won.length,
        revenueMinor: amounts(won),
      });
    }
  });

  it('in the life table without leads whose stage date was taken from a later stage', () => {
    const since = '2024-06-30';
    const own = cohort.filter(
      ({ anchor_date, flags }) => anchor_date > since && !flags.includes('imputed_mql'),
    );
    expect(own.length).toBeLessThan(cohort.length);
    const expected = [...new Set(own.map(({ t_days }) => t_days ?? -1))]
      .toSorted((a, b) => a - b)
      .map((age) => {
        const those = own.filter(({ t_days }) => t_days === age);
        return {
          age,
          converted: count(those, ({ outcome }) => outcome === 'opportunity'),
          left: count(those, ({ outcome }) => outcome === 'disqualified'),
          total: those.length,
        };
      });
    expect(lifeTable(cube, 'l2o', 'without imputed')).toEqual(expected);
  });

  it('in the parts of the pipeline velocity', () => {
    const closed = opportunities.filter(
      ({ outcome, close_date }) => outcome !== 'open' && (close_date ?? '') > addDays(asOf, -365),
    );
    const won = closed.filter(({ outcome }) => outcome === 'won');
    const { open, closedWinRate, cycleDays } = pipelineVelocity(cube);
    expect([open, closedWinRate.k, closedWinRate.n]).toEqual([
      count(opportunities, ({ outcome }) => outcome === 'open'),
      won.length,
      closed.length,
    ]);
    expect(cycleDays).toBeCloseTo(sum(won, ({ t_days }) => t_days) / won.length, 9);
  });
});
