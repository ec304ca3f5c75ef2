import { beforeAll, describe, expect, it } from 'vitest';
import { defaultCalendar, type BusinessCalendar } from '../../src/domain/business-calendar.ts';
import type { Definitions } from '../../src/domain/definitions.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { toEpochDay } from '../../src/domain/local-date.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { arrivalExperimentOf } from '../../src/metrics/arrival-experiment.ts';
import { arrivalResponses, arrivalStrata } from '../../src/sql/questions/arrival-experiment.ts';
import { fairnessCounts } from '../../src/sql/questions/fairness-counts.ts';
import { fairnessRecords } from '../../src/sql/questions/fairness-records.ts';
import { monthEndCounts, workCounts } from '../../src/sql/questions/guard-counts.ts';
import { overdueByOwner, overdueLeads } from '../../src/sql/questions/overdue-leads.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { businessMinutes, type NaiveCalendar } from '../support/naive/business-clock.ts';
import { detailedJourneys, type DetailedJourney } from '../support/naive/detailed-journeys.ts';
import { groupBy } from '../support/naive/group-by.ts';
import {
  convertedWithin,
  isMatureFor,
  naiveHandovers,
  type NaiveHandover,
} from '../support/naive/handovers.ts';
import { randomWorkedHistories } from '../support/naive/random-activities.ts';

const definitions: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-08-15',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

const settings = {
  as_of_date: '2026-06-30',
  export_as_of_date: '2026-08-15',
  report_tz: 'Europe/Stockholm',
  anchor: 'mql' as const,
  reentry_days: 90,
  backdate_days: 1,
  account_match_days: 0,
};

const calendar: BusinessCalendar = { ...defaultCalendar('Europe/Stockholm'), holidays: ['2026-03-25'] };
const naiveCalendar: NaiveCalendar = {
  timeZone: calendar.timeZone,
  hours: Object.fromEntries(
    Object.entries(calendar.hours).map(([weekday, open]) => [
      weekday,
      open.map(([from, to]): [string, string] => [from, to]),
    ]),
  ),
  holidays: [...calendar.holidays],
};
const terms = { ...defaultSlaTerms, responseMinutes: 120, attempts: 3 };
const windowDays = 30;

/** A second of the calendar passes at the instant. */
const isInside = (at: number): boolean => businessMinutes(naiveCalendar, at, at + 1000) > 0;

const localHour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'medium' });
const hasTime = ({ handover_at }: NaiveHandover): boolean => localHour.format(handover_at) !== '00:00:00';

const sizes = (rows: readonly NaiveHandover[]) => ({
  n: rows.length,
  k: rows.filter((row) => convertedWithin(row, windowDays)).length,
});

/** `FULL=1` takes more of them. */
const isFull = process.env['FULL'] === '1';
const seeds = isFull ? [4, 5, 6, 7, 8] : [4];

describe.each(seeds)('on generated histories %i', (seed) => {
  let engine: QueryEngine;
  let journeys: DetailedJourney[];
  let handovers: NaiveHandover[];

  beforeAll(async () => {
    const worked = randomWorkedHistories(seed, isFull ? 400 : 100);
    const histories = {
      ...worked,
      activities: worked.activities.map((activity) => ({
        ...activity,
        reached: activity.type === 'meeting',
      })),
    };
    journeys = detailedJourneys(histories, settings);
    handovers = naiveHandovers(
      journeys,
      {
        calendar: naiveCalendar,
        sla_minutes: terms.responseMinutes,
        sla_attempts: terms.attempts,
        sla_attempt_days: terms.attemptDays,
      },
      settings,
    );
    engine = await sharedEngine();
    await loadHistories(histories);
    await buildLoaded(definitions);
    await buildHandovers(engine, definitions, 'Europe/Stockholm', {
      source: 'mql',
      terms,
      calendars: { usual: calendar, byOwner: new Map() },
    });
  });

  it('arrivals in and out of hours, and what became of them, are those of a recount', async () => {
    const telling = handovers.filter((row) => hasTime(row) && isMatureFor(row, windowDays, settings));
    const strata = await engine.ask(arrivalStrata({ filter: noFilter, l2oDays: windowDays }));
    const expected = [...groupBy(telling, (row) => `${row.channel}|${row.segment}`)].map(([key, rows]) => {
      const [inside, outside] = [
        sizes(rows.filter((row) => isInside(row.handover_at))),
        sizes(rows.filter((row) => !isInside(row.handover_at))),
      ];
      return [key, inside.n, inside.k, outside.n, outside.k].join(' ');
    });
    expect(expected.length).toBeGreaterThan(1);
    expect(
      strata
        .map((row) =>
          [
            `${row.channel}|${row.segment}`,
            row.inside,
            row.inside_converted,
            row.outside,
            row.outside_converted,
          ].join(' '),
        )
        .toSorted(),
    ).toEqual(expected.toSorted());

    const responses = await engine.ask(arrivalResponses({ filter: noFilter, l2oDays: windowDays }));
    const { inside, outside } = arrivalExperimentOf(strata, responses);
    for (const [side, isOf] of [
      [inside, true],
      [outside, false],
    ] as const) {
      const own = telling.filter((row) => isInside(row.handover_at) === isOf);
      expect([side.n, side.speed?.handovers, side.speed?.contacted]).toEqual([
        own.length,
        own.length,
        own.filter((row) => row.response_minutes !== null).length,
      ]);
    }
  });

  it('handovers out of hours are counted and listed as a recount has them', async () => {
    const out = handovers.filter((row) => hasTime(row) && !isInside(row.handover_at));
    const [counts] = await engine.ask(fairnessCounts({ filter: noFilter }));
    expect([counts?.handovers, counts?.outside]).toEqual([handovers.length, out.length]);
    const listed = await engine.ask(
      fairnessRecords({ kind: 'outOfHours', filter: noFilter, repCap: 500, limit: 100_000 }),
    );
    expect(listed.map(({ at_ms }) => at_ms)).toEqual(
      out.map((row) => row.handover_at).toSorted((a, b) => b - a),
    );
  });

  it('the work on both sides of a day is that of a recount', async () => {
    const [from, since] = ['2026-02-01', '2026-04-15'];
    const counted = await engine.ask(workCounts({ from, since }));
    const expected = (['after', 'before'] as const).map((side) => {
      const own = handovers.filter(
        (row) =>
          row.attempts_mature &&
          row.handover_date >= from &&
          row.handover_date >= since === (side === 'after'),
      );
      const inTime = own.filter(({ status }) => status === 'met');
      return {
        side,
        handovers: own.length,
        attempts: own.reduce((sum, row) => sum + row.attempts, 0),
        tried: own.filter((row) => row.attempts > 0).length,
        in_time: inTime.length,
        one_touch: inTime.filter((row) => row.attempts <= 1 && !row.attempt_stop).length,
      };
    });
    expect(counted.map((row) => ({ ...row, contacted: 0 }))).toEqual(
      expected.map((row) => ({ ...row, contacted: 0 })),
    );
    for (const { tried, contacted } of counted) expect(contacted).toBeLessThanOrEqual(tried);
  });

  it('month ends are those of a recount', async () => {
    const counted = await engine.ask(monthEndCounts(windowDays));
    const lastDay = (day: string): number =>
      new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
    const inYear = handovers.filter((row) => row.handover_date > '2025-06-30');
    const expected = [...groupBy(inYear, (row) => `${row.handover_date.slice(0, 7)}-01`)]
      .map(([month, rows]) => {
        const isLate = ({ handover_date }: NaiveHandover): boolean =>
          Number(handover_date.slice(8)) > lastDay(month) - 3;
        const mature = rows.filter((row) => isMatureFor(row, windowDays, settings));
        const [late, other] = [sizes(mature.filter(isLate)), sizes(mature.filter((row) => !isLate(row)))];
        return {
          month,
          days: lastDay(month),
          handovers: rows.length,
          late: rows.filter(isLate).length,
          late_mature: late.n,
          late_converted: late.k,
          other_mature: other.n,
          other_converted: other.k,
        };
      })
      .toSorted((a, b) => (a.month < b.month ? -1 : 1));
    expect(counted).toEqual(expected);
  });

  it('overdue leads are those of a recount, and add up by owner', async () => {
    const open = new Set(
      journeys
        .filter(({ row }) => row.outcome === 'open' && row.state !== 'recycled')
        .map(({ row }) => row.journey_id),
    );
    const overdue = handovers.filter(
      (row) =>
        open.has(row.journey_id) &&
        row.next_handover_at === null &&
        ((row.status === 'breached' && row.response_bmin === null) ||
          (row.attempts_mature && !row.attempts_ok)),
    );
    const request = { filter: noFilter, values: [{ channel: 'web', segment: 'SMB', valueMinor: 500 }] };
    const listed = await engine.ask(overdueLeads({ ...request, limit: 100_000 }));
    const keyed = (owner: string | null, at: number): string => `${owner ?? '(blank)'} ${at}`;
    expect(listed.map(({ owner, handover_ms }) => keyed(owner, handover_ms)).toSorted()).toEqual(
      overdue.map(({ owner, handover_at }) => keyed(owner, handover_at)).toSorted(),
    );
    expect(overdue.length).toBeGreaterThan(0);
    const byOwner = await engine.ask(overdueByOwner(request));
    expect(byOwner.reduce((sum, { leads }) => sum + leads, 0)).toBe(listed.length);
    expect(byOwner.reduce((sum, { value_minor }) => sum + value_minor, 0)).toBe(
      listed.reduce((sum, { value_minor }) => sum + (value_minor ?? 0), 0),
    );
    expect(byOwner.reduce((sum, { uncalled }) => sum + uncalled, 0)).toBe(
      listed.filter(({ is_uncalled }) => is_uncalled).length,
    );
    const ages = listed.map(({ handover_ms, age_minutes }) => handover_ms / 60_000 + age_minutes);
    expect(new Set(ages.map(Math.round))).toEqual(new Set([toEpochDay('2026-07-01') * 1440 - 120]));
  });
});
