import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../src/domain/local-date.ts';
import type { MonthCohort } from '../../src/metrics/cohort-triangle.ts';
import type { GroupCurve } from '../../src/metrics/cube/group-curves.ts';
import { curveOf } from '../../src/metrics/cube/reference-curve.ts';
import { funnel } from '../../src/metrics/funnel.ts';
import { rateOf } from '../../src/metrics/rate-of.ts';
import { transitionMatrix } from '../../src/metrics/transitions.ts';
import { waitingTime } from '../../src/metrics/waiting-time.ts';
import {
  curveHeadline,
  dwellHeadline,
  funnelHeadline,
  movesHeadline,
  parentWords,
  stageName,
  triangleHeadline,
} from '../../src/sentences/shape-words.ts';
import { tinyCube } from '../support/tiny-cube.ts';

describe('how soon they convert', () => {
  it('is said of half and of four fifths, as far as it is known', () => {
    expect(curveHeadline({ half: 1, fourFifths: 37 }, 'l2o')).toBe(
      'Half of the leads that become opportunities do so within 1 day, four fifths within 37 days',
    );
    expect(curveHeadline({ half: 12, fourFifths: null }, 'o2d')).toBe(
      'Half of the opportunities that become deals do so within 12 days',
    );
    expect(curveHeadline({ half: null, fourFifths: null }, 'l2o')).toBe(
      'Too few of the leads that become opportunities are known to say how long they take',
    );
  });
});

describe('whose curve stands in', () => {
  const group = (name: string, isParent: boolean): GroupCurve => ({
    group: name,
    curve: { ...curveOf({ name, cube: tinyCube({}) }, 'l2o'), isParent },
    records: 9,
  });

  it('is said of the groups that have none of their own', () => {
    expect(parentWords([group('Web', false)])).toBe('');
    expect(parentWords([group('Web', false), group('Fair', true)])).toBe(
      'Fewer than 100 records or 20 conversions, so the curve of all stands in: Fair.',
    );
    expect(parentWords(['A', 'B', 'C', 'D', 'E'].map((name) => group(name, true)))).toBe(
      'Fewer than 100 records or 20 conversions, so the curve of all stands in: A, B, C and 2 more.',
    );
  });
});

describe('whether the months get better', () => {
  const month = (first: string, k: number, n: number, isMatured = true): MonthCohort => ({
    month: toEpochDay(first),
    size: n,
    ages: [{ age: 30, rate: rateOf(k, n), isMatured }],
  });

  it('compares the last two months that are old enough, with what the difference bears', () => {
    expect(triangleHeadline([month('2026-03-01', 66, 1000), month('2026-04-01', 69, 1000)], 30, 'l2o')).toBe(
      'Of the leads that started in April 2026, 6.9% became opportunities within 30 days; 6.6% of those in March 2026, no difference that can be told from chance',
    );
    expect(
      triangleHeadline([month('2026-03-01', 66, 1000), month('2026-04-01', 150, 1000)], 30, 'l2o'),
    ).toMatch(/6\.6% of those in March 2026, probably fewer$/);
    expect(
      triangleHeadline([month('2026-03-01', 150, 1000), month('2026-04-01', 66, 1000)], 30, 'l2o'),
    ).toMatch(/15\.0% of those in March 2026, probably more$/);
    expect(triangleHeadline([month('2026-03-01', 2, 29), month('2026-04-01', 9, 29)], 30, 'o2d')).toBe(
      'Of the opportunities created in April 2026, 31.0% became deals within 30 days; 6.9% of those in March 2026, too few to tell them apart',
    );
  });

  it('leaves out a month that is not that old as a whole', () => {
    expect(
      triangleHeadline([month('2026-03-01', 10, 100), month('2026-04-01', 1, 50, false)], 30, 'l2o'),
    ).toBe('Of the leads that started in March 2026, 10.0% became opportunities within 30 days');
    expect(triangleHeadline([month('2026-04-01', 1, 50, false)], 30, 'l2o')).toBe(
      'No month is 30 days old as a whole yet',
    );
    expect(triangleHeadline([], 1, 'l2o')).toBe('No month is 1 day old as a whole yet');
  });
});

describe('where leads wait', () => {
  const stage = (name: 'mql' | 'sal', ended: number, total: number, age: number) => ({
    stage: name,
    ...waitingTime([
      { age, ended, total: ended },
      { age: 99, ended: 0, total: total - ended },
    ]),
  });

  it('is where half take longest to go on', () =>
    expect(dwellHeadline([stage('mql', 30, 40, 5), stage('sal', 30, 40, 21)])).toBe(
      'Leads wait longest at SAL: half of them have gone on after 21 days',
    ));

  it('is where fewer than half have gone on yet, before any other', () =>
    expect(dwellHeadline([stage('mql', 9, 40, 5), stage('sal', 30, 40, 21)])).toBe(
      'At MQL fewer than half of the leads have gone on yet',
    ));

  it('is not said of fewer than 30', () => {
    expect(dwellHeadline([stage('mql', 9, 29, 5), stage('sal', 30, 30, 2)])).toMatch(/longest at SAL/);
    expect(dwellHeadline([stage('sal', 29, 29, 2)])).toBe(
      'Too few leads were seen in any stage to say how long they wait',
    );
  });
});

describe('how far leads get and which ways they go', () => {
  const counts = (journeys: number, places: Partial<Record<string, number>>) => ({
    row_group: 'Web',
    standing: 'open',
    journeys,
    created_place: 0,
    mql_place: places['mql'] ?? null,
    sal_place: null,
    sql_place: null,
    opportunity_place: places['opportunity'] ?? null,
    won_place: null,
  });
  const rows = [counts(10, {}), counts(3, { mql: 1, opportunity: 2 }), counts(2, { opportunity: 1 })];
  const stages = ['created', 'mql', 'opportunity'] as const;

  it('is said of the last stage, by whatever way and in order', () => {
    expect(funnelHeadline(funnel('strict', rows, stages), funnel('loose', rows, stages))).toBe(
      '5 of 15 leads reached Opportunity by whatever way, 3 through every stage in order',
    );
    expect(funnelHeadline(funnel('strict', [], stages), funnel('loose', [], stages))).toBe(
      'No lead was created in this period',
    );
  });

  it('gives the shares of the moves between stages', () => {
    const move = (from_state: string, to_state: string, moves: number) => ({
      row_group: 'Web',
      from_state,
      to_state,
      moves,
    });
    expect(
      movesHeadline(
        transitionMatrix(
          [
            move('start', 'created', 20),
            move('created', 'mql', 6),
            move('created', 'opportunity', 3),
            move('mql', 'created', 1),
          ],
          stages,
        ),
      ),
    ).toBe('60.0% of 10 moves between stages go to the next one, 30.0% skip at least one, 10.0% go back');
    expect(movesHeadline(transitionMatrix([move('start', 'created', 20)], stages))).toBe(
      'No lead moved from one stage to another in this period',
    );
  });

  it('names stages in words and leaves an unknown state as it is', () => {
    expect(stageName('won')).toBe('Deal');
    expect(stageName('odd')).toBe('odd');
  });
});
