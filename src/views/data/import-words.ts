import type { CanonicalTable } from '../../domain/canonical.ts';
import type { ImportAbout } from '../../engine/data-import.ts';
import { knownDays } from '../../engine/known-on.ts';
import type { History, TableMerge } from '../../engine/load-history.ts';
import { count, dayWithWeekday, several } from '../../sentences/format.ts';

/** Rows of these tables are records that have a name; the others are events and links. */
const records: readonly CanonicalTable[] = ['lead', 'opportunity'];

/** Records loaded from the files of an import. */
export const loadedRecords = ({ files }: ImportAbout): number =>
  files.reduce((sum, file) => sum + file.loaded, 0);

/** The day an import was known, in words. */
export const knownWords = (one: ImportAbout): string => dayWithWeekday(knownDays([one])[0] ?? '');

/** The files of an import by name; after three, how many more. */
export const fileWords = ({ files }: ImportAbout): string => {
  const names = files.map(({ name }) => name);
  const more = names.length - 3;
  return more > 0 ? `${names.slice(0, 3).join(', ')} and ${count(more)} more` : names.join(', ');
};

const sumOf = (
  tables: History['merges'][number]['tables'],
  names: readonly string[],
  pick: (merge: TableMerge) => number,
): number =>
  Object.entries(tables)
    .filter(([table]) => names.includes(table))
    .reduce((sum, [, merge]) => sum + pick(merge), 0);

/** What an import did to what was known before it; null for the first one. */
export const mergeWords = (merge: History['merges'][number] | undefined): string | null => {
  if (merge === undefined) return null;
  const { tables } = merge;
  const events = Object.keys(tables).filter((table) => !records.some((name) => name === table));
  const added = sumOf(tables, records, (table) => table.added);
  const changed = sumOf(tables, records, (table) => table.changed);
  const repeated = sumOf(tables, records, (table) => table.repeated);
  const newEvents = sumOf(tables, events, (table) => table.added + table.changed);
  const knownEvents = sumOf(tables, events, (table) => table.repeated);
  return `Leads and opportunities: ${count(added)} new, ${count(changed)} changed, ${count(repeated)} as before. Events and links: ${count(newEvents)} new, ${count(knownEvents)} known already.`;
};

/** Leads and opportunities that an import does not name though they were known before it. */
export const missingRecords = (merge: History['merges'][number] | undefined): number =>
  merge === undefined ? 0 : sumOf(merge.tables, records, (table) => table.missing);

/** Changes of status that two exports show and no event explains; null where there are none. */
export const seenChangeWords = ({ seenChanges }: History): string | null =>
  seenChanges === 0
    ? null
    : `${several(seenChanges, ['change of status is', 'changes of status are'])} known only because two exports differ: no event says when. They are counted here and enter no rate, because a date read off two exports is up to a week late and the quickest leads would have none.`;
