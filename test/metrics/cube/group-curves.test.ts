import { describe, expect, it } from 'vitest';
import { curveShares, groupCurves } from '../../../src/metrics/cube/group-curves.ts';
import { groupsOf } from '../../../src/metrics/cube/cube.ts';
import { tinyCube, type TinyRow } from '../../support/tiny-cube.ts';

/** A group of the reference months: converted at one age, left at another. */
const rowsOf = (row: string, converted: number, at: number, left: number, leftAt: number) => ({
  leads: [{ row, day: '2025-06-01', journeys: converted + left, converted, disqualified: left }],
  leadAges: [
    { row, day: at, converted },
    { row, day: leftAt, disqualified: left },
  ],
});

const cubeOf = (...groups: readonly { leads: readonly TinyRow[]; leadAges: readonly TinyRow[] }[]) =>
  tinyCube({
    leads: groups.flatMap(({ leads }) => leads),
    leadAges: groups.flatMap(({ leadAges }) => leadAges),
  });

describe('curves of groups', () => {
  const curves = () =>
    groupCurves(
      cubeOf(
        rowsOf('Event', 30, 5, 90, 40),
        rowsOf('Web', 50, 9, 150, 60),
        rowsOf('Small', 19, 3, 200, 80),
        rowsOf('Tiny', 30, 3, 69, 20),
      ),
      'l2o',
    );

  it('go from the group with most records on', () =>
    expect(curves().groups.map(({ group, records }) => [group, records])).toEqual([
      ['Small', 219],
      ['Web', 200],
      ['Event', 120],
      ['Tiny', 99],
    ]));

  it('are those of all where a group has fewer than 100 records or 20 conversions', () =>
    expect(
      curves()
        .groups.filter(({ curve }) => curve.isParent)
        .map(({ group, curve }) => [group, curve.source]),
    ).toEqual([
      ['Small', 'all'],
      ['Tiny', 'all'],
    ]));

  it('are followed as far as the one that is followed shortest', () => {
    expect(curves().all.horizonDays).toBe(80);
    expect(curves().followedTo).toBe(40);
  });

  it('are followed nowhere where nobody is', () => {
    const none = groupCurves(tinyCube({}), 'l2o');
    expect(none).toMatchObject({ groups: [], followedTo: null, all: { horizonDays: null } });
    expect(curveShares(none.all)).toEqual([]);
  });

  it('have a step with its interval on each day that somebody converts, up to the age they are told to', () => {
    const event = curves().groups.find(({ group }) => group === 'Event');
    const steps = event === undefined ? [] : curveShares(event.curve);
    expect(steps.map(({ day, share }) => [day, share])).toEqual([[5, 0.25]]);
    expect(steps[0]?.low).toBeLessThan(0.25);
    expect(steps[0]?.high).toBeGreaterThan(0.25);
  });

  it('go by name where as many records stand behind them', () => {
    const same = groupCurves(
      cubeOf(rowsOf('B', 30, 5, 90, 40), rowsOf('A', 30, 5, 90, 40), rowsOf('C', 30, 5, 90, 40)),
      'l2o',
    );
    expect(same.groups.map(({ group }) => group)).toEqual(['A', 'B', 'C']);
  });

  it('leave out what came without a lead where leads are followed', () => {
    const { leads, leadAges } = rowsOf('Web', 50, 9, 150, 60);
    const own = { row: '(unsourced)', day: '2026-05-20', opportunities: 5 };
    const unsourced = tinyCube({ leads, leadAges, opportunities: [own] });
    expect(groupsOf(unsourced, 'row')).toContain('(unsourced)');
    expect(groupCurves(unsourced, 'l2o').groups.map(({ group }) => group)).toEqual(['Web']);
  });

  it('have a step on the very day of the horizon, and none on a day when somebody only leaves', () => {
    const [step] = curveShares(groupCurves(cubeOf(rowsOf('Web', 50, 60, 150, 60)), 'l2o').all);
    expect(step).toMatchObject({ day: 60, share: 0.25 });
    const steps = curveShares(groupCurves(cubeOf(rowsOf('Web', 150, 60, 50, 10)), 'l2o').all);
    expect(steps.map(({ day }) => day)).toEqual([60]);
  });

  it('leave out the days after the age they are told to', () => {
    const late = groupCurves(cubeOf(rowsOf('Web', 10, 90, 100, 40)), 'l2o');
    expect(late.all.horizonDays).toBe(40);
    expect(curveShares(late.all)).toEqual([]);
  });
});
