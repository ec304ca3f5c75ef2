/** Sections 6.6 and 7.5: how old open leads are, who neglects them, and who carries how many. */
import { isHumanOutbound } from './attempts.ts';
import type { DetailedJourney } from './detailed-journeys.ts';
import { groupBy } from './group-by.ts';
import { addDays } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';

/** Open journeys that are not recycled: what somebody still has to work. */
function workable(journeys: DetailedJourney[]): DetailedJourney[] {
  return journeys.filter(({ row }) => row.outcome === 'open' && row.state !== 'recycled');
}

/** Section 7.5: open leads by owner, anchored or not; nobody's are `(unassigned)`. */
export function repLoad(journeys: DetailedJourney[]): Map<string, number> {
  const groups = groupBy(workable(journeys), (journey) => journey.owner ?? '(unassigned)');
  return new Map([...groups].map(([owner, rows]) => [owner, rows.length]));
}

/** One cell of section 6.6; `overdue` is more than 21 days, `neglected` without human outbound activity for 14. */
export interface AgeingCell {
  leads: number;
  overdue: number;
  neglected: number;
}

/** Section 6.6: cohort journeys that are open and not recycled, by `owner|channel|bucket of t_days`. */
export function ageing(journeys: DetailedJourney[], settings: NaiveSettings): Map<string, AgeingCell> {
  const lastGoodDay = addDays(settings.as_of_date, -14);
  const groups = groupBy(
    workable(journeys).filter(({ row }) => row.in_cohort),
    ({ owner, row }) => `${owner ?? '(unassigned)'}|${row.channel}|${ageBucket(row.t_days ?? 0)}`,
  );
  return new Map(
    [...groups].map(([key, rows]) => [
      key,
      {
        leads: rows.length,
        overdue: rows.filter(({ row }) => (row.t_days ?? 0) > 21).length,
        neglected: rows.filter(
          ({ activities }) => !activities.some((one) => isHumanOutbound(one) && one.day >= lastGoodDay),
        ).length,
      },
    ]),
  );
}

function ageBucket(days: number): string {
  if (days <= 7) return '0-7';
  if (days <= 14) return '8-14';
  if (days <= 21) return '15-21';
  return days <= 60 ? '22-60' : '>60';
}
