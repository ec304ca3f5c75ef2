import type { BusinessCalendar } from '../../domain/business-calendar.ts';
import type { OwnHours, SegmentTerms } from '../../domain/handover.ts';
import { addDays, fromEpochDay, toEpochDay } from '../../domain/local-date.ts';
import type { SlaTerms } from '../../domain/sla.ts';
import { periodStart } from '../../domain/time-grain.ts';
import type { AgreementDrift } from '../agreement-drift.ts';
import { verdictOf, type ChangeVerdict } from '../change-verdict.ts';
import { chartEvidence, rateChart } from '../control-chart.ts';
import {
  attainmentOf,
  weeklyAttainment,
  type Attainment,
  type WeeklyAttainmentCounts,
} from '../sla-attainment.ts';
import { reviewWeeks, withBaseline } from './limits-baseline.ts';
import type { ReviewGap } from './review-gap.ts';
import { rulesAt, type SignalRule } from './signal-rule.ts';

/** How the handovers were answered, week by week, or why that cannot be told. */
export interface SlaInput {
  readonly because: string | null;
  readonly terms: SlaTerms;
  /** Other terms of single segments. */
  readonly bySegment: readonly SegmentTerms[];
  /** The usual hours in which the time to the first attempt runs. */
  readonly calendar: BusinessCalendar;
  /** The hours of owners who work by others. */
  readonly ownHours: readonly OwnHours[];
  /** What was signed, where it is in force; null: the limits of the definitions count. */
  readonly signed: {
    readonly version: number;
    readonly startsOn: string;
    readonly attainment: number;
    /** In what the definitions of today differ from those signed. */
    readonly drift: AgreementDrift;
  } | null;
  readonly weeks: readonly WeeklyAttainmentCounts[];
}

/** One whole week of handovers answered in time, of those due. */
export interface SlaWeek {
  readonly start: string;
  readonly k: number;
  readonly n: number;
  readonly rules: readonly SignalRule[];
}

/** What sales promised and kept over the last four whole weeks, or those since the agreement began, and whether the last week is usual. */
export interface SlaReview extends ChangeVerdict {
  readonly gap: ReviewGap | null;
  readonly terms: SlaTerms | null;
  readonly bySegment: SlaInput['bySegment'];
  readonly calendar: BusinessCalendar | null;
  readonly ownHours: SlaInput['ownHours'];
  readonly signed: SlaInput['signed'];
  readonly from: string;
  readonly to: string;
  readonly kept: Attainment | null;
  readonly weeks: readonly SlaWeek[];
  /** Usual share answered in time; null for fewer than twelve weeks. */
  readonly mean: number | null;
}

const keptWeeks = 4;
const shownWeeks = 26;

/** How both promises of sales were kept up to the last day of a whole week. Null while the handovers are not counted yet. */
export const slaReview = (sla: SlaInput | null, lastDay: string): SlaReview => {
  const fourWeeks = addDays(lastDay, 1 - 7 * keptWeeks);
  const startsOn = sla?.signed?.startsOn ?? fourWeeks;
  const from = startsOn > fourWeeks ? fromEpochDay(periodStart(toEpochDay(startsOn), 'week')) : fourWeeks;
  const nothing = {
    terms: sla?.terms ?? null,
    bySegment: sla?.bySegment ?? [],
    calendar: sla?.calendar ?? null,
    ownHours: sla?.ownHours ?? [],
    signed: sla?.signed ?? null,
    from,
    to: lastDay,
    kept: null,
    weeks: [],
    mean: null,
    verdict: 'cannotTell',
    direction: 'none',
  } as const;
  if (sla === null) return { gap: { reason: 'counting' }, ...nothing };
  if (sla.because !== null) return { gap: { reason: 'noActivities', because: sla.because }, ...nothing };
  const whole = weeklyAttainment(sla.weeks, lastDay).filter(({ isComplete, n }) => isComplete && n > 0);
  const { series, baseline } = withBaseline(whole, reviewWeeks);
  const chart = rateChart(series, baseline);
  const weeks = series.map(({ week, k, n }, index) => ({
    start: week,
    k,
    n,
    rules: chart === null ? [] : rulesAt(chart.signals, index),
  }));
  const last = weeks.at(-1);
  return {
    ...nothing,
    gap: last === undefined ? { reason: 'noHandovers' } : null,
    kept: attainmentOf(sla.weeks.filter(({ week }) => week >= from && week <= lastDay)),
    weeks: weeks.slice(-shownWeeks),
    mean: chart?.mean ?? null,
    ...verdictOf({
      isMature: last !== undefined,
      smallestN: last?.n ?? 0,
      chart:
        chart === null || last === undefined ? null : chartEvidence(chart, weeks.length - 1, last.k / last.n),
      difference: null,
      isFlagged: false,
    }),
  };
};
