import type { PeriodPoint } from '../../charts/period-point.ts';
import { isoWeek } from '../../domain/iso-week.ts';
import { addDays } from '../../domain/local-date.ts';
import { notesBetween, type NumberedNote } from '../../domain/numbered-notes.ts';
import type { JointPeriod } from '../../metrics/review/joint-periods.ts';
import type { VolumeReview } from '../../metrics/review/volume-review.ts';
import { monthShort } from '../../sentences/format.ts';

/** The ISO week of a day for an axis: "W39". */
export const weekShort = (date: string): string => isoWeek(date).slice(-3);

const signalOf = (period: JointPeriod, mean: number | null): PeriodPoint['signal'] => {
  const rate = period.rate?.rate ?? null;
  return period.rules.length === 0 || mean === null || rate === null ? null : rate > mean ? 'up' : 'down';
};

const pointOf = (
  period: JointPeriod,
  label: string,
  mean: number | null,
  notes: readonly NumberedNote[],
): PeriodPoint => ({
  label,
  value: period.rate?.rate ?? period.projected?.rate ?? null,
  low: period.projected?.low ?? null,
  high: period.projected?.high ?? null,
  lower: period.limits?.low ?? null,
  upper: period.limits?.high ?? null,
  seen: period.rate === null ? period.seen : 1,
  lastYear: period.yearBefore?.rate ?? null,
  state: period.rate === null ? 'young' : 'matured',
  signal: signalOf(period, mean),
  notes: notesBetween(notes, period.start, period.end),
});

/** Months of a joint as a chart draws them. */
export const monthPoints = (
  months: readonly JointPeriod[],
  mean: number | null,
  notes: readonly NumberedNote[],
): readonly PeriodPoint[] => months.map((month) => pointOf(month, monthShort(month.start), mean, notes));

/** Weeks of a joint as a chart draws them. */
export const weekPoints = (
  weeks: readonly JointPeriod[],
  mean: number | null,
  notes: readonly NumberedNote[],
): readonly PeriodPoint[] => weeks.map((week) => pointOf(week, weekShort(week.start), mean, notes));

/** Weeks of a volume as a chart draws them. */
export const volumePoints = (
  { weeks, limits, mean }: VolumeReview,
  notes: readonly NumberedNote[],
): readonly PeriodPoint[] =>
  weeks.map(({ start, value, rules }) => ({
    label: weekShort(start),
    value,
    low: null,
    high: null,
    lower: limits?.low ?? null,
    upper: limits?.high ?? null,
    seen: null,
    lastYear: null,
    state: 'matured',
    signal: rules.length === 0 || mean === null ? null : value > mean ? 'up' : 'down',
    notes: notesBetween(notes, start, addDays(start, 6)),
  }));
