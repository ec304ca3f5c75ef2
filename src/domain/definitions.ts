import type { StageRules } from './stage-rule.ts';

/** Which event starts a journey's clock and names its cohort. */
export type Anchor = 'created' | 'mql';

/**
 * The choices that turn records into journeys. Days are whole local days in the reporting zone.
 * Defaults and meanings: the definition the page shows under every number.
 */
export interface Definitions {
  readonly anchor: Anchor;
  /** Censoring day, `YYYY-MM-DD`: everything dated later is dropped before any rule applies. */
  readonly asOf: string;
  /** Last complete day of the export; won or lost dates after it are typing errors and move back to it. */
  readonly exportAsOf: string;
  /** Gap after a closed journey from which a re-entry is a new journey. */
  readonly reentryDays: number;
  /** An opportunity dated up to this many days before the lead still counts as its conversion. */
  readonly backdateDays: number;
  /** 0 = off; otherwise link an opportunity that carries only an account to a journey this many days old at most. */
  readonly accountMatchDays: number;
  /** When a lead reaches each stage; missing: as the statuses of the CRM say. */
  readonly stages?: StageRules;
}

/** Conversion windows in days after the anchor, last day included; null where the joint cannot be measured. */
export interface Windows {
  readonly l2oDays: number | null;
  readonly o2dDays: number | null;
  readonly l2dDays: number | null;
}

export const defaultRules = { reentryDays: 90, backdateDays: 1, accountMatchDays: 0 } as const;

/** Days of the shortest window that the weekly review shows, for a faster signal than the window in force. */
export const fastWindowDays = 14;

/** Months of entries that the reference curve is estimated from. */
export const referenceMonths = 24;

/** Caps, in days, of the horizon that "final" means. */
export const horizonCapDays = { l2o: 365, o2d: 730, l2d: 1095 } as const;

/** Below `hide` no rate is shown; below `rank` a rate is greyed and takes no part in rankings; below `test` nothing is tested. */
export const minimumSample = { hide: 5, rank: 30, test: 30 } as const;
