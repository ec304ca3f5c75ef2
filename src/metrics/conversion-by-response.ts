import type { Rate } from '../domain/rate.ts';
import { totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

/** What goes with every conversion by response time. */
export const selectionNote =
  'Reps call the best leads first, so part of the difference is selection, not speed.';

/** Conversion against speed, as it was. */
export const conversionByResponse: Metric = {
  id: 'conversion_by_response',
  label: 'Conversion by response time',
  question: 'Do leads that are answered sooner become opportunities more often?',
  definition:
    'Of the handovers first tried within so many business minutes, those whose lead had an opportunity within the window for opportunities after the handover.',
  leftOut: `Handovers that have not had the whole window. Leads that were an opportunity or disqualified by the deadline without an attempt are shown apart. ${selectionNote}`,
  measure: 'share',
  better: 'higher',
  subject: 'the conversion by response time',
};

/** Upper end of a response in business minutes, `more`, or without an attempt: `ended` by the deadline or `never` contacted. */
export const responseBuckets = ['5', '30', '60', '240', '480', 'more', 'ended', 'never'] as const;

export type ResponseBucket = (typeof responseBuckets)[number];

/** Handovers of one bucket, as they are counted. */
export interface ResponseConversionCounts {
  readonly response: string;
  readonly handovers: number;
  readonly opportunities: number;
}

/** Every bucket in its order, also those without a handover. */
export const responseConversionRates = (
  counts: readonly ResponseConversionCounts[],
): readonly { readonly response: ResponseBucket; readonly rate: Rate }[] =>
  responseBuckets.map((response) => {
    const own = counts.filter((count) => count.response === response);
    return {
      response,
      rate: rateOf(
        totalOf(own, ({ opportunities }) => opportunities),
        totalOf(own, ({ handovers }) => handovers),
      ),
    };
  });
