import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../src/domain/filter.ts';
import { sliceCube } from '../../../src/metrics/cube/cube.ts';
import { pipelineCreated } from '../../../src/metrics/cube/pipeline-created.ts';
import { pipelineVelocity } from '../../../src/metrics/cube/pipeline-velocity.ts';
import { weightedPipeline } from '../../../src/metrics/cube/weighted-pipeline.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

describe('pipeline created', () => {
  const months = (amounts: Readonly<Record<string, number>>) =>
    pipelineCreated(
      tinyCube({
        opportunities: Object.entries(amounts).map(([day, created_minor]) => ({
          day,
          opportunities: 4,
          created_minor,
          with_created_amount: 3,
        })),
      }),
      'month',
    );

  it('grows against the month before and over three', () => {
    const found = months({ '2026-01-10': 100, '2026-02-10': 200, '2026-03-10': 100, '2026-04-10': 800 });
    expect(found.slice(0, 4).map(({ growth }) => growth)).toEqual([null, 1, -0.5, 7]);
    expect(found[3]?.growthOverThree).toBeCloseTo(1, 12);
    expect(found[2]?.growthOverThree).toBeNull();
  });

  it('says which share has no amount', () =>
    expect(months({ '2026-06-10': 5 })[0]?.shareWithoutAmount).toBe(0.25));

  it('has no growth from nothing, and falls to nothing by all of it', () => {
    const found = months({ '2026-04-10': 0, '2026-05-10': 100, '2026-06-10': 0 });
    expect(found.map(({ growth }) => growth)).toEqual([null, null, -1]);
  });

  it('has no growth into a month that is not over', () => {
    const early = tinyCube(
      {
        opportunities: [
          { day: '2026-05-10', opportunities: 1, created_minor: 10 },
          { day: '2026-06-10', opportunities: 1, created_minor: 10 },
        ],
      },
      { asOf: tinyCube({}).asOf - 1 },
    );
    expect(pipelineCreated(early, 'month').map(({ growth, isComplete }) => [growth, isComplete])).toEqual([
      [null, true],
      [null, false],
    ]);
  });

  it('has no share without amount in a month without opportunities', () =>
    expect(months({ '2026-05-10': 5 })[1]?.shareWithoutAmount).toBeNull());

  it('of nothing is none', () => expect(months({})).toEqual([]));
});

describe('weighted pipeline', () => {
  const opportunity = (row: string, day: string, more: Record<string, number>) => ({ row, day, ...more });
  const weighted = tinyCube({
    opportunities: [
      opportunity('Web', '2026-01-01', { opportunities: 10, won_windowed: 5 }),
      opportunity('Event', '2026-01-01', { opportunities: 10, won_windowed: 1 }),
      opportunity('Web', '2026-06-15', { opportunities: 1, created_minor: 1000 }),
      opportunity('Event', '2026-06-15', { opportunities: 1, created_minor: 500 }),
    ],
  });

  it('weighs each group by its share of deals', () =>
    expect(weightedPipeline(weighted, 'row', 'month').at(-1)?.weightedMinor).toBe(1000 * 0.5 + 500 * 0.1));

  it('takes the shares of every day, whatever the period', () => {
    const june = sliceCube(weighted, { ...noFilter, from: '2026-06-01' });
    expect(weightedPipeline(june, 'row', 'month').map(({ weightedMinor }) => weightedMinor)).toEqual([550]);
  });

  it('is 0 where nothing was created and unknown where a group has no share', () => {
    const unknown = tinyCube({
      opportunities: [
        opportunity('Web', '2026-05-15', { opportunities: 1 }),
        opportunity('Web', '2026-06-15', { opportunities: 1, created_minor: 1000 }),
      ],
    });
    expect(weightedPipeline(unknown, 'row', 'month').map(({ weightedMinor }) => weightedMinor)).toEqual([
      0,
      null,
    ]);
  });

  it('of nothing is none', () => expect(weightedPipeline(tinyCube({}), 'row', 'week')).toEqual([]));
});

describe('pipeline velocity', () => {
  const velocityOf = (closes: readonly Record<string, string | number>[]) =>
    pipelineVelocity(
      tinyCube({
        opportunities: [{ day: '2023-01-01', opportunities: 90, won: 20, lost: 30 }],
        closes: closes.map((close) => ({ day: '2026-06-01', ...close })),
      }),
    );

  it('is open opportunities x win rate x deal / days', () => {
    // 40 open, 25 % of 40 closed won, 60,000 each, 75 days.
    expect(
      velocityOf([{ won: 10, lost: 30, won_minor: 480_000, won_with_amount: 8, won_days: 750 }]),
    ).toMatchObject({ open: 40, dealSizeMinor: 60_000, cycleDays: 75, perDayMinor: 8000 });
  });

  it('looks 365 days back, the as-of day included', () => {
    const won = { won: 1, won_minor: 1, won_with_amount: 1, won_days: 1 };
    expect(velocityOf([{ ...won, day: '2025-07-01' }]).closedWinRate.n).toBe(1);
    expect(velocityOf([{ ...won, day: '2025-06-30' }]).closedWinRate.n).toBe(0);
    expect(velocityOf([{ ...won, day: '2026-06-30' }]).closedWinRate.n).toBe(1);
  });

  it('is not shown of nine deals', () =>
    expect(
      velocityOf([{ won: 9, lost: 30, won_minor: 9, won_with_amount: 9, won_days: 9 }]).perDayMinor,
    ).toBeNull());

  it('is not shown where no deal has an amount, or all were won on their first day', () => {
    expect(velocityOf([{ won: 10, won_days: 9 }]).perDayMinor).toBeNull();
    expect(velocityOf([{ won: 10, won_minor: 10, won_with_amount: 10, won_days: 0 }]).perDayMinor).toBeNull();
  });

  it('of nothing closed has no parts', () =>
    expect(velocityOf([])).toMatchObject({ dealSizeMinor: null, cycleDays: null, perDayMinor: null }));

  it('is as of today, whatever the period', () => {
    const cube = tinyCube({
      opportunities: [{ day: '2026-05-01', opportunities: 4, won: 1 }],
      closes: [{ day: '2026-06-01', won: 1, lost: 2, won_days: 31 }],
    });
    const part = sliceCube(cube, { ...noFilter, to: '2026-01-01' });
    expect(pipelineVelocity(part)).toEqual(pipelineVelocity(cube));
  });
});
