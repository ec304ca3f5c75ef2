/** The parameters of the naive journey builder. */

/** What a caller may set; everything but the as-of day has the default of the specification. */
export interface NaiveConfig {
  as_of_date: string;
  /** Default: the as-of day of the view. */
  export_as_of_date?: string;
  report_tz?: string;
  anchor?: 'mql' | 'created';
  reentry_days?: number;
  backdate_days?: number;
  account_match_days?: number;
}

/** The same, complete. */
export type NaiveSettings = Required<NaiveConfig>;

/** Fills in the defaults. */
export function withDefaults(config: NaiveConfig): NaiveSettings {
  return {
    export_as_of_date: config.as_of_date,
    report_tz: 'Europe/Stockholm',
    anchor: 'mql',
    reentry_days: 90,
    backdate_days: 1,
    account_match_days: 0,
    ...config,
  };
}
