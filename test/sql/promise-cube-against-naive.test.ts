import { describe, expect, it } from 'vitest';
import { alwaysOpen, defaultCalendar, type BusinessCalendar } from '../../src/domain/business-calendar.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { slaGrid } from '../../src/domain/sla-grid.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { salesHistory } from '../../src/metrics/promise/sales-history.ts';
import { keptWeeks, replayByWeek, replayRecent } from '../../src/metrics/promise/sales-replay.ts';
import { staffNeed } from '../../src/metrics/promise/staff-need.ts';
import { promiseCube } from '../../src/sql/questions/promise-cube.ts';
import { sharedEngine } from '../support/engine.ts';
import { definitionsAt } from '../support/handover-cases.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { detailedJourneys } from '../support/naive/detailed-journeys.ts';
import { naiveHandovers, type NaiveHandover } from '../support/naive/handovers.ts';
import { addDays } from '../support/naive/local-days.ts';
import { mondayOf, replayNaively, type NaiveTerms } from '../support/naive/promise-replay.ts';
import { randomWorkedHistories } from '../support/naive/random-activities.ts';

const asOf = '2026-06-24';
const zone = 'Europe/Stockholm';

const settings = {
  as_of_date: asOf,
  export_as_of_date: asOf,
  report_tz: zone,
  anchor: 'mql',
  reentry_days: 90,
  backdate_days: 1,
  account_match_days: 0,
} as const;

/** `FULL=1` replays more generated histories, under every promise of the grid instead of three. */
const isFull = process.env['FULL'] === '1';
const runs = Array.from({ length: isFull ? 10 : 1 }, (_, index) => index + 31).flatMap(
  (seed): readonly (readonly [string, BusinessCalendar, number])[] => [
    ['in office hours', defaultCalendar(zone), seed],
    ['around the clock', alwaysOpen(zone), seed + 100],
  ],
);

const naively = (calendar: BusinessCalendar) => ({
  timeZone: zone,
  hours: Object.fromEntries(
    Object.entries(calendar.hours).map(([weekday, open]) => [
      weekday,
      open.map(([from, to]): [string, string] => [from, to]),
    ]),
  ),
  holidays: [],
});

/** The Mondays of the 26 weeks that have ended by the as-of day. */
const wholeMondays = Array.from({ length: 26 }, (_, back) => addDays('2026-06-15', -7 * back)).toReversed();

describe('a promise of sales replayed on the counted past', () => {
  it.each(runs)('is kept as a naive recount finds it, %s', async (_, calendar, seed) => {
    const drawn = randomWorkedHistories(seed, 160);
    const histories = {
      ...drawn,
      activities: drawn.activities.map((activity) => ({ ...activity, reached: activity.type === 'meeting' })),
    };
    const clock = naively(calendar);
    const all = naiveHandovers(
      detailedJourneys(histories, settings),
      { calendar: clock, sla_minutes: 60, sla_attempts: 6, sla_attempt_days: 7 },
      settings,
    );
    const engine = await sharedEngine();
    await loadHistories(histories);
    await buildLoaded(definitionsAt(asOf));
    await buildHandovers(engine, definitionsAt(asOf), zone, {
      source: 'mql',
      terms: defaultSlaTerms,
      calendars: { usual: calendar, byOwner: new Map() },
    });
    const fromWeek = wholeMondays[0] ?? '';
    const cells = salesHistory(await engine.ask(promiseCube({ filter: noFilter, fromWeek })));
    const [segment = ''] = [...new Set(all.map((row) => row.segment))].toSorted();
    const replayed = (rows: NaiveHandover[], termsOf: (name: string) => NaiveTerms) =>
      replayNaively(rows, termsOf, clock, settings);
    const recent = all.filter((row) => row.handover_date > addDays(asOf, -90) && row.handover_date <= asOf);
    const inWeeks = wholeMondays.map(
      (monday) => [monday, all.filter((row) => mondayOf(row.handover_date) === monday)] as const,
    );

    for (const [place, responseMinutes] of slaGrid.responseMinutes.entries()) {
      if (!isFull && place % 3 !== seed % 3) continue;
      const attempts = 1 + ((place * 3) % 10);
      const own = { segment, responseMinutes: 30, attempts: 2 };
      const terms = { responseMinutes, attempts, attainment: 0.5, bySegment: place % 2 === 0 ? [] : [own] };
      const termsOf = (name: string): NaiveTerms =>
        place % 2 === 1 && name === segment
          ? { minutes: 30, attempts: 2 }
          : { minutes: responseMinutes, attempts };

      const lately = replayed(recent, termsOf);
      const found = replayRecent(cells, terms);
      expect([found.response.k, found.response.n, found.attempts.k, found.attempts.n]).toEqual([
        lately.met,
        lately.due,
        lately.attemptsOk,
        lately.attemptsDue,
      ]);

      const weekly = inWeeks.flatMap(([week, rows]) => {
        const { made: _made, ...counts } = replayed(rows, termsOf);
        return rows.length === 0 ? [] : [{ week, ...counts }];
      });
      expect(replayByWeek(cells, terms, asOf)).toEqual(weekly);
      const judged = weekly.filter(({ due }) => due >= 5);
      expect(keptWeeks(weekly, 0.5).response).toEqual({
        kept: judged.filter(({ met, due }) => met / due >= 0.5).length,
        of: judged.length,
      });

      const inAll = replayed(
        inWeeks.flatMap(([, rows]) => rows),
        termsOf,
      );
      const work = { minutesPerAttempt: 6, hoursOpen: 40, volume: 1 };
      expect(staffNeed(cells, terms, asOf, work)?.attemptsPerHandover).toBeCloseTo(
        inAll.made / inAll.attemptsDue,
        12,
      );
    }
    expect(recent.length).toBeGreaterThan(20);
    expect(inWeeks.filter(([, rows]) => rows.length >= 5).length).toBeGreaterThan(2);
  });
});
