import { describe, expect, it } from 'vitest';
import { loadHistory } from '../../src/metrics/load-history.ts';
import { openLeadAges, type OpenLeadCounts } from '../../src/metrics/open-lead-age.ts';
import { loadLevel, ownerLoads } from '../../src/metrics/rep-load.ts';

describe('the load of a rep', () => {
  it('is amber above four fifths of the cap and red above it, the limits themselves still below', () =>
    expect([0, 0.8, 0.801, 1, 1.001].map(loadLevel)).toEqual(['ok', 'ok', 'amber', 'amber', 'red']));

  it('is open leads by the cap, the fullest first, equal ones by name, leads of nobody last', () =>
    expect(
      ownerLoads(
        [
          { owner: '(blank)', leads: 900 },
          { owner: 'Bo', leads: 400 },
          { owner: 'Ada', leads: 400 },
          { owner: 'Dee', leads: 400 },
          { owner: 'Cai', leads: 600 },
        ],
        500,
      ),
    ).toEqual([
      { owner: 'Cai', openLeads: 600, load: 1.2, level: 'red' },
      { owner: 'Ada', openLeads: 400, load: 0.8, level: 'ok' },
      { owner: 'Bo', openLeads: 400, load: 0.8, level: 'ok' },
      { owner: 'Dee', openLeads: 400, load: 0.8, level: 'ok' },
      { owner: '(blank)', openLeads: 900, load: null, level: null },
    ]));

  it('leaves leads of nobody last wherever they are counted', () =>
    expect(
      ownerLoads(
        [
          { owner: 'Ada', leads: 1 },
          { owner: '(blank)', leads: 9 },
          { owner: 'Bo', leads: 2 },
        ],
        500,
      ).map(({ owner }) => owner),
    ).toEqual(['Bo', 'Ada', '(blank)']));

  it('without a cap is no number', () =>
    expect(ownerLoads([{ owner: 'Ada', leads: 3 }], 0)).toEqual([
      { owner: 'Ada', openLeads: 3, load: null, level: null },
    ]));
});

describe('the history of open leads', () => {
  it('sums what opened and closed up to each month end, also in months without a change', () =>
    expect(
      loadHistory(
        [
          { month: '2025-12-01', group_name: 'Bo', opened: 5, closed: 1 },
          { month: '2026-02-01', group_name: 'Bo', opened: 1, closed: 3 },
          { month: '2026-02-01', group_name: 'Ada', opened: 2, closed: 0 },
        ],
        '2026-03-30',
      ),
    ).toEqual([
      {
        group: 'Ada',
        months: [
          { monthEnd: '2025-12-31', openLeads: 0 },
          { monthEnd: '2026-01-31', openLeads: 0 },
          { monthEnd: '2026-02-28', openLeads: 2 },
        ],
      },
      {
        group: 'Bo',
        months: [
          { monthEnd: '2025-12-31', openLeads: 4 },
          { monthEnd: '2026-01-31', openLeads: 4 },
          { monthEnd: '2026-02-28', openLeads: 2 },
        ],
      },
    ]));

  it('takes in the last month once its last day is there, and is empty without a change', () => {
    const change = { month: '2026-01-01', group_name: 'Bo', opened: 1, closed: 0 };
    expect(loadHistory([change], '2026-01-30')[0]?.months).toEqual([]);
    expect(loadHistory([change], '2026-01-31')[0]?.months).toHaveLength(1);
    expect(loadHistory([], '2026-01-31')).toEqual([]);
  });
});

const cell = (more: Partial<OpenLeadCounts>): OpenLeadCounts => ({
  row_group: 'Ada',
  column_group: 'web',
  is_recycled: false,
  age: 7,
  leads: 0,
  overdue: 0,
  neglected: 0,
  ...more,
});

describe('the ages of open leads', () => {
  const rows = [
    cell({ leads: 6, neglected: 2 }),
    cell({ age: 60, leads: 4, overdue: 4, neglected: 1, column_group: 'event' }),
    cell({ age: 0, leads: 10, overdue: 9, neglected: 10, row_group: 'Bo' }),
    cell({ age: 60, leads: 7, is_recycled: true }),
  ];

  it('are told from young to old, recycled leads apart, with the shares that need a look', () => {
    const { total, groups } = openLeadAges(rows, 'row_group', true);
    expect(total.leads).toEqual([
      { age: 7, leads: 6 },
      { age: 14, leads: 0 },
      { age: 21, leads: 0 },
      { age: 60, leads: 4 },
      { age: 0, leads: 10 },
    ]);
    expect(total).toMatchObject({
      recycled: 7,
      overdue: { k: 13, n: 20, rate: 0.65 },
      neglected: { k: 13, n: 20 },
    });
    expect(groups.map(({ group, recycled, overdue }) => [group, recycled, overdue.k, overdue.n])).toEqual([
      ['Ada', 7, 4, 10],
      ['Bo', 0, 9, 10],
    ]);
  });

  it('call nobody neglected where the files hold no activities', () => {
    const { total, groups } = openLeadAges(rows, 'row_group', false);
    expect([total, ...groups].map(({ neglected, overdue }) => [neglected, overdue.n])).toEqual([
      [null, 20],
      [null, 10],
      [null, 10],
    ]);
  });

  it('can be told by the other field', () =>
    expect(
      openLeadAges(rows, 'column_group', true).groups.map(({ group, overdue }) => [group, overdue.n]),
    ).toEqual([
      ['event', 4],
      ['web', 16],
    ]));
});
