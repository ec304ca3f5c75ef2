import type { ReviewHeader } from '../../metrics/review/weekly-review.ts';
import { count } from '../format.ts';

const windowOf = (name: string, days: number | null): readonly string[] =>
  days === null ? [] : [`${name} within ${count(days)} days`];

/** By which definition the numbers of a review are made. */
export const definitionLine = ({ anchor, windows }: ReviewHeader): string =>
  [
    `Counted from ${anchor === 'mql' ? 'the first MQL' : 'creation'}`,
    ...windowOf('opportunity', windows.l2oDays),
    ...windowOf('deal', windows.o2dDays),
  ].join(', ');
