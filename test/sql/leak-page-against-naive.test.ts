import { describe, expect, it } from 'vitest';
import type { Definitions } from '../../src/domain/definitions.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { leakRequest } from '../../src/engine/leak-request.ts';
import type { LeadStanding } from '../../src/metrics/leak-counts.ts';
import { attemptNumbers } from '../../src/sql/questions/attempt-numbers.ts';
import { engagementResponse } from '../../src/sql/questions/engagement-response.ts';
import { leakCircumstances } from '../../src/sql/questions/leak-circumstances.ts';
import { leakParts } from '../../src/sql/questions/leak-counts.ts';
import { listedLeads } from '../../src/sql/questions/listed-leads.ts';
import { sharedEngine } from '../support/engine.ts';
import { stockholmOffice } from '../support/handover-cases.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { OFFICE_HOURS } from '../support/naive/business-clock.ts';
import { asOfInstant, naiveHandovers } from '../support/naive/handovers.ts';
import { engagementOf, naiveStandings, type NaiveStanding } from '../support/naive/leak-standing.ts';
import { naiveWorld } from '../support/naive/naive-world.ts';
import { randomWorkedHistories } from '../support/naive/random-activities.ts';
import { secondLifeOf } from '../support/naive/second-life.ts';
import { withDefaults } from '../support/naive/settings.ts';

const definitions: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-08-15',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

const limits = { windowDays: 30, stalledDays: 21, opportunityDays: 60, neglectedDays: 14 };

/** `FULL=1` compares 20,000 generated persons instead of the fast subset. */
const seeds = process.env['FULL'] === '1' ? Array.from({ length: 40 }, (_, index) => index + 1) : [1];
const persons = process.env['FULL'] === '1' ? 500 : 60;

const world = async (seed: number) => {
  const drawn = randomWorkedHistories(seed, persons);
  // An export does not say of a call whether it was picked up; a meeting on record counts as held.
  const activities = drawn.activities.map((one) => ({ ...one, reached: one.type === 'meeting' }));
  const histories = { ...drawn, activities };
  await loadHistories(histories);
  await buildLoaded(definitions);
  await buildHandovers(await sharedEngine(), definitions, 'Europe/Stockholm', stockholmOffice);
  const settings = withDefaults({
    as_of_date: definitions.asOf,
    export_as_of_date: definitions.exportAsOf,
    anchor: definitions.anchor,
    reentry_days: definitions.reentryDays,
    backdate_days: definitions.backdateDays,
    account_match_days: definitions.accountMatchDays,
  });
  const { journeys } = naiveWorld(histories, settings);
  const handovers = naiveHandovers(
    journeys,
    {
      calendar: OFFICE_HOURS,
      sla_minutes: defaultSlaTerms.responseMinutes,
      sla_attempts: defaultSlaTerms.attempts,
      sla_attempt_days: defaultSlaTerms.attemptDays,
    },
    settings,
  );
  const standings = naiveStandings(journeys, handovers, limits, OFFICE_HOURS, settings);
  return { journeys, handovers, standings, settings };
};

const request = leakRequest(
  { l2oDays: limits.windowDays, o2dDays: limits.opportunityDays, l2dDays: null },
  defaultSlaTerms,
  noFilter,
  true,
);

const tally = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, countOf: (row: Row) => number) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + countOf(row);
  return counts;
};

const one = (): number => 1;

const where = ({ stage, standing, untried, slow, few_attempts: few }: LeadStanding) =>
  [stage, standing, untried, slow, few].join('|');

const naiveWhere = ({ stage, standing, untried, slow, few }: NaiveStanding) =>
  [stage, standing, untried, slow, few].join('|');

describe('what the page of leaks counts agrees with a naive recount', () => {
  it.each(seeds)('on generated histories %i', async (seed) => {
    const engine = await sharedEngine();
    const { journeys, handovers, standings, settings } = await world(seed);

    for (const cut of ['owner', 'month'] as const) {
      const parts = await engine.ask(leakParts(request, cut));
      expect(
        tally(
          parts,
          (row) => `${row.part}|${row.channel}|${row.segment}|${where(row)}`,
          (row) => row.journeys,
        ),
        cut,
      ).toEqual(
        tally(
          standings,
          (row) => `${row[cut]}|${row.journey.row.channel}|${row.journey.segment}|${naiveWhere(row)}`,
          one,
        ),
      );
      expect(
        parts.reduce((sum, row) => sum + row.handed_over, 0),
        cut,
      ).toBe(standings.filter(({ handedOver }) => handedOver).length);
    }

    expect(
      tally(
        await engine.ask(leakCircumstances(request, limits.neglectedDays)),
        (row) => `${row.owner}|${row.month}|${where(row)}|${row.arrival}|${row.is_neglected}`,
        (row) => row.journeys,
      ),
    ).toEqual(
      tally(
        standings,
        (row) => `${row.owner}|${row.month}|${naiveWhere(row)}|${row.arrival}|${row.neglected}`,
        one,
      ),
    );

    expect(
      tally(
        await engine.ask(attemptNumbers(noFilter)),
        (row) => `${row.attempts}|${row.is_ended}`,
        (row) => row.handovers,
      ),
    ).toEqual(
      tally(
        handovers.filter((row) => row.attempts_mature),
        (row) => `${row.attempts}|${row.attempt_stop}`,
        one,
      ),
    );

    const journeyOf = new Map(journeys.map((journey) => [journey.row.journey_id, journey]));
    const waits = handovers.flatMap((handover) => {
      const journey = journeyOf.get(handover.journey_id);
      const wait = journey === undefined ? null : engagementOf(handover, journey, asOfInstant(settings));
      return wait === null ? [] : [{ ...wait, owner: handover.owner ?? '(blank)' }];
    });
    const minutes = ({ seconds, tried }: { seconds: number; tried: boolean }): number => {
      const round = tried ? Math.ceil : Math.floor;
      return seconds <= 960 * 60 ? round(seconds / 60) : round(seconds / 3600) * 60;
    };
    const engaged = await engine.ask(engagementResponse({ filter: noFilter, group: 'owner' }));
    expect(
      tally(
        engaged,
        (row) => `${row.group_name}|${row.minutes}`,
        (row) => row.contacted + row.waiting,
      ),
    ).toEqual(tally(waits, (wait) => `${wait.owner}|${minutes(wait)}`, one));
    expect(engaged.reduce((sum, row) => sum + row.contacted, 0)).toBe(
      waits.filter(({ tried }) => tried).length,
    );
    expect(waits.length).toBeGreaterThan(5);
  });

  it.each(seeds)(
    'and what it lists behind a count is what was counted, on generated histories %i',
    async (seed) => {
      const engine = await sharedEngine();
      const { journeys, handovers, standings, settings } = await world(seed);
      const listed = async (list: Parameters<typeof listedLeads>[0]) =>
        (await engine.ask(listedLeads(list))).map(({ id }) => id).toSorted();
      const all = { owner: null, limit: 10_000 };
      const idsOf = (rows: readonly NaiveStanding[]) =>
        rows.map(({ journey }) => journey.row.journey_id).toSorted();

      const late = standings.filter(({ slow, standing }) => slow && standing === 'dropped');
      const ways = new Map(
        late.map(({ stage, standing, untried, slow, few }) => [
          JSON.stringify([stage, untried, few]),
          { stage, standing, untried, slow, few_attempts: few },
        ]),
      );
      const standing = { kind: 'standing', leads: request, standings: [...ways.values()] } as const;
      expect(late.length).toBeGreaterThan(3);
      expect(await listed({ ...standing, ...all })).toEqual(idsOf(late));
      expect(await listed({ ...standing, ...all, owner: 'Ada' })).toEqual(
        idsOf(late.filter(({ owner }) => owner === 'Ada')),
      );
      expect(await listed({ ...standing, ...all, limit: 2 })).toHaveLength(2);
      expect(await listed({ ...standing, ...all, standings: [] })).toEqual([]);

      const handed = (rows: readonly (typeof handovers)[number][]) =>
        rows.map((row) => `${row.journey_id}/${row.cycle}`).toSorted();
      const handover = { kind: 'handover', filter: noFilter, ...all } as const;
      expect(await listed({ ...handover, attempts: null })).toEqual(
        handed(handovers.filter((row) => !row.pre_handover && row.first_attempt_at === null)),
      );
      for (const { from, to } of [
        { from: 0, to: 0 },
        { from: 1, to: 3 },
        { from: 2, to: null },
      ])
        expect(await listed({ ...handover, attempts: { from, to } })).toEqual(
          handed(
            handovers.filter(
              (row) =>
                row.attempts_mature &&
                !row.attempt_stop &&
                row.attempts >= from &&
                (to === null || row.attempts <= to),
            ),
          ),
        );

      const open = journeys.filter(({ row }) => row.outcome === 'open' && row.state !== 'recycled');
      const ids = (rows: typeof journeys) => rows.map(({ row }) => row.journey_id).toSorted();
      const inCohort = open.filter(({ row }) => row.in_cohort);
      const known = new Set(
        standings.filter(({ neglected }) => neglected).map(({ journey }) => journey.row.journey_id),
      );
      expect(await listed({ kind: 'open', only: 'all', days: 0, ...all })).toEqual(ids(open));
      expect(await listed({ kind: 'open', only: 'overdue', days: 21, ...all })).toEqual(
        ids(inCohort.filter(({ row }) => (row.t_days ?? 0) > 21)),
      );
      const neglected = await listed({ kind: 'open', only: 'neglected', days: 14, ...all });
      const mature = new Set(standings.map(({ journey }) => journey.row.journey_id));
      expect(neglected.filter((id) => mature.has(id))).toEqual(
        ids(inCohort.filter(({ row }) => known.has(row.journey_id))),
      );

      const lives = journeys
        .filter(({ row }) => row.in_cohort)
        .flatMap((journey) => {
          const life = secondLifeOf(journey, settings);
          return life === null ? [] : [{ journey, life }];
        });
      expect(await listed({ kind: 'recycled', only: 'all', ...all })).toEqual(
        ids(lives.map(({ journey }) => journey)),
      );
      expect(await listed({ kind: 'recycled', only: 'converted', ...all })).toEqual(
        ids(lives.filter(({ life }) => life.converted).map(({ journey }) => journey)),
      );
    },
  );
});
