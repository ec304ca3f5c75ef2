import type { BusinessCalendar } from '../../domain/business-calendar.ts';
import type { OwnerCalendars } from '../../domain/handover.ts';
import { totalOf } from '../in-groups.ts';
import type { Metric } from '../metric.ts';
import type { HistoryCell } from './sales-history.ts';
import { wholeWeeks } from './sales-replay.ts';
import { termsOfSegment, type SalesTerms } from './sales-terms.ts';

/** What the attempts of a promise take. */
export const attemptHours: Metric = {
  id: 'promise_attempt_hours',
  label: 'Hours for attempts a week',
  question: 'How many hours a week do the promised attempts take?',
  definition:
    'Handovers a week, times attempts on each, times the minutes one attempt takes. A handover counts the attempts that were made, or as many as promised where these are more and nothing had ended the need for them.',
  leftOut:
    'Attempts after the days agreed, and after the tenth. Everything else that reps do. The minutes are an assumption that can be changed.',
  measure: 'count',
  better: 'lower',
  subject: 'the number of hours that the promised attempts take a week',
};

/** Minutes that one attempt is taken to need, with looking up the lead and noting the outcome, until somebody says otherwise. */
export const usualMinutesPerAttempt = 10;

/** What a week of attempts takes. */
export interface StaffNeed {
  readonly attemptsPerHandover: number;
  readonly attemptsPerWeek: number;
  readonly hoursPerWeek: number;
  /** Persons who would do nothing else in all opening hours; null where a calendar never opens. */
  readonly people: number | null;
}

/** Opening hours of a week of the calendar, without its holidays. */
export const weeklyHours = ({ hours }: BusinessCalendar): number => {
  const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (
    Object.values(hours)
      .flat()
      .reduce((sum, [open, close]) => sum + Math.max(0, minutesOf(close) - minutesOf(open)), 0) / 60
  );
};

/** Opening hours of a week of one person: the mean over the owners named, each by their own calendar; without one the usual ones. */
export const meanWeeklyHours = ({ usual, byOwner }: OwnerCalendars, owners: readonly string[]): number => {
  if (owners.length === 0) return weeklyHours(usual);
  return owners.reduce((sum, owner) => sum + weeklyHours(byOwner.get(owner) ?? usual), 0) / owners.length;
};

/** What the terms take a week, by the whole weeks that are there; null terms: what was done. Null without a handover whose days are over. */
export const staffNeed = (
  cells: readonly HistoryCell[],
  terms: SalesTerms | null,
  asOf: string,
  {
    minutesPerAttempt,
    hoursOpen,
    volume,
  }: {
    readonly minutesPerAttempt: number;
    /** Opening hours of a week. */
    readonly hoursOpen: number;
    /** Leads to come for each lead of the past. */
    readonly volume: number;
  },
): StaffNeed | null => {
  const whole = wholeWeeks(cells, asOf);
  const due = totalOf(whole, ({ attemptsDue }) => attemptsDue);
  if (due === 0) return null;
  const made = totalOf(
    whole,
    ({ segment, attemptsMade }) =>
      attemptsMade[terms === null ? 0 : termsOfSegment(terms, segment).attempts] ?? 0,
  );
  const weeks = new Set(whole.map(({ week }) => week)).size;
  const attemptsPerHandover = made / due;
  const attemptsPerWeek =
    (attemptsPerHandover * totalOf(whole, ({ handovers }) => handovers) * volume) / weeks;
  const hoursPerWeek = (attemptsPerWeek * minutesPerAttempt) / 60;
  return {
    attemptsPerHandover,
    attemptsPerWeek,
    hoursPerWeek,
    people: hoursOpen > 0 ? hoursPerWeek / hoursOpen : null,
  };
};
