import type { Definitions, Windows } from '../../src/domain/definitions.ts';
import { buildLoaded, loadHistories } from './histories-in-engine.ts';
import { readWeeklyReviewHistories } from './naive/weekly-review-histories.ts';
import { readOracle } from './oracle.ts';

/** The reference case of a weekly review. */
export interface Review {
  readonly config: {
    readonly anchor: 'created' | 'mql';
    readonly as_of_date: string;
    readonly export_as_of_date: string;
    readonly w_l2o: number;
    readonly w_o2d: number;
  };
  readonly tolerance_abs: number;
  readonly expected: {
    readonly head: Readonly<Record<string, number>>;
    readonly curve: {
      readonly H: number;
      readonly F1_H: number;
      readonly F2_H: number;
      readonly default_w: number;
      readonly points: readonly {
        readonly t: number;
        readonly F1: number;
        readonly F2: number;
        readonly se_F1: number;
      }[];
      readonly days_l2o_q50_all: number | null;
    };
    readonly weeks: readonly {
      readonly week: string;
      readonly n: number;
      readonly converted: number;
      readonly disqualified: number;
      readonly open: number;
      readonly l2o_to_date: number | null;
      readonly complete: boolean;
      readonly eligible: number;
      readonly converted_w: number;
      readonly l2o_w: number | null;
      readonly maturity: number | null;
      readonly projected: number | null;
      readonly projected_lower: number | null;
      readonly projected_upper: number | null;
    }[];
    readonly eb: { readonly mu: number; readonly M: number } | null;
    readonly pipeline_created_by_month: readonly {
      readonly month: string;
      readonly opportunities: number;
      readonly amount: number;
    }[];
    readonly pipeline_velocity: {
      readonly open: number;
      readonly closed_win_rate: number | null;
      readonly avg_won: number | null;
      readonly cycle_days: number | null;
      readonly per_day: number | null;
    };
    readonly channels: readonly {
      readonly channel: string;
      readonly n_w: number;
      readonly x_w: number;
      readonly l2o_w: number | null;
      readonly o2d_w: number | null;
      readonly rate_eb: number;
      readonly wilson_lower: number;
      readonly wilson_upper: number;
      readonly o2d_n: number;
      readonly o2d_won_w: number;
      readonly converted_to_date: number;
      readonly sourced_opportunities: number;
      readonly k: number | null;
      readonly won: number;
      readonly won_revenue: number;
    }[];
  };
}

/** The definitions and windows of the case. */
export const reviewRules = ({
  config,
}: Review): { readonly definitions: Definitions; readonly windows: Windows } => ({
  definitions: {
    anchor: config.anchor,
    asOf: config.as_of_date,
    exportAsOf: config.export_as_of_date,
    reentryDays: 90,
    backdateDays: 1,
    accountMatchDays: 0,
  },
  windows: { l2oDays: config.w_l2o, o2dDays: config.w_o2d, l2dDays: config.w_l2o + config.w_o2d },
});

/** Loads the files of the case into the shared engine and builds their journeys. */
export const loadWeeklyReview = async (): Promise<Review> => {
  const review = JSON.parse(readOracle('weekly_review.json')) as Review;
  await loadHistories(readWeeklyReviewHistories());
  await buildLoaded(reviewRules(review).definitions);
  return review;
};
