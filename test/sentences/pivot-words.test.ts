import { describe, expect, it } from 'vitest';
import { pivot } from '../../src/metrics/cube/pivot.ts';
import { clockWords } from '../../src/sentences/clock-words.ts';
import { pivotHeadline, pivotTraps } from '../../src/sentences/pivot-headline.ts';
import { tinyCube, type TinyRow, type TinyRows } from '../support/tiny-cube.ts';

const day = '2025-06-02';

/** Leads and opportunities of one cell, all old enough. */
const cell = (
  column: string,
  leads: number,
  converted: number,
  opportunities: number,
  won: number,
): TinyRows => ({
  leads: [{ column, day, journeys: leads, converted, converted_windowed: converted }],
  opportunities: [{ column, day, opportunities, won, won_windowed: won }],
});

const pivotOf = (cells: readonly TinyRows[]) => {
  const rowsOf = (facet: 'leads' | 'opportunities'): readonly TinyRow[] =>
    cells.flatMap((rows) => rows[facet] ?? []);
  return pivot(tinyCube({ leads: rowsOf('leads'), opportunities: rowsOf('opportunities') }), 'windowed', {});
};

describe('the answer of a pivot', () => {
  it('names the cell that makes opportunities which win little', () => {
    const made = pivotOf([cell('Large', 500, 200, 200, 4), cell('Small', 500, 50, 50, 20)]);
    expect(pivotTraps(made).map(({ column }) => column)).toEqual(['Large']);
    expect(pivotHeadline(made)).toBe(
      'Web, Large makes opportunities that win little: 40.0% become opportunities, 2.0% of those deals',
    );
  });

  it('names the surest of the cells that stand out at deals before any at opportunities', () => {
    const two = pivotOf([
      cell('A', 500, 100, 100, 60),
      cell('B', 500, 100, 100, 10),
      cell('C', 500, 100, 100, 30),
    ]);
    expect(pivotHeadline(two)).toBe(
      'In Web, A clearly more opportunities become deals than in the rest (60.0%), and 1 other cell stands out too',
    );
    const three = pivotOf([
      cell('A', 500, 100, 100, 60),
      cell('B', 500, 100, 100, 10),
      cell('C', 500, 100, 100, 34),
      cell('D', 500, 100, 100, 8),
    ]);
    expect(pivotHeadline(three)).toMatch(/and 2 other cells stand out too$/);
  });

  it('turns to opportunities where none stands out at deals', () =>
    expect(pivotHeadline(pivotOf([cell('A', 500, 20, 20, 2), cell('B', 500, 100, 100, 10)]))).toMatch(
      /^In Web, [AB] clearly (more|less) leads become opportunities than in the rest \(\d+\.0%\), and 1 other cell stands out too$/,
    ));

  it('says that none stands out, and how many were looked at', () => {
    expect(pivotHeadline(pivotOf([cell('A', 100, 20, 20, 2), cell('B', 100, 20, 20, 2)]))).toBe(
      'None of the 2 cells that are large enough stands out from the rest',
    );
    expect(pivotHeadline(pivotOf([cell('A', 100, 20, 20, 2), cell('B', 29, 6, 6, 1)]))).toBe(
      'The one cell that is large enough to be compared does not stand out',
    );
  });

  it('says what is missing where nothing can be compared', () => {
    expect(pivotHeadline(pivotOf([cell('A', 29, 20, 20, 2)]))).toBe(
      'No cell has the 30 records that a comparison takes',
    );
    expect(pivotHeadline(pivotOf([]))).toBe('There is nothing to compare in this period');
  });
});

describe('the difference between cohort and period', () => {
  const number = (rate: number | null) => ({
    rate: { k: 1, n: 9, rate, low: null, high: null },
    seen: null,
    adjusted: null,
    side: null,
  });

  it('is told with the numbers of both', () =>
    expect(clockWords({ l2o: number(0.1), o2d: null }, { l2o: number(0.134), o2d: number(0.064) })).toBe(
      "Cohort follows the leads that started in the period, whenever they convert: 10.0% of them became opportunities. Period counts what is dated in it, whichever lead it came from: 13.4 opportunities for 100 leads, 6.4% of what closed was won. Only the cohort's numbers are conversions: those of the period move with the volume, and leave out what is still open.",
    ));

  it('is told without the numbers that there are not', () =>
    expect(clockWords({ l2o: null, o2d: null }, { l2o: number(null), o2d: null })).toBe(
      "Cohort follows the leads that started in the period, whenever they convert. Period counts what is dated in it, whichever lead it came from. Only the cohort's numbers are conversions: those of the period move with the volume, and leave out what is still open.",
    ));
});
