import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/local-date.ts';
import { leakReview } from '../../../src/metrics/review/leak-review.ts';
import { slaReview } from '../../../src/metrics/review/sla-review.ts';
import type { WeeklyAttainmentCounts } from '../../../src/metrics/sla-attainment.ts';
import { leakRow } from '../../support/leak-row.ts';
import { slaInput } from '../../support/review-cube.ts';

const week = (start: string, met: number, due = 100): WeeklyAttainmentCounts => ({
  week: start,
  group_name: 'Web',
  handovers: due,
  met,
  due,
  never_contacted: 5,
  attempts_ok: 40,
  attempts_due: 80,
  full_met: 30,
  full_due: 80,
});

const weeksWith = (last: number, count = 14) =>
  Array.from({ length: count }, (_, index) =>
    week(addDays('2026-06-28', 7 * (index - count) + 1), index === count - 1 ? last : 60 + (index % 2)),
  );

const slaOf = (weeks: readonly WeeklyAttainmentCounts[], because: string | null = null) =>
  slaReview(slaInput({ because, weeks }), '2026-06-28');

describe('whether sales kept its promises', () => {
  it('is told of the last four whole weeks', () => {
    const { from, to, kept, gap } = slaOf([...weeksWith(60), week('2026-06-29', 0)]);
    expect([gap, from, to]).toEqual([null, '2026-06-01', '2026-06-28']);
    expect(kept).toMatchObject({
      handovers: 400,
      attainment: { k: 60 + 61 + 60 + 60, n: 400 },
      attemptsOk: { k: 160, n: 320 },
      neverContacted: { k: 20, n: 400 },
    });
  });

  it('is told of the weeks since the agreement began, where those are fewer', () => {
    const since = (startsOn: string) =>
      slaReview(
        slaInput({
          weeks: weeksWith(60),
          signed: { version: 2, startsOn, attainment: 0.9, drift: { built: [], kept: [], windows: [] } },
        }),
        '2026-06-28',
      );
    expect([since('2026-05-04').from, since('2026-06-10').from]).toEqual(['2026-06-01', '2026-06-08']);
    expect(since('2026-06-10').kept?.handovers).toBe(300);
  });

  it('signals where the last week leaves its limits', () => {
    expect(slaOf(weeksWith(60))).toMatchObject({ verdict: 'usual', direction: 'none' });
    expect(slaOf(weeksWith(20))).toMatchObject({ verdict: 'signal', direction: 'down' });
    expect(slaOf(weeksWith(20)).weeks.at(-1)).toEqual({ start: '2026-06-22', k: 20, n: 100, rules: [1] });
    expect(slaOf(weeksWith(20, 11))).toMatchObject({ verdict: 'cannotTell', mean: null });
  });

  it('is not told while it is being counted, without activities, and without a handover that is due', () => {
    expect(slaReview(null, '2026-06-28')).toMatchObject({
      gap: { reason: 'counting' },
      kept: null,
      terms: null,
    });
    expect(slaOf([], 'No calls.')).toMatchObject({
      gap: { reason: 'noActivities', because: 'No calls.' },
      kept: null,
    });
    expect(slaOf([week('2026-06-29', 1)]).gap).toEqual({ reason: 'noHandovers' });
    expect(slaOf([week('2026-06-22', 0, 0)]).gap).toEqual({ reason: 'noHandovers' });
  });
});

describe('the leaks of the review', () => {
  const period = { from: '2025-07-01', to: '2026-06-30' };
  const rows = [
    leakRow('opportunity', 'won', 10, { converted: 10, amount_minor: 5_000_000 }),
    leakRow('mql', 'stalled', 60),
    leakRow('mql', 'in_progress', 30),
  ];
  const developments = {
    l2o: { windowDays: 30, horizonDays: null, factor: 1 },
    o2d: { windowDays: 60, horizonDays: null, factor: 1 },
  };
  const counts = {
    leads: [{ row_group: 'Web', column_group: 'Small', journeys_l2o: 100, converted_windowed: 10 }],
    opportunities: [{ row_group: 'Web', column_group: 'Small', opportunities_windowed: 10, won_windowed: 5 }],
    sourced: [{ channel: 'Web', converted: 10, sourced: 10 }],
    amounts: [{ channel: 'Web', segment: 'Small', deals: 10, sum_minor: 5_000_000, squares_minor: 2.5e12 }],
  };
  const leaksOf = (more: object = {}, hasCurrency = true) =>
    leakReview(
      { ...period, rows, values: { counts, developments }, because: null, trail: null, ...more },
      hasCurrency,
    );

  it('stand at what their leads are usually worth, and add up', () => {
    const review = leaksOf();
    expect(review.gap).toBeNull();
    expect(review.lines).toEqual([
      { leak: 'stalled', stage: null, journeys: 60, minor: 1_500_000, unvalued: 0, owners: [], trend: null },
    ]);
    expect(review.lost).toEqual({ journeys: 60, minor: 1_500_000, unvalued: 0 });
    expect(review.won?.minor).toBe(5_000_000);
    expect(review.potentialMinor).toBe(5_000_000 + 1_500_000 + 750_000);
  });

  it('name whose leads they are and how they went, which add up to the line', () => {
    const cut = (part: string, share: number) =>
      rows.map((row) => ({ ...row, part, journeys: row.journeys * share }));
    const trail = {
      owners: [...cut('Ada', 0.4), ...cut('Bo', 0.6)],
      history: [...cut('2025-08-01', 0.5), ...cut('2025-09-01', 0.5)],
      times: { asOf: '2026-06-30', firstDay: '2025-07-01', leadDays: 30, opportunityDays: 90 },
    };
    const [line] = leaksOf({ trail }).lines;
    expect(line?.owners.map(({ owner, journeys, minor, rate }) => [owner, journeys, minor, rate.n])).toEqual([
      ['Bo', 36, 900_000, 60],
      ['Ada', 24, 600_000, 40],
    ]);
    expect(line?.trend).toMatchObject({
      isPassing: true,
      months: [
        { month: '2025-08-01', k: 30, n: 50 },
        { month: '2025-09-01', k: 30, n: 50 },
      ],
    });
  });

  it('say which of them the files cannot tell', () =>
    expect(leaksOf({ because: 'No calls.' }).unmeasured).toEqual({
      untried: 'No calls.',
      slow: 'No calls.',
      fewAttempts: 'No calls.',
    }));

  it('have no money without a currency, without rates, without leads, and without a deal that has an amount', () => {
    expect(leaksOf({}, false).gap).toEqual({ reason: 'noCurrency' });
    expect(leaksOf({ values: null }).gap).toEqual({ reason: 'noLeaks' });
    expect(leaksOf({ rows: [] }).gap).toEqual({ reason: 'noLeaks' });
    expect(leaksOf({ values: { counts: { ...counts, amounts: [] }, developments } }).gap).toEqual({
      reason: 'noLeaks',
    });
    expect(leakReview(null, true)).toMatchObject({ gap: { reason: 'counting' }, from: null, lines: [] });
  });
});
