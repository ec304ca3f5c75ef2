import { unsourcedGroup } from '../domain/dimension.ts';
import type { Tally } from './bounds.ts';
import type { LeadCounts, OpportunityCounts } from './conversion-table.ts';
import { addAmounts, type Amounts } from './deal-size.ts';

/** Counts that values are made of. `row_group` is the channel and `column_group` the segment; money is minor units. */
export interface ValueCounts {
  readonly leads: readonly Pick<
    LeadCounts,
    'row_group' | 'column_group' | 'journeys_l2o' | 'converted_windowed'
  >[];
  readonly opportunities: readonly Pick<
    OpportunityCounts,
    'row_group' | 'column_group' | 'opportunities_windowed' | 'won_windowed'
  >[];
  readonly sourced: readonly {
    readonly channel: string;
    readonly converted: number;
    readonly sourced: number;
  }[];
  readonly amounts: readonly {
    readonly channel: string;
    readonly segment: string;
    readonly deals: number;
    readonly sum_minor: number;
    readonly squares_minor: number;
  }[];
}

/** Both joints and the won amounts of one channel and segment. */
export interface ValueGroup {
  readonly channel: string;
  readonly segment: string;
  readonly l2o: Tally;
  readonly o2d: Tally;
  readonly amounts: Amounts;
}

const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((total, { k, n }) => ({ k: total.k + k, n: total.n + n }), { k: 0, n: 0 });

const isGroup =
  (channel: string, segment: string) =>
  (counts: { readonly row_group: string; readonly column_group: string }): boolean =>
    counts.row_group === channel && counts.column_group === segment;

/** Different names in their order. */
export const inOrder = (names: Iterable<string>): readonly string[] =>
  [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));

/** The counts by channel and segment, in the order of the names; without opportunities that no lead led to. */
export const valueGroups = ({ leads, opportunities, amounts }: ValueCounts): readonly ValueGroup[] => {
  const segmentsOf = (channel: string): readonly string[] =>
    inOrder(
      [...leads, ...opportunities].flatMap((counts) =>
        counts.row_group === channel ? [counts.column_group] : [],
      ),
    );
  const channels = inOrder([...leads, ...opportunities].map((counts) => counts.row_group));
  return channels
    .filter((channel) => channel !== unsourcedGroup)
    .flatMap((channel) =>
      segmentsOf(channel).map((segment) => ({
        channel,
        segment,
        l2o: addTallies(
          leads
            .filter(isGroup(channel, segment))
            .map((counts) => ({ k: counts.converted_windowed, n: counts.journeys_l2o })),
        ),
        o2d: addTallies(
          opportunities
            .filter(isGroup(channel, segment))
            .map((counts) => ({ k: counts.won_windowed, n: counts.opportunities_windowed })),
        ),
        amounts: addAmounts(
          amounts
            .filter((amount) => amount.channel === channel && amount.segment === segment)
            .map(({ deals, sum_minor: sumMinor, squares_minor: squaresMinor }) => ({
              deals,
              sumMinor,
              squaresMinor,
            })),
        ),
      })),
    );
};

/** Several groups as one. */
export const together = (cells: readonly ValueGroup[]): Omit<ValueGroup, 'channel' | 'segment'> => ({
  l2o: addTallies(cells.map((cell) => cell.l2o)),
  o2d: addTallies(cells.map((cell) => cell.o2d)),
  amounts: addAmounts(cells.map((cell) => cell.amounts)),
});
