import { beforeAll, describe, expect, it } from 'vitest';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import { fromEpochDay } from '../../src/domain/local-date.ts';
import { cohortAgeCounts, type CohortAgeRequest } from '../../src/sql/questions/cohort-age-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildFrom, tablesOf } from '../support/leak-data.ts';

const counted = async (asked: Partial<CohortAgeRequest>) => {
  const engine = await sharedEngine();
  const rows = await engine.ask(
    cohortAgeCounts({ joint: 'l2o', filter: noFilter, from: '2026-01-01', ages: [10, 30], ...asked }),
  );
  return rows.map(({ month, age, size, n, k }) => [fromEpochDay(month), age, size, n, k]);
};

describe('months of start by age, as of 30 June', () => {
  beforeAll(() =>
    buildFrom(
      tablesOf({
        quick: ['2026-03-01', ['mql', '2026-03-01'], ['opportunity', '2026-03-11', 'won', '2026-04-10', 100]],
        slow: ['2026-03-05', ['mql', '2026-03-31'], ['opportunity', '2026-04-11', 'lost', '2026-05-01', 100]],
        gone: ['2026-03-05', ['mql', '2026-03-05'], ['disqualified', '2026-03-06']],
        early: ['2026-05-31', ['mql', '2026-05-31']],
        ripe: ['2026-06-20', ['mql', '2026-06-20'], ['opportunity', '2026-06-30', 'open', null, 100]],
        young: ['2026-06-21', ['mql', '2026-06-21'], ['opportunity', '2026-06-22', 'open', null, 100]],
        before: ['2025-12-31', ['mql', '2025-12-31']],
      }),
    ),
  );

  it('count those that are old enough, and which of them had converted by the last day of the age', async () =>
    expect(await counted({})).toEqual([
      ['2026-03-01', 10, 3, 3, 1],
      ['2026-03-01', 30, 3, 3, 2],
      ['2026-05-01', 10, 1, 1, 0],
      ['2026-05-01', 30, 1, 1, 0],
      ['2026-06-01', 10, 2, 1, 1],
      ['2026-06-01', 30, 2, 0, 0],
    ]));

  it('start on the first day asked for, within the days of the filter', async () => {
    expect((await counted({ from: '2025-12-31' })).length).toBe(8);
    const filter: Filter = { ...noFilter, from: '2026-03-02', to: '2026-05-30' };
    expect(await counted({ filter, ages: [30] })).toEqual([['2026-03-01', 30, 2, 2, 1]]);
  });

  it('follow opportunities from the day they were created to the deal', async () =>
    expect(await counted({ joint: 'o2d', ages: [29, 30] })).toEqual([
      ['2026-03-01', 29, 1, 1, 0],
      ['2026-03-01', 30, 1, 1, 1],
      ['2026-04-01', 29, 1, 1, 0],
      ['2026-04-01', 30, 1, 1, 0],
      ['2026-06-01', 29, 2, 0, 0],
      ['2026-06-01', 30, 2, 0, 0],
    ]));
});
