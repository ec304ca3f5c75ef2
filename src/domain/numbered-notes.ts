import type { DatedNote } from './decision.ts';

/** A note under the number by which charts and lists call it. */
export interface NumberedNote extends DatedNote {
  readonly number: number;
}

/** Notes numbered from 1 by their days, the earliest first; those of one day in the order in which they were written. */
export const numberedNotes = (notes: readonly DatedNote[]): readonly NumberedNote[] =>
  notes
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
    .map((note, index) => ({ ...note, number: index + 1 }));

/** The notes on the days from the first to the last, both included. */
export const notesBetween = (
  notes: readonly NumberedNote[],
  first: string,
  last: string,
): readonly NumberedNote[] => notes.filter(({ date }) => first <= date && date <= last);
