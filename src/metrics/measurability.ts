import type { Joint } from './metric.ts';

/** What the files can tell about opportunities. */
export interface OpportunityKnowledge {
  /** The source lists an opportunity only once it is won. */
  readonly wonOnly: boolean;
  readonly opportunities: number;
  readonly notWon: number;
}

/** Why a joint cannot be measured, in the reader's words; absent where it can. */
export type NotMeasurable = Readonly<Partial<Record<Joint, string>>>;

/** What the input cannot tell is not a number: never 100 %, never 0. */
export const notMeasurableJoints = ({
  wonOnly,
  opportunities,
  notWon,
}: OpportunityKnowledge): NotMeasurable => {
  if (opportunities === 0) {
    const reason = 'No opportunities are among these files. Add the file that lists them.';
    return { l2o: reason, o2d: reason, l2d: reason };
  }
  if (wonOnly) {
    return {
      l2o: 'The files name an opportunity only once it is won, so those that were lost or are still open cannot be counted.',
      o2d: 'Only won opportunities are known; without the lost and open ones every rate would read 100 %.',
    };
  }
  if (notWon === 0)
    return { o2d: 'Every opportunity in the files is won; the lost and open ones seem to be missing.' };
  return {};
};

/** Counts by which a breakdown is judged. */
export interface GroupOutcome {
  readonly group: string;
  readonly journeys: number;
  readonly converted: number;
}

/**
 * Whether a field is filled only where a lead succeeded: then its groups would all read 100 %. True where every record
 * with a value is converted and records without a value are not all.
 */
export const isKnownOnlyOnSuccess = (groups: readonly GroupOutcome[], blank: string): boolean => {
  const filled = groups.filter((entry) => entry.group !== blank);
  const empty = groups.filter((entry) => entry.group === blank);
  const open = (entries: readonly GroupOutcome[]) =>
    entries.reduce((sum, entry) => sum + entry.journeys - entry.converted, 0);
  return filled.length > 0 && open(filled) === 0 && open(empty) > 0;
};

/** Why shares of leads are not told by a field that is known only on success. */
export const onlyOnSuccess =
  'This field is filled only where a lead became a deal or an opportunity, so shares of leads cannot be told.';
