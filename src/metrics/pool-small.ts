import { minimumSample } from '../domain/definitions.ts';

/** The groups that are large enough in both periods for a line of their own, and those that are pooled. */
export interface LargeAndSmall<Group> {
  readonly large: readonly Group[];
  readonly small: readonly Group[];
}

/** The name of the line of the pooled groups. */
export const smallRest = 'other (small)';

/** Splits groups by their size before and after: 30 records in both, or pooled. The order stays. */
export const splitSmall = <Group>(
  groups: readonly Group[],
  sizesOf: (group: Group) => readonly [before: number, after: number],
): LargeAndSmall<Group> => {
  const isLarge = (group: Group): boolean => Math.min(...sizesOf(group)) >= minimumSample.rank;
  return { large: groups.filter(isLarge), small: groups.filter((group) => !isLarge(group)) };
};
