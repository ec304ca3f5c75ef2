import type { Rate } from '../domain/rate.ts';
import { totalOf } from './in-groups.ts';
import type { LeakCounts } from './leak-counts.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

/** How many leads sales sent away without an attempt. */
export const discardedUntried: Metric = {
  id: 'discarded_untried',
  label: 'Discarded without an attempt',
  question: 'How many leads are sent away before anyone tried to reach them?',
  definition:
    'Of the leads handed to sales that are now disqualified or recycled, the share that nobody called, wrote to or met.',
  leftOut:
    'Leads that became an opportunity; leads never handed to sales; mails sent by a machine, which are no attempt.',
  measure: 'share',
  better: 'lower',
  subject: 'the share of discarded leads that nobody tried to reach',
};

/** The discarded leads among those handed over, and how many of them were never tried. */
export const discardedUntriedOf = (rows: readonly LeakCounts[]): Rate => {
  const discarded = rows.filter(
    ({ stage, standing }) => stage !== 'opportunity' && (standing === 'dropped' || standing === 'recycled'),
  );
  const handedOver = (part: readonly LeakCounts[]) => totalOf(part, (row) => row.handed_over);
  return rateOf(handedOver(discarded.filter(({ untried }) => untried)), handedOver(discarded));
};
