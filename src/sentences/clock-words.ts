import type { PivotCell } from '../metrics/cube/pivot.ts';
import { percent, perHundred } from './format.ts';

/**
 * What the switch between cohort and period changes, with the totals of both. Says nothing of a number that cannot be
 * told.
 */
export const clockWords = (
  cohort: Pick<PivotCell, 'l2o' | 'o2d'>,
  period: Pick<PivotCell, 'l2o' | 'o2d'>,
): string => {
  const followed = cohort.l2o?.rate.rate ?? null;
  const perLead = period.l2o?.rate.rate ?? null;
  const won = period.o2d?.rate.rate ?? null;
  const first = `Cohort follows the leads that started in the period, whenever they convert${followed === null ? '' : `: ${percent(followed)} of them became opportunities`}.`;
  const dated = [
    ...(perLead === null ? [] : [`${perHundred(perLead)} opportunities for 100 leads`]),
    ...(won === null ? [] : [`${percent(won)} of what closed was won`]),
  ];
  const second = `Period counts what is dated in it, whichever lead it came from${dated.length === 0 ? '' : `: ${dated.join(', ')}`}.`;
  return `${first} ${second} Only the cohort's numbers are conversions: those of the period move with the volume, and leave out what is still open.`;
};
