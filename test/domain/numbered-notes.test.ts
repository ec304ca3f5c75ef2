import { describe, expect, it } from 'vitest';
import { notesBetween, numberedNotes } from '../../src/domain/numbered-notes.ts';

const note = (id: string, date: string) => ({ id, date, text: id });
const notes = numberedNotes([
  note('late', '2026-05-08'),
  note('first of the day', '2026-05-04'),
  note('early', '2026-04-30'),
  note('second of the day', '2026-05-04'),
]);

describe('notes under numbers', () => {
  it('count by their days, those of one day as they were written', () =>
    expect(notes.map(({ number, id }) => [number, id])).toEqual([
      [1, 'early'],
      [2, 'first of the day'],
      [3, 'second of the day'],
      [4, 'late'],
    ]));

  it('belong to a period with its first and its last day', () => {
    const numbersOf = (first: string, last: string) =>
      notesBetween(notes, first, last).map(({ number }) => number);
    expect(numbersOf('2026-05-04', '2026-05-08')).toEqual([2, 3, 4]);
    expect(numbersOf('2026-05-05', '2026-05-07')).toEqual([]);
    expect(numbersOf('2026-04-30', '2026-05-03')).toEqual([1]);
  });
});
