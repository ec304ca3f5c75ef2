import { inGroups } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { endedWithin, waitingTime, type EndedShare, type WaitingTime } from './waiting-time.ts';

/** How long it takes until it is known what becomes of a lead. */
export const timeToDecision: Metric = {
  id: 'time_to_decision',
  label: 'Time to decision',
  question: 'How long does it take to decide on a lead?',
  definition:
    'The day after the anchor by which half of the leads are an opportunity or disqualified, leads still open counted with the days they have waited.',
  leftOut: 'Leads whose only opportunity is older than the lead; leads without the anchor stage.',
  measure: 'days',
  better: 'lower',
  subject: 'the time to decide on a lead',
};

/** Leads of a group by age: decided at it (`ended`), or decided or last seen at it (`total`). */
export interface DecisionCounts {
  readonly row_group: string;
  readonly age: number;
  readonly ended: number;
  readonly total: number;
}

/** How long decisions take in one group, and the share made within the limit. */
export interface DecisionTime extends WaitingTime {
  readonly group: string;
  readonly withinLimit: EndedShare | null;
}

const decisionTime = (
  group: string,
  rows: readonly DecisionCounts[],
  qualificationLimitDays: number,
): DecisionTime => {
  const time = waitingTime(rows);
  return { ...time, group, withinLimit: endedWithin(time, qualificationLimitDays) };
};

/** All leads together and each group, by name. */
export const decisionTimes = (
  rows: readonly DecisionCounts[],
  qualificationLimitDays: number,
): { readonly total: DecisionTime; readonly groups: readonly DecisionTime[] } => ({
  total: decisionTime('', rows, qualificationLimitDays),
  groups: inGroups(rows, ({ row_group }) => row_group).map(([group, own]) =>
    decisionTime(group, own, qualificationLimitDays),
  ),
});
