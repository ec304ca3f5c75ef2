import { describe, expect, it } from 'vitest';
import { CohortTriangle, type CohortTriangleProps } from '../../src/charts/cohort-triangle.tsx';
import { heatStep } from '../../src/charts/heat-step.ts';
import { TransitionMatrix, type TransitionMatrixProps } from '../../src/charts/transition-matrix.tsx';
import { markupOf, tableOf } from '../support/chart-markup.ts';

describe('the step of a heat', () => {
  it.each([
    [null, 10, 0],
    [0, 10, 0],
    [-1, 10, 0],
    [5, 0, 0],
    [0.001, 10, 1],
    [2, 10, 1],
    [2.001, 10, 2],
    [4, 10, 2],
    [8, 10, 4],
    [8.001, 10, 5],
    [10, 10, 5],
    [11, 10, 5],
  ])('of %d of at most %i is %i', (value, most, step) => expect(heatStep(value, most)).toBe(step));

  it('is not raised by what a computer cannot write exactly', () => expect(heatStep(0.6, 1)).toBe(3));
});

describe('a triangle of cohorts', () => {
  const triangle = (more: Partial<CohortTriangleProps> = {}): string =>
    markupOf(CohortTriangle, {
      rows: [
        {
          key: 'sep',
          label: 'Sep',
          size: 100,
          cells: [
            { value: 0.1, state: 'matured', note: '10 of 100' },
            { value: 0.2, state: 'matured' },
          ],
        },
        {
          key: 'oct',
          label: 'Oct',
          size: 50,
          cells: [
            { value: 0.15, state: 'young' },
            { value: null, state: 'young' },
          ],
        },
      ],
      ages: ['7 days', '14'],
      rowTitle: 'Month',
      sizeTitle: 'Leads',
      title: 'Month by month',
      summary: 'Steady',
      emptyText: 'No month yet',
      format: (share) => `${share * 100}%`,
      formatCount: String,
      youngWord: 'so far',
      ...more,
    });

  it('has a number in every cell that can have one', () => {
    expect(tableOf(triangle())).toEqual([
      { label: 'Sep', cells: [100, 0.1, 0.2] },
      { label: 'Oct', cells: [50, 0.15, null] },
    ]);
  });

  it('is as dark as its numbers are large', () =>
    expect(triangle().match(/heat-\d/g)).toEqual(['heat-3', 'heat-5', 'heat-4']));

  it('hatches what is young, and says so', () => {
    const html = triangle();
    expect(html.match(/heat-young/g)).toHaveLength(1);
    expect(html).toContain('~15%');
    expect(html.match(/so far/g)).toHaveLength(1);
  });

  it('writes k of n where it is given', () => expect(triangle().match(/10 of 100/g)).toHaveLength(1));

  it('of a row that is too short has dashes', () => {
    const rows = [{ key: 'sep', label: 'Sep', size: 1, cells: [] }];
    expect(tableOf(triangle({ rows }))).toEqual([{ label: 'Sep', cells: [1, null, null] }]);
  });

  it('of nothing but zeros has no heat', () => {
    const rows = [{ key: 'sep', label: 'Sep', size: 1, cells: [{ value: 0, state: 'matured' as const }] }];
    expect(triangle({ rows }).match(/heat-\d/g)).toEqual(['heat-0']);
  });

  it('of nothing says so', () => {
    const html = triangle({ rows: [] });
    expect(html).toContain('No month yet');
    expect(html).not.toContain('<table');
  });

  it('keeps a name of 300 letters, and one from right to left apart from its numbers', () => {
    const label = 'ש'.repeat(300);
    const html = triangle({ rows: [{ key: 'a', label, size: 1, cells: [] }] });
    expect(html).toContain(`<bdi>${label}</bdi>`);
    expect(html).not.toContain('style=');
  });
});

describe('a matrix of transitions', () => {
  const matrix = (more: Partial<TransitionMatrixProps> = {}): string =>
    markupOf(TransitionMatrix, {
      rows: [
        { key: 'new', label: 'New', counts: [60, 40] },
        { key: 'qualified', label: 'Qualified', counts: [null, 8] },
      ],
      columns: [
        { key: 'qualified', label: 'Qualified' },
        { key: 'lost', label: 'Lost' },
      ],
      rowTitle: 'From, to',
      totalTitle: 'All',
      title: 'Stages',
      summary: '60 of 100 qualified',
      emptyText: 'No transition yet',
      formatCount: String,
      formatShare: (share) => `${share * 100}%`,
      ...more,
    });

  it('has every count, a dash where there is no way, and the sum of each row', () =>
    expect(tableOf(matrix())).toEqual([
      { label: 'New', cells: [60, 40, 100] },
      { label: 'Qualified', cells: [null, 8, 8] },
    ]));

  it('is as dark as the share of the row, and writes that share', () => {
    const html = matrix();
    expect(html.match(/heat-\d/g)).toEqual(['heat-3', 'heat-2', 'heat-5']);
    expect(html).toMatch(/60%.*40%.*100%/s);
  });

  it('of a row of zeros has neither heat nor share', () => {
    const html = matrix({ rows: [{ key: 'new', label: 'New', counts: [0, 0] }] });
    expect(html.match(/heat-\d/g)).toEqual(['heat-0', 'heat-0']);
    expect(html).not.toContain('NaN');
  });

  it.each([
    ['rows', { rows: [] }],
    ['columns', { columns: [] }],
  ])('without %s says so', (_, more) => expect(matrix(more)).toContain('No transition yet'));

  it('has no style in its markup', () => expect(matrix()).not.toContain('style='));
});
