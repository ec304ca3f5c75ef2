/** What was noted on a day of a period, under a number of its own in the whole chart. */
export interface PeriodNote {
  readonly number: number;
  readonly text: string;
}

/** One month or week of a control chart; every number is null where there is none. */
export interface PeriodPoint {
  readonly label: string;
  /** What was measured; for a young period, where it is heading. */
  readonly value: number | null;
  /** The interval of a young period's heading. */
  readonly low: number | null;
  readonly high: number | null;
  /** The limits of usual variation; they may differ from period to period. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** The share of what is expected that is already in, 0 to 1. */
  readonly seen: number | null;
  readonly lastYear: number | null;
  /** `young`: over, but still collecting; `incomplete`: not over yet. */
  readonly state: 'matured' | 'young' | 'incomplete';
  readonly signal: 'up' | 'down' | null;
  /** In the order of their numbers. */
  readonly notes: readonly PeriodNote[];
}

/** Periods of one length under one name. */
export interface PeriodPanel {
  readonly title: string;
  readonly points: readonly PeriodPoint[];
}

/** What is aimed at, as a straight line from the first to the last period. */
export interface TargetLine {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}
