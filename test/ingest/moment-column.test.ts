import { describe, expect, it } from 'vitest';
import { fromEpochDay } from '../../src/domain/local-date.ts';
import { zoneClock } from '../../src/domain/time-zone.ts';
import { noDay } from '../../src/ingest/column-data.ts';
import { MomentColumn, type Moments } from '../../src/ingest/moment-column.ts';

const utc = zoneClock('UTC');
const stockholm = zoneClock('Europe/Stockholm');
const saoPaulo = zoneClock('America/Sao_Paulo');

const columnOf = (cells: readonly (string | null)[]): MomentColumn => {
  const column = new MomentColumn();
  for (const cell of cells) column.append(cell);
  return column;
};

const read = (
  cells: readonly (string | null)[],
  source = utc,
  report = stockholm,
  dateOnly = false,
): Moments => columnOf(cells).finish(source, report, dateOnly);

const daysOf = ({ days }: Moments): readonly (string | null)[] =>
  Array.from(days, (day) => (day === noDay ? null : fromEpochDay(day)));

const instantsOf = ({ seconds }: Moments): readonly (string | null)[] =>
  Array.from(seconds, (value) => (Number.isNaN(value) ? null : new Date(value * 1000).toISOString()));

describe('a date and time', () => {
  it.each([
    ['2026-03-02 09:00:00', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00.123Z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00.000+0000', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00+01:00', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02T23:30:00-05:30', '2026-03-03T05:00:00.000Z'],
    ['2026-03-02 09:00', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02 9:05 PM', '2026-03-02T21:05:00.000Z'],
    ['2026-03-02 12:05 am', '2026-03-02T00:05:00.000Z'],
    ['2026/3/2 09:00 UTC', '2026-03-02T09:00:00.000Z'],
    ['22.3.2026, 09:00', '2026-03-22T09:00:00.000Z'],
    ['22.3.2026 09:00:30 +02:00', '2026-03-22T07:00:30.000Z'],
    [' 2026-03-02 09:00:00 ', '2026-03-02T09:00:00.000Z'],
  ])('%s is %s', (cell, instant) => expect(instantsOf(read([cell]))).toEqual([instant]));

  it('without a zone stands on the clock of its source', () => {
    expect(instantsOf(read(['2026-07-02 09:00:00'], stockholm))).toEqual(['2026-07-02T07:00:00.000Z']);
  });

  it('late in the evening of UTC belongs to the next day in Stockholm', () => {
    expect(daysOf(read(['2026-03-01 23:30:00']))).toEqual(['2026-03-02']);
  });

  it('that the spring night skips moves forward by the hour', () => {
    expect(instantsOf(read(['2026-03-29 02:30:00'], stockholm))).toEqual(['2026-03-29T01:30:00.000Z']);
  });

  it('that the autumn night repeats is the earlier one', () => {
    expect(instantsOf(read(['2026-10-25 02:30:00'], stockholm))).toEqual(['2026-10-25T00:30:00.000Z']);
  });

  it('that names its offset is exact in the night that repeats', () => {
    expect(instantsOf(read(['2026-10-25T02:30:00+01:00'], stockholm))).toEqual(['2026-10-25T01:30:00.000Z']);
  });
});

describe('a date without a time', () => {
  it('is a local day and never shifted', () => {
    expect(daysOf(read(['2026-03-02'], utc, saoPaulo))).toEqual(['2026-03-02']);
  });

  it('begins at local midnight', () => {
    expect(instantsOf(read(['2026-03-02']))).toEqual(['2026-03-01T23:00:00.000Z']);
  });

  it.each(['2026-03-31 00:00:00', '2026-03-31T00:00:00.000Z', '2026-03-31T00:00:00.000+0000'])(
    'written with a clock time behind it stays the day that is written: %s',
    (cell) => expect(daysOf(read([cell], utc, saoPaulo, true))).toEqual(['2026-03-31']),
  );
});

describe('the order of day and month', () => {
  it('is day first where one cell of all can only be so', () => {
    const moments = read(['03/04/2026', '13/04/2026', '05/06/2026']);
    expect(daysOf(moments)).toEqual(['2026-04-03', '2026-04-13', '2026-06-05']);
    expect(moments.evidence).toContain('1 can only be day-first, 0 only month-first, 2 either');
  });

  it('is month first where one cell of all can only be so', () => {
    expect(daysOf(read(['03/04/2026', '04/13/2026']))).toEqual(['2026-03-04', '2026-04-13']);
  });

  it('is decided by the last cell as well as by the first', () => {
    const many = Array.from({ length: 5000 }, () => '03/04/2026');
    expect(daysOf(read([...many, '31/12/2026']))[0]).toBe('2026-04-03');
  });

  it('stays open where every cell fits both, and no day is guessed', () => {
    const moments = read(['03/04/2026', '05/06/2026']);
    expect(daysOf(moments)).toEqual([null, null]);
    expect([...moments.problems]).toEqual([
      [0, 'DATE_AMBIGUOUS'],
      [1, 'DATE_AMBIGUOUS'],
    ]);
  });

  it('stays open where cells contradict each other', () => {
    const moments = read(['13/04/2026', '04/13/2026']);
    expect(moments.problems.get(0)).toBe('DATE_AMBIGUOUS');
    expect(moments.problems.get(1)).toBe('DATE_AMBIGUOUS');
  });

  it('does not matter where both are the same', () => {
    expect(daysOf(read(['04/04/2026']))).toEqual(['2026-04-04']);
  });
});

describe('what is no date', () => {
  it.each([
    ['2026-02-31', 'DATE_IMPOSSIBLE'],
    ['31.02.2026', 'DATE_IMPOSSIBLE'],
    ['2025-02-29', 'DATE_IMPOSSIBLE'],
    ['2026-02-31 10:00:00', 'DATE_IMPOSSIBLE'],
    ['1026-01-01', 'DATE_IMPOSSIBLE'],
    ['soon', 'DATE_UNREADABLE'],
    ['2026-03-02 25:00:00', 'DATE_UNREADABLE'],
    ['2026-03-02 10:61', 'DATE_UNREADABLE'],
    ['20260302', 'DATE_UNREADABLE'],
    ['46083', 'DATE_UNREADABLE'],
    ['2026-03-02 and more', 'DATE_UNREADABLE'],
  ])('%s is left empty with the reason %s', (cell, reason) => {
    const moments = read([cell]);
    expect(daysOf(moments)).toEqual([null]);
    expect([...moments.problems]).toEqual([[0, reason]]);
  });

  it('is no problem where the cell is empty', () => {
    const moments = read([null, '2026-03-02', null]);
    expect(daysOf(moments)).toEqual([null, '2026-03-02', null]);
    expect(moments.problems.size).toBe(0);
  });

  it.each(['2028-02-29', '2000-02-29', '2026-12-31'])('is not %s', (cell) =>
    expect(daysOf(read([cell]))).toEqual([cell]),
  );
});
