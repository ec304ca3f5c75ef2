/** Stays, leaks and funnels of journeys made by hand. */
import { describe, expect, it } from 'vitest';
import type { DetailedJourney } from '../support/naive/detailed-journeys.ts';
import { detailedJourneys } from '../support/naive/detailed-journeys.ts';
import {
  furthestFunnel,
  furthestStage,
  isStrictlyAt,
  looseFunnel,
  stepsOf,
  strictFunnel,
  transitions,
} from '../support/naive/funnels.ts';
import type { StageName } from '../support/naive/histories.ts';
import { leakParts, leakShare, valueLost } from '../support/naive/leaks.ts';
import { oneLead } from '../support/naive/one-lead.ts';
import { randomWorkedHistories } from '../support/naive/random-activities.ts';
import { withDefaults } from '../support/naive/settings.ts';
import { effectiveDate } from '../support/naive/stage-dates.ts';
import { dwellOf } from '../support/naive/stage-dwell.ts';

const SETTINGS = withDefaults({ as_of_date: '2026-06-30' });

/** A lead created on 4 May with stages on days, and an opportunity if it has one. */
function journey(stages: [StageName, string][], opportunityDay: string | null = null): DetailedJourney {
  const [first] = detailedJourneys(oneLead(stages, [], opportunityDay), SETTINGS);
  if (first === undefined) throw new Error('no journey');
  return first;
}

describe('stays in a stage', () => {
  it('last from effective entry to effective entry, or go on to the as-of day', () => {
    const whole = journey(
      [
        ['mql', '2026-05-06'],
        ['sal', '2026-05-09'],
      ],
      '2026-05-20',
    );
    expect(dwellOf(whole, SETTINGS)).toEqual([
      { stage: 'created', days: 2, end: 'advanced' },
      { stage: 'mql', days: 3, end: 'advanced' },
      { stage: 'sal', days: 11, end: 'advanced' },
    ]);
    expect(dwellOf(journey([['mql', '2026-05-06']]), SETTINGS).at(-1)).toEqual({
      stage: 'mql',
      days: 55,
      end: 'still there',
    });
  });

  it('end with the first recycling or disqualification that is not void', () => {
    const recycled = journey([
      ['mql', '2026-05-06'],
      ['recycled', '2026-05-10'],
      ['mql', '2026-05-12'],
      ['disqualified', '2026-05-13'],
    ]);
    expect(dwellOf(recycled, SETTINGS).at(-1)).toEqual({ stage: 'mql', days: 4, end: 'recycled' });
    const reopened = journey([
      ['mql', '2026-05-06'],
      ['disqualified', '2026-05-08'],
      ['sal', '2026-05-16'],
      ['disqualified', '2026-05-17'],
    ]);
    expect(dwellOf(reopened, SETTINGS).slice(1)).toEqual([
      { stage: 'mql', days: 10, end: 'advanced' },
      { stage: 'sal', days: 1, end: 'disqualified' },
    ]);
  });

  it('leave out a stage that was skipped, and prefer advancing on the same day', () => {
    const skipped = journey([
      ['sql', '2026-05-06'],
      ['disqualified', '2026-05-06'],
    ]);
    expect(dwellOf(skipped, SETTINGS)).toEqual([
      { stage: 'created', days: 2, end: 'advanced' },
      { stage: 'sql', days: 0, end: 'disqualified' },
    ]);
    expect(effectiveDate(skipped, 'mql')).toBe('2026-05-06');
    expect(effectiveDate(skipped, 'opportunity')).toBeNull();
  });
});

describe('leaks', () => {
  const times = (count: number, one: DetailedJourney): DetailedJourney[] =>
    Array.from({ length: count }, () => one);
  const mql: [StageName, string] = ['mql', '2026-05-06'];
  const cohort = [
    ...times(220, journey([mql, ['sal', '2026-05-07']])),
    ...times(60, journey([mql, ['disqualified', '2026-05-07']])),
    ...times(50, journey([mql, ['recycled', '2026-05-07']])),
    ...times(55, journey([mql])),
    ...times(15, journey([['mql', '2026-06-09']])),
  ];

  it('are 45 % of 400 MQLs and 230,000 at 2,000 a lead', () => {
    const parts = leakParts('mql', cohort, 21, SETTINGS);
    expect(parts).toEqual({
      entered: 400,
      advanced: 220,
      disqualified: 60,
      recycled: 50,
      stalled: 55,
      in_progress: 15,
    });
    expect(leakShare(parts)).toBeCloseTo(0.45, 12);
    expect(valueLost(parts, 2000)).toBe(230_000);
  });

  it('look at journeys old enough for the window, and know nothing of an empty stage', () => {
    expect(leakParts('mql', cohort, 22, SETTINGS).entered).toBe(385);
    expect(leakShare(leakParts('sql', cohort, 21, SETTINGS))).toBeNull();
  });
});

describe('funnels', () => {
  const inOrder = journey(
    [
      ['mql', '2026-05-04'],
      ['sal', '2026-05-06'],
      ['sql', '2026-05-06'],
    ],
    '2026-05-07',
  );
  const skipping = journey([['sal', '2026-05-06']], '2026-05-07');
  const backwards = journey([
    ['sal', '2026-05-05'],
    ['mql', '2026-05-06'],
  ]);
  const all = [inOrder, skipping, backwards];

  it('count a stage strictly with every earlier date in order, loosely when it was passed by', () => {
    expect(strictFunnel(all)).toEqual({ created: 3, mql: 2, sal: 1, sql: 1, opportunity: 1 });
    expect(looseFunnel(all)).toEqual({ created: 3, mql: 3, sal: 3, sql: 2, opportunity: 2 });
    expect(furthestFunnel(all)).toEqual({ created: 0, mql: 0, sal: 1, sql: 0, opportunity: 2 });
    expect([isStrictlyAt(backwards, 'mql'), isStrictlyAt(backwards, 'sal')]).toEqual([true, false]);
    expect(furthestStage(skipping)).toBe('opportunity');
  });

  it('list the steps in order and count what followed what', () => {
    expect(stepsOf(backwards)).toEqual(['created', 'sal', 'mql']);
    expect(stepsOf(journey([['mql', '2026-05-09']], '2026-05-06'))).toEqual([
      'created',
      'opportunity',
      'mql',
    ]);
    expect(Object.fromEntries(transitions([skipping, backwards]))).toEqual({
      'created>sal': 2,
      'sal>opportunity': 1,
      'opportunity>end': 1,
      'sal>mql': 1,
      'mql>end': 1,
    });
  });
});

describe('random histories', () => {
  const journeys = detailedJourneys(randomWorkedHistories(2, 200), SETTINGS);

  it('lose journeys by the strict rule only', () => {
    const [strict, loose, furthest] = [
      strictFunnel(journeys),
      looseFunnel(journeys),
      furthestFunnel(journeys),
    ];
    expect(strict.opportunity).toBeLessThan(loose.opportunity);
    expect(loose.created).toBe(journeys.length);
    expect(Object.values(furthest).reduce((sum, count) => sum + count, 0)).toBe(journeys.length);
  });

  it('are anchored on the effective date of the MQL', () => {
    const anchored = journeys.filter(({ row }) => row.anchor_date !== null);
    expect(anchored.map((one) => effectiveDate(one, 'mql'))).toEqual(
      anchored.map(({ row }) => row.anchor_date),
    );
  });

  it('have stays that are never negative and leak parts that add up', () => {
    const days = journeys.flatMap((one) => dwellOf(one, SETTINGS)).map((stay) => stay.days);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
    for (const stage of ['created', 'mql', 'sal', 'sql'] as const) {
      const { entered, ...parts } = leakParts(stage, journeys, 30, SETTINGS);
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(entered);
      expect(entered).toBeGreaterThan(0);
    }
  });
});
