import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import type { SlaInput } from '../../src/metrics/review/sla-review.ts';
import { weeklyReview, type ReviewInput, type WeeklyReview } from '../../src/metrics/review/weekly-review.ts';
import { tinyCube, type TinyRow, type TinyRows } from './tiny-cube.ts';

/** What happened to the leads or opportunities of one week. */
type WeekCounts = Readonly<Record<string, string | number>>;

/** One row a week, from the Monday `first` on. */
export const weekly = (
  first: string,
  weeks: number,
  countsOf: (week: number) => WeekCounts,
): readonly TinyRow[] =>
  Array.from({ length: weeks }, (_, week) => ({ day: addDays(first, 7 * week), ...countsOf(week) }));

/** Leads of which some converted within the window and the rest were disqualified. */
export const leadsWith = (journeys: number, converted: number): WeekCounts => ({
  journeys,
  converted,
  converted_windowed: converted,
  converted_fast: converted,
  converted_l2d: converted,
  disqualified: journeys - converted,
});

/** Opportunities of which some were won within the window and the rest lost. */
export const opportunitiesWith = (opportunities: number, won: number, createdMinor = 0): WeekCounts => ({
  opportunities,
  won,
  won_windowed: won,
  lost: opportunities - won,
  created_minor: createdMinor,
  with_created_amount: opportunities,
  won_minor: won * 1_000_000,
  won_with_amount: won,
});

/** What a review is told besides its cube: euros, everything measurable, nothing won, no handovers counted. */
export const plainInput: ReviewInput = {
  anchor: 'created',
  definition: { name: 'Standard', version: 1 },
  exportAsOf: '2026-06-30',
  currency: 'EUR',
  notMeasurable: {},
  wins: [],
  sla: null,
  leaks: null,
  marketing: null,
};

/** How handovers were answered under the usual terms and hours, with nothing signed. */
export const slaInput = (changed: Partial<SlaInput> = {}): SlaInput => ({
  because: null,
  terms: defaultSlaTerms,
  bySegment: [],
  calendar: defaultCalendar('Europe/Stockholm'),
  ownHours: [],
  signed: null,
  weeks: [],
  ...changed,
});

/** The review of a few rows, as of Tuesday 2026-06-30. */
export const reviewOf = (rows: TinyRows, input: Partial<ReviewInput> = {}): WeeklyReview =>
  weeklyReview(tinyCube(rows), { ...plainInput, ...input });
