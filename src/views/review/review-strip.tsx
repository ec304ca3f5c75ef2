import { toEpochDay } from '../../domain/local-date.ts';
import type { ReviewHeader } from '../../metrics/review/weekly-review.ts';
import { count, day, dayAndMonth, percent, several } from '../../sentences/format.ts';

const ageWords = (asOf: string, today: string): string => {
  const days = toEpochDay(today) - toEpochDay(asOf);
  return days <= 0 ? 'up to today' : `${several(days, ['day', 'days'])} old`;
};

/** Which week, in words: "Week 39, 21 Sept to 27 Sept 2026". */
export const weekWords = ({ week }: ReviewHeader): string =>
  `Week ${Number(week.label.slice(-2))}, ${dayAndMonth(week.start)} to ${day(week.end)}`;

/** Whether the numbers can be trusted, in one line: which week, how old, how complete, by which definition. */
export function ReviewStrip({
  header,
  label,
  today,
}: {
  readonly header: ReviewHeader;
  readonly label: string;
  readonly today: string;
}) {
  const { week, withSource, asOf } = header;
  return (
    <div className="review-strip">
      <span>
        <b>Week {Number(week.label.slice(-2))}</b>, {dayAndMonth(week.start)} to {day(week.end)}
      </span>
      <span>
        Data <b>{ageWords(asOf, today)}</b>
      </span>
      <span>
        <b>{withSource.rate === null ? '–' : percent(withSource.rate)}</b> of {count(withSource.n)} leads have
        a source
      </span>
      <span>{label}</span>
    </div>
  );
}
