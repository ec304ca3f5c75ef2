import type { Rate } from '../domain/rate.ts';
import { inGroups, totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

const recycledLeftOut = 'Recycled leads, which are shown apart; leads without the anchor stage.';

/** The share of open leads that wait for a decision too long. */
export const overdueQualification: Metric = {
  id: 'overdue_qualification',
  label: 'Overdue for a decision',
  question: 'How many open leads have waited longer than agreed for an opportunity or a disqualification?',
  definition: 'Of the open leads, those older than the agreed number of days after the anchor.',
  leftOut: recycledLeftOut,
  measure: 'share',
  better: 'lower',
  subject: 'the share of open leads that are overdue',
};

/** The share of open leads that nobody cares for. */
export const neglectedLeads: Metric = {
  id: 'neglected',
  label: 'Neglected',
  question: 'How many open leads has nobody tried to reach lately?',
  definition:
    'Of the open leads, those without an outbound activity by a person in the agreed number of days, or ever.',
  leftOut: recycledLeftOut,
  measure: 'share',
  better: 'lower',
  subject: 'the share of open leads that are neglected',
};

/** Upper ends of the ages in days; 0 stands for anything older. */
export const ageBuckets = [7, 14, 21, 60, 0] as const;

export type AgeBucket = (typeof ageBuckets)[number];

/** Open leads of one cell and age, as they are counted. */
export interface OpenLeadCounts {
  readonly row_group: string;
  readonly column_group: string;
  readonly is_recycled: boolean;
  readonly age: number;
  readonly leads: number;
  readonly overdue: number;
  readonly neglected: number;
}

/** The open leads of one group by age, and those that need a look. */
export interface OpenLeadAges {
  readonly group: string;
  /** Not recycled; in the order of the ages. */
  readonly leads: readonly { readonly age: AgeBucket; readonly leads: number }[];
  readonly recycled: number;
  readonly overdue: Rate;
  /** Null where the files hold no activities, and nobody can tell who was tried. */
  readonly neglected: Rate | null;
}

const agesOf = (group: string, rows: readonly OpenLeadCounts[], knowsActivities: boolean): OpenLeadAges => {
  const active = rows.filter((row) => !row.is_recycled);
  const open = totalOf(active, ({ leads }) => leads);
  return {
    group,
    leads: ageBuckets.map((age) => ({
      age,
      leads: totalOf(
        active.filter((row) => row.age === age),
        ({ leads }) => leads,
      ),
    })),
    recycled: totalOf(rows, ({ leads }) => leads) - open,
    overdue: rateOf(
      totalOf(active, ({ overdue }) => overdue),
      open,
    ),
    neglected: knowsActivities
      ? rateOf(
          totalOf(active, ({ neglected }) => neglected),
          open,
        )
      : null,
  };
};

/**
 * The ages of open leads by one of the two fields they were counted by, in the order of the groups' names, and of all.
 * `knowsActivities`: whether outbound activities by persons are among the files; without them no lead is called neglected.
 */
export const openLeadAges = (
  rows: readonly OpenLeadCounts[],
  side: 'row_group' | 'column_group',
  knowsActivities: boolean,
): { readonly total: OpenLeadAges; readonly groups: readonly OpenLeadAges[] } => ({
  total: agesOf('', rows, knowsActivities),
  groups: inGroups(rows, (row) => row[side]).map(([group, own]) => agesOf(group, own, knowsActivities)),
});
