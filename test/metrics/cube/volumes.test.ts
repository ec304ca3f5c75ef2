import { describe, expect, it } from 'vitest';
import { fromEpochDay, toEpochDay } from '../../../src/domain/local-date.ts';
import { flowBooked, flowInWindow, flowRates, flowToDate } from '../../../src/metrics/cube/lead-flow.ts';
import { periodVolumes } from '../../../src/metrics/cube/period-volumes.ts';
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
  const june = () => periodVolumes(cube, 'month').at(-1);

  it('count each thing by its own day', () => {
    expect(june()).toMatchObject({
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

  it('count what never happened as none', () =>
    expect(periodVolumes(cube, 'month')[2]).toMatchObject({
      leads: 0,
      mqls: 0,
      anchored: 0,
      opportunities: 0,
      pipelineMinor: 0,
      deals: 0,
      lost: 0,
      revenueMinor: 0,
      closedWinRate: { k: 0, n: 0, rate: null },
    }));

  it('divide the opportunities created by the leads that started', () => {
    const may = tinyCube({
      leads: [{ day: '2026-05-04', journeys: 8 }],
      opportunities: [{ day: '2026-05-20', opportunities: 2 }],
    });
    expect(periodVolumes(may, 'month')[0]?.opportunitiesPerLead).toBe(0.25);
  });

  it('are whole up to the last day of the period, and not before it', () => {
    const upTo = (asOf: string) =>
      periodVolumes(
        tinyCube({ arrivals: [{ day: '2026-05-04', leads: 1 }] }, { asOf: toEpochDay(asOf) }),
        'month',
      ).map(({ isComplete }) => isComplete);
    expect(upTo('2026-05-31')).toEqual([true]);
    expect(upTo('2026-05-30')).toEqual([false]);
    expect(upTo('2026-06-01')).toEqual([true, false]);
  });

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
