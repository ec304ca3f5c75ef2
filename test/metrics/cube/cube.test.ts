import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../src/domain/filter.ts';
import { addDays } from '../../../src/domain/local-date.ts';
import { conversionTable } from '../../../src/metrics/conversion-table.ts';
import { cohorts } from '../../../src/metrics/cube/cohorts.ts';
import { leadCells, opportunityCells } from '../../../src/metrics/cube/cube-cells.ts';
import { groupCube, groupsOf, outsideFilter, sliceCube, type Cube } from '../../../src/metrics/cube/cube.ts';
import { lifeTable } from '../../../src/metrics/cube/joint-counts.ts';
import { flowInWindow, flowToDate } from '../../../src/metrics/cube/lead-flow.ts';
import { periodVolumes } from '../../../src/metrics/cube/period-volumes.ts';
import { channels, days, filters, segments, tinyRows } from '../../support/random-tiny-cube.ts';
import { tinyCube, tinyFrame, type TinyRow } from '../../support/tiny-cube.ts';

/** Everything that is counted of a cube: tables, cohorts, volumes, flow, life table. */
const numbersOf = (cube: Cube) => ({
  table: conversionTable(leadCells(cube), opportunityCells(cube), 'row_group', {}),
  cohorts: cohorts(cube, 'l2o', 'week'),
  volumes: periodVolumes(cube, 'month'),
  flow: [flowToDate(cube), flowInWindow(cube)],
  ages: lifeTable(cube, 'l2o'),
});

const check = (property: Parameters<typeof fc.assert>[0], seed: number): void =>
  void fc.assert(property, { seed, numRuns: 100 });

describe('a filter of a cube', () => {
  it('A and then B is B and then A', () =>
    check(
      fc.property(tinyRows, filters, filters, (rows, a, b) => {
        const cube = tinyCube(rows);
        expect(numbersOf(sliceCube(sliceCube(cube, a), b))).toEqual(
          numbersOf(sliceCube(sliceCube(cube, b), a)),
        );
      }),
      61,
    ));

  it('by nothing is everything', () => {
    check(
      fc.property(tinyRows, (rows) => {
        const cube = tinyCube(rows);
        expect(numbersOf(sliceCube(cube, noFilter))).toEqual(numbersOf(cube));
      }),
      62,
    );
  });

  it('and its complement are everything, in every count', () =>
    check(
      fc.property(tinyRows, fc.subarray([...channels], { minLength: 1, maxLength: 2 }), (rows, channel) => {
        const cube = tinyCube(rows);
        const rest = channels.filter((name) => !channel.includes(name));
        const [part, other] = [channel, rest].map((names) =>
          flowToDate(sliceCube(cube, { ...noFilter, values: { channel: names } })),
        );
        const all = flowToDate(cube);
        for (const name of ['leads', 'converted', 'opportunities', 'deals', 'wonMinor'] as const)
          expect((part?.[name] ?? 0) + (other?.[name] ?? 0)).toBe(all[name]);
      }),
      63,
    ));

  it('by days leaves the life table alone', () =>
    check(
      fc.property(tinyRows, days, (rows, from) => {
        const cube = tinyCube(rows);
        expect(lifeTable(sliceCube(cube, { ...noFilter, from }), 'l2o')).toEqual(lifeTable(cube, 'l2o'));
      }),
      64,
    ));

  it('includes its first and its last day', () => {
    const cube = tinyCube({
      leads: ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => ({ day, journeys: 1 })),
    });
    const leads = (from: string, to: string) => flowToDate(sliceCube(cube, { from, to, values: {} })).leads;
    expect([leads('2026-01-02', '2026-01-03'), leads('2026-01-02', '2026-01-02')]).toEqual([2, 1]);
  });

  it('by values of another field is for the engine alone', () => {
    const filter = {
      from: '2026-01-01',
      to: null,
      values: { channel: ['Web'], owner: ['a'], campaign: [], segment: ['Small'] },
    };
    expect(outsideFilter(filter, 'channel', 'segment')).toEqual({
      from: null,
      to: null,
      values: { owner: ['a'] },
    });
  });
});

describe('a split of a cube', () => {
  it.each(['row', 'column'] as const)(
    'by its %s field adds up to the whole in every period and age',
    (side) =>
      check(
        fc.property(tinyRows, (rows) => {
          const cube = tinyCube(rows);
          const names = side === 'row' ? channels : segments;
          const parts = names.map((group) => groupCube(cube, side, group));
          const byStart = new Map<number, number>();
          for (const part of parts)
            for (const { start, n, converted, open } of cohorts(part, 'l2o', 'week'))
              byStart.set(start, (byStart.get(start) ?? 0) + n * 1e6 + converted * 1e3 + open);
          for (const { start, n, converted, open } of cohorts(cube, 'l2o', 'week'))
            expect(byStart.get(start) ?? 0).toBe(n * 1e6 + converted * 1e3 + open);
          const total = (each: readonly Cube[]) =>
            each.flatMap((part) => lifeTable(part, 'l2o')).reduce((sum, age) => sum + age.total, 0);
          expect(total(parts)).toBe(total([cube]));
        }),
        65,
      ),
  );

  it('names the groups that have leads or opportunities, sorted', () => {
    const cube = tinyCube({
      leads: [{ row: 'Web', day: '2026-01-01', journeys: 1 }],
      opportunities: [{ row: '(unsourced)', day: '2026-01-01', opportunities: 1 }],
      closes: [{ row: 'Referral', day: '2026-01-01', won: 1 }],
    });
    expect(groupsOf(cube, 'row')).toEqual(['(unsourced)', 'Web']);
  });
});

describe('a longer period', () => {
  it('is the sum of the shorter ones in it, numerators and denominators', () =>
    check(
      fc.property(tinyRows, (rows) => {
        const cube = tinyCube(rows);
        const sum = (grain: 'week' | 'month') =>
          cohorts(cube, 'l2o', grain).reduce(
            (all, { n, converted, left, open, windowed }) => [
              (all[0] ?? 0) + n,
              (all[1] ?? 0) + converted,
              (all[2] ?? 0) + left,
              (all[3] ?? 0) + open,
              (all[4] ?? 0) + windowed.k,
              (all[5] ?? 0) + windowed.n,
            ],
            [0, 0, 0, 0, 0, 0],
          );
        expect(sum('week')).toEqual(sum('month'));
      }),
      66,
    ));
});

describe('everything a week later', () => {
  const later = (rows: readonly TinyRow[] | undefined): readonly TinyRow[] =>
    (rows ?? []).map((row) => ({ ...row, day: typeof row.day === 'number' ? row.day : addDays(row.day, 7) }));

  it('is the same numbers, one week on', () =>
    check(
      fc.property(tinyRows, (rows) => {
        const cube = tinyCube(rows);
        const shifted = tinyCube(
          {
            leads: later(rows.leads),
            opportunities: later(rows.opportunities),
            sourced: later(rows.sourced),
            closes: later(rows.closes),
            arrivals: later(rows.arrivals),
            leadAges: later(rows.leadAges),
          },
          { asOf: tinyFrame.asOf + 7, referenceFrom: tinyFrame.referenceFrom + 7 },
        );
        expect(leadCells(shifted)).toEqual(leadCells(cube));
        expect(lifeTable(shifted, 'l2o')).toEqual(lifeTable(cube, 'l2o'));
        expect(cohorts(shifted, 'l2o', 'week')).toEqual(
          cohorts(cube, 'l2o', 'week').map((cohort) => ({
            ...cohort,
            start: cohort.start + 7,
            end: cohort.end + 7,
          })),
        );
      }),
      67,
    ));
});

describe('other names for the channels', () => {
  const renamed: Readonly<Record<string, string>> = { Event: 'Web', Referral: 'Event', Web: 'Referral' };
  const rename = (rows: readonly TinyRow[] | undefined): readonly TinyRow[] =>
    (rows ?? []).map((row) => ({ ...row, row: renamed[row.row ?? ''] ?? '' }));

  it('give the same numbers under these names', () =>
    check(
      fc.property(tinyRows, (rows) => {
        const cube = tinyCube(rows);
        const other = tinyCube({
          ...rows,
          leads: rename(rows.leads),
          opportunities: rename(rows.opportunities),
        });
        for (const channel of channels) {
          const ours = sliceCube(cube, { ...noFilter, values: { channel: [channel] } });
          const theirs = sliceCube(other, { ...noFilter, values: { channel: [renamed[channel] ?? ''] } });
          expect(cohorts(theirs, 'l2o', 'month')).toEqual(cohorts(ours, 'l2o', 'month'));
          expect(conversionTable(leadCells(theirs), opportunityCells(theirs), 'column_group', {})).toEqual(
            conversionTable(leadCells(ours), opportunityCells(ours), 'column_group', {}),
          );
        }
      }),
      68,
    ));
});
