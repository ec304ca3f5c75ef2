import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceCube } from '../../../src/metrics/cube/cube.ts';
import { differentChoices, readingValue, type Reading } from '../../../src/metrics/reconcile/reading.ts';
import { readings } from '../../../src/metrics/reconcile/readings.ts';
import { closestShown, readTarget, reconcile } from '../../../src/metrics/reconcile/reconcile.ts';
import { filters, tinyRows } from '../../support/random-tiny-cube.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

const keyOf = ({ subject, choices }: Reading): string => JSON.stringify([subject, choices]);

describe('a number that is typed', () => {
  it('is a count with or without separators', () => {
    for (const text of ['1234', '1,234', '1.234', ' 1 234 ', '1’234', '1\u202f234'])
      expect(readTarget(text)).toEqual({ kind: 'count', value: 1234, within: 0 });
    expect(readTarget('1,234,567')?.value).toBe(1_234_567);
  });

  it('is a share with a sign or with decimals, known to half of its last digit', () => {
    expect(readTarget('12 %')).toEqual({ kind: 'share', value: 0.12, within: 0.005 });
    for (const text of ['12.4%', '12,4 %', '12.4'])
      expect(readTarget(text)).toMatchObject({
        kind: 'share',
        value: expect.closeTo(0.124, 12),
        within: 0.0005,
      });
    expect(readTarget('12.45')?.within).toBeCloseTo(0.00005, 12);
  });

  it('is neither where it is no number', () => {
    for (const text of ['', '%', 'abc', '-5', '1,23,4', '12.4.5 %', '1e3'])
      expect(readTarget(text)).toBeNull();
  });
});

const cube = tinyCube({
  arrivals: [{ day: '2026-01-10', leads: 220, mqls: 210 }],
  leads: [
    {
      day: '2026-01-10',
      journeys: 200,
      converted: 50,
      disqualified: 20,
      won: 12,
      converted_windowed: 40,
      converted_fast: 25,
      won_windowed: 9,
      imputed: 10,
      imputed_converted: 8,
    },
    {
      day: '2026-06-20',
      journeys: 40,
      converted: 3,
      converted_windowed: 3,
      converted_fast: 2,
      won_windowed: 1,
      won: 1,
    },
  ],
  sourced: [{ day: '2026-01-10', sourced: 60, won: 14 }],
  opportunities: [
    { day: '2026-01-20', opportunities: 62, sourced: 62, won: 15, lost: 30, won_windowed: 11 },
    { day: '2026-06-21', opportunities: 7, sourced: 7, won: 2, lost: 1, won_windowed: 2 },
    { row: '(unsourced)', day: '2026-01-20', opportunities: 20, won: 4, lost: 6, won_windowed: 3 },
  ],
  closes: [
    { day: '2026-02-20', won: 13, lost: 31 },
    { row: '(unsourced)', day: '2026-02-20', won: 5, lost: 6 },
  ],
});
const found = (text: string, subject: Reading['subject'] | null = null) => {
  const target = readTarget(text);
  if (target === null) throw new Error('This is no number.');
  return reconcile(readings(cube), target, subject);
};
const exactly = (text: string, subject: Reading['subject']) =>
  found(text, subject).exact.map(({ reading }) => differentChoices(reading));

describe('the ways of counting', () => {
  it('are all different', () => {
    const keys = readings(cube).map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are these, each with its own numbers', () => {
    const line = ({ subject, choices, k, n }: Reading): string =>
      [
        subject,
        ...differentChoices({ subject, choices, k, n }).map((choice) => choices[choice]),
        n === null ? k : `${k}/${n}`,
      ].join(' ');
    expect(readings(cube).map(line)).toEqual([
      'leads leadCreated 220',
      'leads 240',
      'mqls activity 210',
      'mqls 240',
      'l2o 40/200',
      'l2o in 43/240',
      'l2o fast 25/200',
      'l2o fast in 27/240',
      'l2o toDate in 53/240',
      'l2o toDate in opportunity 60/240',
      'l2o activity toDate in opportunity 89/240',
      'l2o activity toDate in opportunity sourced 69/240',
      'l2o leadCreated toDate in opportunity 89/220',
      'l2o leadCreated toDate in opportunity sourced 69/220',
      'l2d 9/200',
      'l2d in 10/240',
      'l2d toDate in 13/240',
      'l2d toDate in opportunity 14/240',
      'l2d activity toDate in opportunity 18/240',
      'l2d leadCreated toDate in opportunity 18/220',
      'opportunities leadStart lead 53',
      'opportunities leadStart window lead 43',
      'opportunities leadStart 60',
      'deals leadStart lead 13',
      'deals leadStart 14',
      'o2d leadStart toDate in sourced 14/60',
      'leads out 230',
      'mqls out 230',
      'l2o toDate in out 45/230',
      'opportunities 89',
      'deals 21',
      'deals closed 18',
      'o2d 14/82',
      'o2d in 16/89',
      'o2d toDate in 21/89',
      'o2d toDate openOut 21/58',
      'o2d closed toDate openOut 18/55',
      'o2d activity toDate in 18/89',
      'opportunities sourced 69',
      'deals sourced 17',
      'deals closed sourced 13',
      'o2d sourced 11/62',
      'o2d in sourced 13/69',
      'o2d toDate in sourced 17/69',
      'o2d toDate openOut sourced 17/48',
      'o2d closed toDate openOut sourced 13/44',
      'o2d activity toDate in sourced 13/69',
      'opportunities unsourced 20',
      'deals unsourced 4',
      'deals closed unsourced 5',
      'o2d unsourced 3/20',
      'o2d in unsourced 3/20',
      'o2d toDate in unsourced 4/20',
      'o2d toDate openOut unsourced 4/10',
      'o2d closed toDate openOut unsourced 5/11',
      'o2d activity toDate in unsourced 5/20',
    ]);
  });

  it('hold the own way of each number, without any difference', () => {
    expect(exactly('240', 'leads')).toEqual([[]]);
    expect(exactly('20.0 %', 'l2o')).toEqual([[]]);
    expect(exactly('17.07 %', 'o2d')).toEqual([[]]);
    expect(exactly('89', 'opportunities')).toEqual([[]]);
  });

  it('are found by what makes the difference', () => {
    expect(exactly('220', 'leads')).toEqual([['day']]);
    expect(exactly('230', 'leads')).toEqual([['imputed']]);
    expect(exactly('17.92 %', 'l2o')).toEqual([['young']]);
    expect(exactly('12.5 %', 'l2o')).toEqual([['clock']]);
    expect(exactly('22.08 %', 'l2o')).toEqual([['clock', 'young']]);
    expect(exactly('19.57 %', 'l2o')).toEqual([['clock', 'young', 'imputed']]);
    expect(exactly('40.45 %', 'l2o')).toEqual([['day', 'clock', 'young', 'unit']]);
    expect(exactly('4.50 %', 'l2d')).toEqual([[]]);
    expect(exactly('6.5 %', 'l2d')).toEqual([]);
    expect(exactly('32.73 %', 'o2d')).toEqual([['day', 'clock', 'young']]);
    expect(exactly('36.21 %', 'o2d')).toEqual([['clock', 'young']]);
    expect(exactly('17.74 %', 'o2d')).toEqual([['source']]);
    expect(exactly('20', 'opportunities')).toEqual([['source']]);
    expect(exactly('18', 'deals')).toEqual([['day']]);
    expect(exactly('14', 'deals')).toEqual([['day']]);
  });

  it('do not tell opportunities apart by a source that there is none of', () => {
    const sourcedOnly = tinyCube({
      opportunities: [{ day: '2026-01-20', opportunities: 9, sourced: 9, won: 2 }],
    });
    expect(readings(sourcedOnly).filter(({ choices }) => choices.source === 'unsourced')).toEqual([]);
    const bySegment = readings({ ...cube, rows: 'segment' });
    expect(bySegment.filter(({ choices }) => choices.source === 'unsourced')).toEqual([]);
  });

  it('leave imputed leads in where there are none to leave out', () =>
    expect(
      readings(tinyCube({ leads: [{ day: '2026-01-10', journeys: 9 }] })).filter(
        ({ choices }) => choices.imputed === 'out',
      ),
    ).toEqual([]));
});

describe('a search that finds nothing', () => {
  it('lists the closest ways with their distance, above or below', () => {
    const { exact, closest, tried } = found('231', 'leads');
    expect(exact).toEqual([]);
    expect(tried).toBe(3);
    expect(closest.map(({ apart }) => apart)).toEqual([-1, 9, -11]);
  });

  it('lists no more than a few, and none beside one that fits', () => {
    expect(found('99.9 %').closest.length).toBe(closestShown);
    expect(found('240').closest).toEqual([]);
  });

  it('compares counts with counts and shares with shares', () => {
    const share = found('20.0 %');
    expect([...share.exact, ...share.closest].every(({ reading }) => reading.n !== null)).toBe(true);
    const counted = found('240');
    expect(counted.exact.every(({ reading }) => reading.n === null)).toBe(true);
  });

  it('tries nothing of which nobody is below the line', () =>
    expect(reconcile(readings(tinyCube({})), { kind: 'share', value: 0.2, within: 0.005 }).tried).toBe(0));
});

describe('a search over any data', () => {
  it('finds every way of counting by the number that it gives', () =>
    fc.assert(
      fc.property(tinyRows, filters, fc.nat(), (rows, filter, pick) => {
        const ways = readings(sliceCube(tinyCube(rows), filter)).filter((way) => readingValue(way) !== null);
        const way = ways[pick % ways.length];
        if (way === undefined) throw new Error('There are always counts.');
        const value = readingValue(way) ?? 0;
        const text = way.n === null ? String(value) : `${(value * 100).toFixed(1)} %`;
        const target = readTarget(text);
        if (target === null) throw new Error('This is a number.');
        expect(reconcile(ways, target).exact.map(({ reading }) => keyOf(reading))).toContain(keyOf(way));
      }),
      { seed: 20261124, numRuns: 200 },
    ));
});
