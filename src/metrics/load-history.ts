import { addDays } from '../domain/local-date.ts';
import { inGroups } from './in-groups.ts';

/** Leads that became open and leads that ceased to be in one month (its first day) and group. */
export interface OpenLeadChange {
  readonly month: string;
  readonly group_name: string;
  readonly opened: number;
  readonly closed: number;
}

/** Open leads of one group at the end of a month. */
export interface MonthEndStock {
  readonly monthEnd: string;
  readonly openLeads: number;
}

const nextMonth = (month: string): string => `${addDays(month, 31).slice(0, 7)}-01`;

/**
 * The open leads of each group at the end of every month from the first change of any group on, up to the last month end
 * not later than `asOf`; groups in the order of their names.
 */
export const loadHistory = (
  changes: readonly OpenLeadChange[],
  asOf: string,
): readonly { readonly group: string; readonly months: readonly MonthEndStock[] }[] => {
  const first = changes.map(({ month }) => month).toSorted()[0];
  return inGroups(changes, ({ group_name: group }) => group).map(([group, own]) => {
    const change = new Map(own.map(({ month, opened, closed }) => [month, opened - closed]));
    const months: MonthEndStock[] = [];
    let openLeads = 0;
    for (let month = first ?? asOf; addDays(nextMonth(month), -1) <= asOf; month = nextMonth(month)) {
      openLeads += change.get(month) ?? 0;
      months.push({ monthEnd: addDays(nextMonth(month), -1), openLeads });
    }
    return { group, months };
  });
};
