/** Counts over handovers and open leads, worked out by hand, and the reference cases of the effect. */
import { describe, expect, it } from 'vitest';
import { attainmentCounts } from '../support/naive/attainment.ts';
import { OFFICE_HOURS } from '../support/naive/business-clock.ts';
import { detailedJourneys } from '../support/naive/detailed-journeys.ts';
import type { NaiveHandover } from '../support/naive/handovers.ts';
import { differences } from '../support/naive/differences.ts';
import { naiveHandovers } from '../support/naive/handovers.ts';
import { call, oneLead } from '../support/naive/one-lead.ts';
import { ageing, repLoad } from '../support/naive/open-leads.ts';
import { oracleIsThere, readOracleJson } from '../support/naive/oracle-folder.ts';
import { conversionByResponse } from '../support/naive/response-buckets.ts';
import { withDefaults } from '../support/naive/settings.ts';
import type { EffectStratum } from '../support/naive/sla-effect.ts';
import { effectStrata, slaEffect } from '../support/naive/sla-effect.ts';
import { arrivalOf, recount, suggestedMinutes } from '../support/naive/sla-simulator.ts';

const SETTINGS = withDefaults({ as_of_date: '2026-06-30' });
const PROMISE = { calendar: OFFICE_HOURS, sla_minutes: 60, sla_attempts: 6, sla_attempt_days: 7 };

/** The handover of a lead qualified on Monday 4 May at nine, called after so many minutes. */
function calledAfter(minutes: number | null): NaiveHandover[] {
  const at = minutes === null ? null : new Date(Date.UTC(2026, 4, 4, 7, minutes)).toISOString();
  const histories = oneLead([['mql', '2026-05-04T07:00:00Z']], at === null ? [] : [call(at)]);
  return naiveHandovers(detailedJourneys(histories, SETTINGS), PROMISE, SETTINGS);
}

const TWO_MET_ONE_NEVER = [calledAfter(5), calledAfter(60), calledAfter(61), calledAfter(null)].flat();

describe('attainment', () => {
  it('counts met, due and never contacted, and holds back a full SLA without attempts enough', () => {
    expect(attainmentCounts(TWO_MET_ONE_NEVER)).toEqual({
      met: 2,
      due: 4,
      pending: 0,
      pending_met: 0,
      never_contacted: 1,
      attempts_due: 4,
      attempts_ok: 0,
      full_due: 4,
      full_met: 0,
    });
  });

  it('is 65.0 % for 52 of 80 due in a week of 90, with 15.0 % never contacted', () => {
    const [met] = calledAfter(5);
    const [breached] = calledAfter(61);
    const [never] = calledAfter(null);
    if (met === undefined || breached === undefined || never === undefined) throw new Error('no handover');
    const pending: NaiveHandover = { ...met, status: 'pending_met' };
    const week = [
      ...Array.from({ length: 52 }, () => met),
      ...Array.from({ length: 16 }, () => breached),
      ...Array.from({ length: 12 }, () => never),
      ...Array.from({ length: 10 }, () => pending),
    ];
    const counts = attainmentCounts(week);
    expect(counts).toMatchObject({ met: 52, due: 80, never_contacted: 12, pending_met: 10 });
    expect([counts.met / counts.due, counts.never_contacted / counts.due]).toEqual([0.65, 0.15]);
  });
});

describe('conversion by response', () => {
  it('puts a response at the limit into the lower bucket', () => {
    const buckets = conversionByResponse(TWO_MET_ONE_NEVER, 30, SETTINGS);
    expect(Object.fromEntries([...buckets].map(([key, cell]) => [key, cell.n]))).toEqual({
      '<=5': 1,
      '<=60': 1,
      '<=240': 1,
      never: 1,
    });
  });
});

describe('open leads', () => {
  it('are one for Ada, overdue, and neglected fifteen days after the last call', () => {
    const on = (day: string) =>
      detailedJourneys(oneLead([['mql', '2026-05-04T07:00:00Z']], [call(`${day}T10:00:00Z`)]), SETTINGS);
    expect(repLoad(on('2026-06-16'))).toEqual(new Map([['Ada', 1]]));
    expect(ageing(on('2026-06-16'), SETTINGS)).toEqual(
      new Map([['Ada|website|22-60', { leads: 1, overdue: 1, neglected: 0 }]]),
    );
    expect(ageing(on('2026-06-15'), SETTINGS).get('Ada|website|22-60')?.neglected).toBe(1);
  });
});

describe('the simulator', () => {
  it('recounts with other terms', () => {
    const terms = { minutes: 61, attempts: 1, calendar: OFFICE_HOURS };
    expect(recount(TWO_MET_ONE_NEVER, terms, SETTINGS)).toEqual({
      met: 3,
      due: 4,
      attempts_ok: 3,
      attempts_due: 4,
      full_met: 3,
      full_due: 4,
    });
  });

  it('looks at ninety days', () => {
    const terms = { minutes: 60, attempts: 1, calendar: OFFICE_HOURS };
    const asOf = (day: string) => ({ ...SETTINGS, as_of_date: day });
    expect(recount(calledAfter(5), terms, asOf('2026-08-01')).due).toBe(1);
    expect(recount(calledAfter(5), terms, asOf('2026-08-02')).due).toBe(0);
  });

  it('suggests the smallest target that four of five leads of the median rep meet', () => {
    const handovers = [5, 20, 20, 20, null].flatMap((minutes) => calledAfter(minutes));
    expect(suggestedMinutes(handovers, [60, 5, 30, 15], OFFICE_HOURS, SETTINGS)).toBe(30);
    expect(suggestedMinutes(calledAfter(null), [60], OFFICE_HOURS, SETTINGS)).toBeNull();
  });

  it('knows the local hour and weekday of an arrival', () => {
    expect(calledAfter(5).map((row) => arrivalOf(row, SETTINGS))).toEqual([{ hour: 9, weekday: 1 }]);
  });
});

describe('the effect of meeting the target', () => {
  it('leaves out what had become an opportunity by the deadline and counts what came later', () => {
    const handoverWith = (day: string | null): NaiveHandover[] =>
      naiveHandovers(
        detailedJourneys(oneLead([['mql', '2026-05-04T07:00:00Z']], [], day), SETTINGS),
        PROMISE,
        SETTINGS,
      );
    const handovers = ['2026-05-04', '2026-05-05', '2026-06-03', '2026-06-04', null].flatMap(handoverWith);
    expect(effectStrata([...handovers, ...calledAfter(5)], 30, SETTINGS)).toEqual(
      new Map([['SMB|website', { n_met: 1, x_met: 0, n_not: 4, x_not: 2 }]]),
    );
  });

  it('is undefined without a stratum of ten in each arm', () => {
    expect(slaEffect([{ n_met: 9, x_met: 1, n_not: 50, x_not: 1 }])).toBeNull();
  });

  it.skipIf(!oracleIsThere())('gives the reference cases', () => {
    const { cases, tolerance_abs } = readOracleJson('sla_effect.json') as {
      tolerance_abs: number;
      cases: { strata: EffectStratum[]; expected: unknown }[];
    };
    expect(cases.length).toBeGreaterThan(0);
    for (const { strata, expected } of cases) {
      expect(differences(slaEffect(strata), expected, tolerance_abs)).toEqual([]);
    }
  });
});
