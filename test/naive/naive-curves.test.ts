/** Curves and projections by definition: the examples of the specification and the reference cases. */
import { describe, expect, it } from 'vitest';
import { differences } from '../support/naive/differences.ts';
import type { Duration } from '../support/naive/kaplan-meier.ts';
import { kaplanMeier, kaplanMeierQuantile } from '../support/naive/kaplan-meier.ts';
import type { Life } from '../support/naive/life-table.ts';
import {
  defaultWindow,
  horizonOf,
  incidenceAt,
  incidenceError,
  incidenceInterval,
  lifeTable,
  medianTimeToAnyEnd,
  survivalAt,
  timeToShare,
} from '../support/naive/life-table.ts';
import { oracleIsThere, readOracleCsv, readOracleJson } from '../support/naive/oracle-folder.ts';
import { maturityOf, projectCohort } from '../support/naive/projection.ts';

const EVENTS = [1, 0, 2, 1, 0, 1, 2, 1, 0, 0] as const;
const TEN: Life[] = [0, 0, 1, 2, 2, 3, 5, 5, 8, 10].map((age, index) => ({ age, event: EVENTS[index] ?? 0 }));
const TABLE = lifeTable(TEN);

describe('the ten-row curve', () => {
  it('ends at 0.4825 opportunities, 0.2475 disqualified and 0.27 open', () => {
    expect(incidenceAt(TABLE, 5)).toBeCloseTo(0.4825, 12);
    expect(incidenceAt(TABLE, 5, 2)).toBeCloseTo(0.2475, 12);
    expect(survivalAt(TABLE, 5)).toBeCloseTo(0.27, 12);
  });

  it('is flat between ages, holds its last value, and starts at the events of day 0', () => {
    expect(incidenceAt(TABLE, 4)).toBe(incidenceAt(TABLE, 3));
    expect(incidenceAt(TABLE, 99)).toBe(incidenceAt(TABLE, 10));
    expect(incidenceAt(TABLE, 0)).toBeCloseTo(0.1, 12);
  });

  it('has a standard error of 0.1771 and an interval from 0.212 to 0.839', () => {
    expect(incidenceError(TABLE, 5)).toBeCloseTo(0.1771, 4);
    const [lower, upper] = incidenceInterval(TABLE, 5);
    expect(lower).toBeCloseTo(0.212, 3);
    expect(upper).toBeCloseTo(0.839, 3);
    expect(incidenceInterval(lifeTable([{ age: 1, event: 2 }]), 1)).toEqual([0, 0]);
  });

  it('reaches half of its end after 3 days, 80 % after 5', () => {
    expect(timeToShare(TABLE, 0.5, 5)).toBe(3);
    expect(timeToShare(TABLE, 0.8, 5)).toBe(5);
    expect(timeToShare(lifeTable([{ age: 1, event: 2 }]), 0.5, 1)).toBeNull();
  });

  it('has half of its leads decided after 5 days', () => {
    expect(medianTimeToAnyEnd(TABLE)).toBe(5);
    expect(medianTimeToAnyEnd(lifeTable([{ age: 1, event: 0 }]))).toBeNull();
  });

  it('would be 0.537 if disqualified leads were merely out of sight', () => {
    const durations = TEN.map(({ age, event }) => ({ time: age, ended: event === 1 }));
    expect(1 - (kaplanMeier(durations).at(-1)?.survival ?? 0)).toBeCloseTo(0.537, 3);
  });

  it('projects 46.2 % of a cohort of ten with three converted, 30 % to 70 %', () => {
    const projection = projectCohort(TABLE, 5, { n: 10, converted: 3, open_ages: [1, 1, 2, 3] });
    expect(projection?.expected_more).toBeCloseTo(1.621, 3);
    expect(projection?.projected).toBeCloseTo(0.462, 3);
    expect(projection?.se).toBeCloseTo(1.248, 3);
    expect([projection?.lower, projection?.upper]).toEqual([0.3, 0.7]);
  });

  it('expects nothing of an empty cohort and nothing more beyond the horizon', () => {
    expect(projectCohort(TABLE, 5, { n: 0, converted: 0, open_ages: [] })).toBeNull();
    expect(projectCohort(TABLE, 5, { n: 1, converted: 0, open_ages: [5] })?.expected_more).toBe(0);
  });

  it('is mature at the horizon and half so with one lead of age 3 that stands at 0.3475 of 0.4825', () => {
    expect(maturityOf(TABLE, 5, [5, 7])).toBe(1);
    expect(maturityOf(TABLE, 5, [3])).toBeCloseTo(incidenceAt(TABLE, 3) / 0.4825, 12);
    expect(maturityOf(TABLE, 5, [])).toBeNull();
  });
});

describe('horizon and window', () => {
  const many: Life[] = [
    ...Array.from({ length: 40 }, (): Life => ({ age: 10, event: 1 })),
    ...Array.from({ length: 10 }, (): Life => ({ age: 50, event: 1 })),
    ...Array.from({ length: 20 }, (): Life => ({ age: 400, event: 0 })),
  ];

  it('ends where thirty are still at risk, and at the cap', () => {
    expect(horizonOf(lifeTable(many), 365)).toBe(50);
    expect(horizonOf(lifeTable(many), 49)).toBe(10);
    expect(horizonOf(TABLE, 365)).toBeNull();
  });

  it('takes the smallest window that holds 80 % of the end', () => {
    expect(defaultWindow(lifeTable(many), 50)).toBe(14);
    expect(defaultWindow(lifeTable(many.slice(11)), 50)).toBe(60);
  });
});

describe('Kaplan-Meier', () => {
  it('gives the first time by which a share has ended, or none', () => {
    const durations: Duration[] = [
      { time: 1, ended: true },
      { time: 2, ended: false },
      { time: 3, ended: true },
      { time: 4, ended: false },
    ];
    expect(kaplanMeierQuantile(durations, 0.5)).toBe(3);
    expect(kaplanMeierQuantile(durations, 0.9)).toBeNull();
  });
});

describe.skipIf(!oracleIsThere())('reference curves', () => {
  it('gives the Kaplan-Meier curve of the 6-MP arm', () => {
    const durations = readOracleCsv('km_6mp_data.csv').map((row) => ({
      time: Number(row['time']),
      ended: row['event'] === '1',
    }));
    const expected = readOracleCsv('km_6mp_expected.csv').filter((row) => row['n_event'] !== '0');
    const inShape = kaplanMeier(durations).map((row) => ({
      time: row.time,
      n_risk: row.at_risk,
      n_event: row.ended,
      survival: row.survival,
      std_err: row.se,
      lower: row.lower,
      upper: row.upper,
    }));
    expect(differences(inShape, expected.map(numbersOf), 1e-9)).toEqual([]);
  });

  const lives = oracleIsThere()
    ? readOracleCsv('aj_mgus2_data.csv').map((row): Life => {
        const event = row['event'] === '1' ? 1 : row['event'] === '2' ? 2 : 0;
        return { age: Number(row['time']), event };
      })
    : [];

  it('gives the life table of mgus2 and its incidences at every fortieth age', () => {
    const table = lifeTable(lives);
    const expected = readOracleCsv('aj_mgus2_expected.csv').map((row) => ({
      age: Number(row['time']),
      at_risk: Number(row['n_risk']),
      d1: Number(row['n_event1']),
      d2: Number(row['n_event2']),
    }));
    expect(table).toEqual(expected);
    const some = readOracleCsv('aj_mgus2_expected.csv').filter((_, index) => index % 40 === 0);
    const found = some.map((row) => ({
      event_free: survivalAt(table, Number(row['time'])),
      cif1: incidenceAt(table, Number(row['time'])),
      cif2: incidenceAt(table, Number(row['time']), 2),
    }));
    const wanted = some.map(numbersOf).map(({ event_free, cif1, cif2 }) => ({ event_free, cif1, cif2 }));
    expect(differences(found, wanted, 1e-9)).toEqual([]);
  });

  it('gives the points of mgus2 with their intervals', () => {
    const table = lifeTable(lives);
    const { points, tolerance_abs } = readOracleJson('aj_mgus2_points.json') as {
      tolerance_abs: number;
      points: { t: number }[];
    };
    for (const { r_ij_se_cif1, ...point } of points as ({ t: number } & Record<string, number>)[]) {
      const [lower, upper] = incidenceInterval(table, point.t);
      const found = {
        t: point.t,
        cif1: incidenceAt(table, point.t),
        cif2: incidenceAt(table, point.t, 2),
        event_free: survivalAt(table, point.t),
        se_cif1: incidenceError(table, point.t),
        lower,
        upper,
      };
      expect(differences(found, point, tolerance_abs)).toEqual([]);
      expect(found.se_cif1).toBeCloseTo(r_ij_se_cif1 ?? Number.NaN, 8);
    }
  });

  it('gives the projections', () => {
    const { cases, tolerance_abs } = readOracleJson('projection.json') as {
      tolerance_abs: number;
      cases: {
        reference: [number, 0 | 1 | 2][];
        horizon: number;
        cohort: { n: number; converted: number; open_ages: number[] };
        expected: { cif_at_horizon: number };
      }[];
    };
    expect(cases.length).toBeGreaterThan(0);
    for (const { reference, horizon, cohort, expected } of cases) {
      const table = lifeTable(reference.map(([age, event]) => ({ age, event })));
      const found = {
        ...projectCohort(table, horizon, cohort),
        cif_at_horizon: incidenceAt(table, horizon),
      };
      expect(differences(found, expected, tolerance_abs)).toEqual([]);
    }
  });
});

/** The cells of a row as numbers; what is none (`NA`) is undefined. */
function numbersOf(row: Record<string, string>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name !== 'n_censor')
      .map(([name, cell]) => [name, cell === '' || Number.isNaN(Number(cell)) ? null : Number(cell)]),
  );
}
