import type { PeriodPoint } from '../../src/charts/period-point.ts';

/** A matured period without anything but what is given. */
export const period = (label: string, more: Partial<PeriodPoint> = {}): PeriodPoint => ({
  label,
  value: null,
  low: null,
  high: null,
  lower: null,
  upper: null,
  seen: null,
  lastYear: null,
  state: 'matured',
  signal: null,
  notes: [],
  ...more,
});
