import type { Rate } from '../../domain/rate.ts';
import { totalOf } from '../in-groups.ts';
import type { Metric } from '../metric.ts';
import { rateOf } from '../rate-of.ts';

/** Days within which a missed meeting is to be rebooked. */
export const rebookDays = 30;

/** How many booked meetings the lead did not come to. */
export const noShowShare: Metric = {
  id: 'no_show_share',
  label: 'No-shows',
  question: 'How many booked meetings are missed, and what becomes of them?',
  definition:
    'Of the meetings with leads, those marked as missed. Rebooked: another meeting with the lead followed within 30 days.',
  leftOut: 'Meetings that were cancelled or moved; meetings before a lead was created.',
  measure: 'share',
  better: 'lower',
  subject: 'the share of meetings that are missed',
};

/** Meetings of one group, as they are counted. */
export interface MeetingNumbers {
  readonly held: number;
  readonly missed: number;
  readonly rebooked: number;
  readonly rebooked_converted: number;
  readonly dropped_converted: number;
}

/** What became of meetings. */
export interface NoShows {
  readonly held: number;
  readonly missed: Rate;
  readonly rebooked: Rate;
  /** Of the missed meetings that were rebooked, those whose lead became an opportunity then or later. */
  readonly convertedAfter: Rate;
  /** The same of those that were not rebooked. */
  readonly convertedWithout: Rate;
}

/** Missed meetings of all groups together. */
export const noShowsOf = (counts: readonly MeetingNumbers[]): NoShows => {
  const total = (pick: (count: MeetingNumbers) => number): number => totalOf(counts, pick);
  const held = total((count) => count.held);
  const missed = total((count) => count.missed);
  const rebooked = total((count) => count.rebooked);
  return {
    held,
    missed: rateOf(missed, held + missed),
    rebooked: rateOf(rebooked, missed),
    convertedAfter: rateOf(
      total((count) => count.rebooked_converted),
      rebooked,
    ),
    convertedWithout: rateOf(
      total((count) => count.dropped_converted),
      missed - rebooked,
    ),
  };
};
