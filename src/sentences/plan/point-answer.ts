import type { PointWorth } from '../../metrics/point-worth.ts';
import { moneyShort } from '../format.ts';
import { timesWords } from './value-answer.ts';

/** What each joint is called. */
export const jointNames = { l2o: 'leads to opportunities', o2d: 'opportunities to deals' } as const;

/** The answer to "what is one point worth?". */
export const pointAnswer = (worths: readonly PointWorth[], currency: string): string => {
  const ranked = worths.toSorted((a, b) => (b.extraMinor ?? 0) - (a.extraMinor ?? 0));
  const [more, less] = ranked;
  if (more === undefined || less === undefined || more.extraMinor === null || more.extraMinor <= 0)
    return 'What one point more is worth cannot be told: no deal has an amount';
  const amount = `One point more from ${jointNames[more.joint]} is worth ${moneyShort(more.extraMinor, currency)} a quarter`;
  const ratio = less.extraMinor === null || less.extraMinor <= 0 ? null : more.extraMinor / less.extraMinor;
  return ratio === null ? amount : `${amount}, ${timesWords(ratio)} one from ${jointNames[less.joint]}`;
};
