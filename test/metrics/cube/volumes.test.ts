import { describe, expect, it } from 'vitest';
import { fromEpochDay } from '../../../src/domain/local-date.ts';
import { noFilter } from '../../../src/domain/filter.ts';
import { sliceCube } from '../../../src/metrics/cube/cube.ts';
import { flowBooked, flowInWindow, flowRates, flowToDate } from '../../../src/metrics/cube/lead-flow.ts';
import { periodVolumes } from '../../../src/metrics/cube/period-volumes.ts';
import { pipelineCreated } from '../../../src/metrics/cube/pipeline-created.ts';
import { pipelineVelocity } from '../../../src/metrics/cube/pipeline-velocity.ts';
import { weightedPipeline } from '../../../src/metrics/cube/weighted-pipeline.ts';
import { windowedCells, windowedGroups } from '../../../src/metrics/cube/windowed-tallies.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

const cube = tinyCube({
  arrivals: [{ day: '2026-06-01', leads: 8, mqls: 5 }],
  leads: [
    { day: '2026-03-31', journeys: 20, converted: 6, converted_l2d: 5 },
    { day: '2026-04-01', journeys: 10, converted: 4, converted_l2d: 4 },
    { day: '2026-04-02', journeys: 7, converted: 1, converted_l2d: 1 },
  ],
  sourced: [
    {
      day: '2026-04-01',
      sourced: 6,
      won: 3,
      won_minor: 900,
      sourced_windowed: 5,
      won_windowed: 2,
      won_windowed_minor: 500,
    },
    {
      day: '2026-04-02',
      sourced: 2,
      won: 1,
      won_minor: 70,
      sourced_windowed: 2,
      won_windowed: 1,
      won_windowed_minor: 70,
    },
  ],
  opportunities: [{ day: '2026-06-03', opportunities: 4, created_minor: 1000, with_created_amount: 3 }],
  closes: [{ day: '2026-06-30', won: 3, lost: 5, won_minor: 600 }],
});

describe('volumes of a month', () => {
  const june = periodVolumes(cube, 'month').at(-1);

  it('count each thing by its own day', () => {
    expect(june).toMatchObject({
      leads: 8,
      mqls: 5,
      anchored: 0,
      opportunities: 4,
      pipelineMinor: 1000,
      deals: 3,
      lost: 5,
      revenueMinor: 600,
      closedWinRate: { k: 3, n: 8 },
      opportunitiesPerLead: null,
      isComplete: true,
    });
  });

  it('begin with the first month of any of them', () => {
    expect(periodVolumes(cube, 'month').map(({ start }) => fromEpochDay(start))).toEqual([
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
    ]);
  });

  it('have opportunities per lead where there are leads', () =>
    expect(periodVolumes(cube, 'month')[1]?.opportunitiesPerLead).toBe(0));

  it('of nothing are none', () => expect(periodVolumes(tinyCube({}), 'week')).toEqual([]));
});

describe('the flow of leads', () => {
  it('to date is of the same leads throughout', () =>
    expect(flowToDate(cube)).toEqual({
      leads: 37,
      converted: 11,
      opportunities: 8,
      deals: 4,
      wonMinor: 970,
    }));

  it('in the window is of those that have had all of it, the last day included', () =>
    // 90 days before 2026-06-30 is 2026-04-01.
    expect(flowInWindow(cube)).toEqual({
      leads: 30,
      converted: 9,
      opportunities: 5,
      deals: 2,
      wonMinor: 500,
    }));

  it('in the window is nothing without one', () => {
    const unmeasured = { ...cube, windows: { l2oDays: null, o2dDays: null, l2dDays: null } };
    expect(flowInWindow(unmeasured)).toEqual({
      leads: 0,
      converted: 0,
      opportunities: 0,
      deals: 0,
      wonMinor: 0,
    });
  });

  it('as booked counts each thing by its own day', () =>
    expect(flowBooked(cube)).toEqual({ leads: 37, converted: 4, opportunities: 4, deals: 3, wonMinor: 600 }));

  it('has deals as the product of its rates', () => {
    const flow = flowToDate(cube);
    const { l2o, opportunitiesPerConverted, o2d, dealSizeMinor } = flowRates(flow);
    const deals = flow.leads * (l2o.k / l2o.n) * (opportunitiesPerConverted ?? Number.NaN) * (o2d.k / o2d.n);
    expect(deals).toBeCloseTo(flow.deals, 12);
    expect(deals * (dealSizeMinor ?? Number.NaN)).toBeCloseTo(flow.wonMinor, 9);
  });

  it.each([
    [19, true],
    [18, false],
    [21, true],
    [22, false],
  ])(
    'of 20 converted leads with %i opportunities may be told as lead to deal: %s',
    (opportunities, isOneToOne) =>
      expect(flowRates({ leads: 100, converted: 20, opportunities, deals: 5, wonMinor: 0 }).isOneToOne).toBe(
        isOneToOne,
      ),
  );

  it('of nothing has no ratios', () =>
    expect(flowRates({ leads: 0, converted: 0, opportunities: 0, deals: 0, wonMinor: 0 })).toMatchObject({
      opportunitiesPerConverted: null,
      dealSizeMinor: null,
      isOneToOne: false,
    }));
});

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
    const part = sliceCube(cube, { ...noFilter, to: '2026-01-01' });
    expect(pipelineVelocity(part)).toEqual(pipelineVelocity(cube));
  });
});

describe('windowed counts', () => {
  const counted = tinyCube({
    leads: [
      { row: 'Web', column: 'Small', day: '2026-05-31', journeys: 5, converted_windowed: 2, won_windowed: 1 },
      { row: 'Web', column: 'Large', day: '2026-05-01', journeys: 4, converted_windowed: 1 },
      { row: 'Event', column: 'Large', day: '2026-04-01', journeys: 3, won_windowed: 1 },
      { row: 'Event', column: 'Large', day: '2026-06-01', journeys: 9, converted_windowed: 9 },
    ],
    opportunities: [{ row: 'Web', day: '2026-05-01', opportunities: 6, won_windowed: 2 }],
  });

  it('are of those that have had the window, by cell and by group', () => {
    expect(windowedCells(counted, 'l2o')).toEqual([
      { row: 'Event', column: 'Large', k: 0, n: 3 },
      { row: 'Web', column: 'Large', k: 1, n: 4 },
      { row: 'Web', column: 'Small', k: 2, n: 5 },
    ]);
    expect(windowedGroups(counted, 'l2o', 'row')).toEqual([
      { group: 'Event', k: 0, n: 3 },
      { group: 'Web', k: 3, n: 9 },
    ]);
    expect(windowedGroups(counted, 'l2o', 'column')).toEqual([
      { group: 'Large', k: 1, n: 7 },
      { group: 'Small', k: 2, n: 5 },
    ]);
  });

  it('have a window of their own for each joint', () => {
    expect(windowedCells(counted, 'l2d')).toEqual([{ row: 'Event', column: 'Large', k: 1, n: 3 }]);
    expect(windowedCells(counted, 'o2d')).toEqual([{ row: 'Web', column: 'Small', k: 2, n: 6 }]);
  });

  it('are none where a joint has no window', () =>
    expect(
      windowedCells({ ...counted, windows: { l2oDays: null, o2dDays: null, l2dDays: null } }, 'l2o'),
    ).toEqual([]));
});
