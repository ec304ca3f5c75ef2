import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../src/domain/time-zone.ts';
import { MomentColumn } from '../../src/ingest/moment-column.ts';
import { withMonthNumber } from '../../src/ingest/month-names.ts';

describe('a date that names its month', () => {
  it.each([
    ['15 Apr, 2021 00:03:00', '2021-4-15 00:03:00'],
    ['15 Apr, 2021', '2021-4-15'],
    ['15-Apr-2021', '2021-4-15'],
    ['Apr 15, 2021 12:03 AM', '2021-4-15 12:03 AM'],
    ['April 15th, 2021', '2021-4-15'],
    ['1st of May 2021', '1st of May 2021'],
    ['3 maj 2026 kl. 08:15', '2026-5-3 08:15'],
    ['12 augusti 2026', '2026-8-12'],
    ['15 de abril de 2021', '2021-4-15'],
    ['2 ene. 2026', '2026-1-2'],
    ['7 paź 2026 10:00', '2026-10-7 10:00'],
    ['1 września 2026', '2026-9-1'],
    ['15. März 2026 um 09:30', '2026-3-15 09:30'],
    ['3. Dez. 2026', '2026-12-3'],
    ['1er août 2026', '2026-8-1'],
    ['5 févr. 2026 à 14:05', '2026-2-5 14:05'],
    ['5 FÉVR. 2026', '2026-2-5'],
    ['5 fe\u0301vr. 2026', '2026-2-5'],
  ])('%s is %s', (cell, numbers) => expect(withMonthNumber(cell)).toBe(numbers));

  it.each(['2026-04-15', '15/04/2026', '12 Foo, 2026', 'May', 'soon', '', 'Mar 2026', '15 Apr 21'])(
    'is not found in "%s", which stays as it is',
    (cell) => expect(withMonthNumber(cell)).toBe(cell),
  );

  it('is read in a column, and one that does not exist is told from one that cannot be read', () => {
    const column = new MomentColumn();
    for (const cell of ['15 Apr, 2021 00:03:00', '31 Apr, 2021', '31 Foo, 2021']) column.append(cell);
    const utc = zoneClock('UTC');
    const { seconds, problems } = column.finish(utc, utc, false);
    expect(new Date((seconds[0] ?? 0) * 1000).toISOString()).toBe('2021-04-15T00:03:00.000Z');
    expect([...problems]).toEqual([
      [1, 'DATE_IMPOSSIBLE'],
      [2, 'DATE_UNREADABLE'],
    ]);
  });

  it('needs no other cell to tell day and month apart', () => {
    const column = new MomentColumn();
    column.append('3 Apr, 2021');
    const utc = zoneClock('UTC');
    expect(column.finish(utc, utc, false).problems.size).toBe(0);
  });
});
