import { firstDayOf, lastCompleteMonth, lastDayOf } from './calendar-month.ts';

/** A calendar quarter by its first and last day; `name` such as "Q2 2026". */
export interface CompleteQuarter {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The last `count` calendar quarters that had ended by the end of a day, newest first. */
export const completeQuarters = (day: string, count: number): readonly CompleteQuarter[] => {
  const months = lastCompleteMonth(day) + 1;
  const last = months - (months % 3);
  return Array.from({ length: count }, (_, index) => {
    const first = last - 3 * (index + 1);
    return {
      name: `Q${(first % 12) / 3 + 1} ${Math.floor(first / 12)}`,
      from: firstDayOf(first),
      to: lastDayOf(first + 2),
    };
  });
};
