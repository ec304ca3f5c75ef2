import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/domain/decision.ts';
import { toEpochDay } from '../../../src/domain/local-date.ts';
import {
  decisionLine,
  decisionReviews,
  decisionSeries,
  type DecisionInput,
} from '../../../src/metrics/review/decision-review.ts';
import { leadsWith, opportunitiesWith, plainInput, weekly, slaInput } from '../../support/review-cube.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

const decision = (parts: Partial<Decision> = {}): Decision => ({
  id: 'a',
  text: 'Call trial leads the same day',
  owner: null,
  decidedOn: '2026-03-30',
  dueOn: null,
  measure: 'l2oFast',
  state: 'open',
  ...parts,
});

/** 26 weeks from 2025-12-29 to 2026-06-28, as of Tuesday 2026-06-30; the change is on 2026-03-30. */
const cube = tinyCube({
  arrivals: weekly('2025-12-29', 26, (week) => ({ leads: week < 13 ? 100 : 200 })),
  leads: weekly('2025-12-29', 26, (week) => leadsWith(100, week < 13 ? 10 : 20)),
  opportunities: weekly('2025-12-29', 26, (week) => opportunitiesWith(10, 5, week < 13 ? 1_000 : 3_000)),
});

const slaRow = {
  group_name: 'Web',
  handovers: 9,
  never_contacted: 0,
  attempts_ok: 0,
  attempts_due: 0,
  full_met: 0,
  full_due: 0,
};

const input: DecisionInput = {
  ...plainInput,
  sla: slaInput({
    weeks: [
      { ...slaRow, week: '2026-06-22', met: 6, due: 8 },
      { ...slaRow, week: '2026-06-29', met: 1, due: 1 },
    ],
  }),
};

const effectOf = (measure: Decision['measure']) =>
  decisionReviews([decision({ measure })], cube, input)[0]?.effect;

describe('a decision', () => {
  it('is measured by whole weeks that have had their time', () => {
    // Fourteen days after 2026-06-14 is 2026-06-28: eleven weeks from 2026-03-30 on.
    expect(effectOf('l2oFast')).toMatchObject({
      before: { weeks: 13, k: 130, n: 1300 },
      after: { weeks: 11, k: 220, n: 1100 },
    });
    // Thirty days after 2026-05-31 is 2026-06-30.
    expect(effectOf('l2oWindowed')?.after).toMatchObject({ weeks: 9, k: 180, n: 900 });
    // Sixty days after 2026-04-26 is 2026-06-25.
    expect(effectOf('o2dWindowed')?.after).toMatchObject({ weeks: 4, k: 20, n: 40 });
  });

  it('is measured by what happened in each week, money in minor units', () => {
    expect([effectOf('leads')?.before.value, effectOf('leads')?.after]).toEqual([
      100,
      { weeks: 12, k: 2400, n: 12, value: 200 },
    ]);
    expect(effectOf('opportunities')?.after.value).toBe(10);
    expect([effectOf('pipelineCreated')?.before.value, effectOf('pipelineCreated')?.after.value]).toEqual([
      1_000, 3_000,
    ]);
  });

  it('is measured by the handovers of whole weeks answered in time', () =>
    expect(decisionSeries(cube, input).slaAttainment?.weeks).toEqual([
      { start: toEpochDay('2026-06-22'), k: 6, n: 8 },
    ]));

  it('is not measured by what the files cannot tell', () => {
    const bare = decisionSeries(cube, {
      currency: null,
      notMeasurable: { l2o: 'No.', o2d: 'No.' },
      sla: null,
    });
    expect(Object.entries(bare).flatMap(([measure, series]) => (series === null ? [measure] : []))).toEqual([
      'l2oFast',
      'l2oWindowed',
      'o2dWindowed',
      'pipelineCreated',
      'slaAttainment',
    ]);
    const because = input.sla && { ...input.sla, because: 'No calls.' };
    expect(decisionSeries(cube, { ...input, sla: because }).slaAttainment).toBeNull();
  });

  it('is being counted while the handovers are, and then only where it rests on them', () => {
    const counting = (measure: Decision['measure'], sla = input.sla) =>
      decisionReviews([decision({ measure })], cube, { ...input, sla })[0]?.isCounting;
    expect([counting('slaAttainment', null), counting('slaAttainment'), counting('leads', null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is overdue from the day after it was due, while it is open', () => {
    const overdue = (parts: Partial<Decision>) =>
      decisionReviews([decision(parts)], cube, input)[0]?.isOverdue;
    expect(overdue({ dueOn: '2026-06-29' })).toBe(true);
    expect(overdue({ dueOn: '2026-06-30' })).toBe(false);
    expect(overdue({ dueOn: '2026-06-29', state: 'done' })).toBe(false);
    expect(overdue({})).toBe(false);
  });

  it('stands before those that were decided earlier', () => {
    const days = ['2026-02-02', '2026-04-06', '2026-03-02'];
    const all = days.map((decidedOn) => decision({ id: decidedOn, decidedOn }));
    expect(decisionReviews(all, cube, input).map((review) => review.decision.id)).toEqual([
      '2026-04-06',
      '2026-03-02',
      '2026-02-02',
    ]);
  });
});

describe('the ten weeks of a decision', () => {
  const series = {
    kind: 'volume' as const,
    ripeDays: 0,
    weeks: Array.from({ length: 20 }, (_, index) => ({
      start: toEpochDay('2026-01-05') + 7 * index,
      k: index,
      n: 1,
    })),
  };
  const line = (day: string) => decisionLine(series, toEpochDay(day));

  it('end with the last week measured', () =>
    expect(line('2026-04-08')).toEqual({
      from: '2026-03-16',
      values: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
      markAt: 3,
    }));

  it('begin with the decision where that is just ten weeks ago, and lie around it before that', () => {
    expect(line('2026-03-16').markAt).toBe(0);
    expect(line('2026-03-15')).toMatchObject({ from: '2026-02-09', markAt: 4 });
  });

  it('end with the decision where its week is not measured yet', () =>
    expect(line('2026-06-01')).toMatchObject({
      from: '2026-03-30',
      markAt: 9,
      values: [12, 13, 14, 15, 16, 17, 18, 19, null, null],
    }));

  it('show no share of nothing', () =>
    expect(
      decisionLine(
        { kind: 'rate', ripeDays: 0, weeks: [{ start: toEpochDay('2026-01-05'), k: 0, n: 0 }] },
        toEpochDay('2026-01-05'),
      ).values,
    ).toEqual(Array.from({ length: 10 }, () => null)));
});
