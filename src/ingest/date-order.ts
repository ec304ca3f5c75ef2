/** Order of day and month in dates such as 03/04/2025, decided over a whole column. */
export type DateOrder = 'day-first' | 'month-first' | 'undecided';

/** How many cells can only be read one way, and how many, such as 03/04/2025, either way. Cells whose day and month are equal count nowhere. */
export interface DateEvidence {
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
}

/** The evidence of dates written as two numbers and a year. */
export const dateEvidence = (pairs: readonly (readonly [first: number, second: number])[]): DateEvidence => {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const [first, second] of pairs) {
    if (first > 12) dayFirst += 1;
    else if (second > 12) monthFirst += 1;
    else if (first !== second) either += 1;
  }
  return { dayFirst, monthFirst, either };
};

/** The evidence of several files of one kind, taken together. */
export const sumDateEvidence = (all: readonly DateEvidence[]): DateEvidence => ({
  dayFirst: all.reduce((sum, { dayFirst }) => sum + dayFirst, 0),
  monthFirst: all.reduce((sum, { monthFirst }) => sum + monthFirst, 0),
  either: all.reduce((sum, { either }) => sum + either, 0),
});

/** What the evidence decides: never by a majority, so that one cell to the contrary leaves it open. */
export const dateOrder = ({ dayFirst, monthFirst }: DateEvidence): DateOrder => {
  if (dayFirst > 0 && monthFirst === 0) return 'day-first';
  return monthFirst > 0 && dayFirst === 0 ? 'month-first' : 'undecided';
};
