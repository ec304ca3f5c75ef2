import { ranksBy, trapOf, type GroupSides } from '../metrics/channel-verdict.ts';
import { count, ordinal, percent } from './format.ts';

const oneDealIn = ({ l2d }: GroupSides): string | null => {
  if (l2d === null || l2d.rate === null) return null;
  return l2d.k === 0
    ? `no deal in ${count(l2d.n)} leads`
    : `one deal in ${count(Math.round(1 / (l2d.k / l2d.n)))} leads`;
};

const place = (rank: number, of: number): string =>
  rank === of ? 'last' : rank === 1 ? 'first' : ordinal(rank);

/**
 * The answer to "which channels make deals, not only opportunities?": the trap where one is certain, otherwise the best
 * at each joint that is certain, otherwise that none stands out. Never stronger than the intervals.
 */
export const channelHeadline = (verdicts: readonly GroupSides[], o2dAverage: number | null): string => {
  const byOpportunities = ranksBy(verdicts, (verdict) => verdict.l2o);
  const byDeals = ranksBy(verdicts, (verdict) => verdict.o2d);
  const trap = trapOf(verdicts, o2dAverage);
  const best = verdicts
    .filter((verdict) => verdict.o2dSide === 'above')
    .toSorted((a, b) => (b.l2d?.rate ?? 0) - (a.l2d?.rate ?? 0))[0];
  if (trap !== null) {
    const total = byDeals.size;
    const first = `${trap.group}: ${place(byOpportunities.get(trap.group) ?? 0, total)} of ${total} at opportunities, ${place(byDeals.get(trap.group) ?? 0, total)} at deals.`;
    const chances = [
      oneDealIn(trap),
      best === undefined
        ? null
        : oneDealIn(best)?.replace('leads', '').replace('one deal', `${best.group}, one`),
    ].filter((text) => text !== null && text !== undefined);
    return chances.length === 0 ? first : `${first} ${capital(chances.join('; ').trim())}.`;
  }
  if (best !== undefined)
    return `${best.group} wins more often than the others: ${percent(best.o2d.rate ?? 0)} of its opportunities become deals.`;
  if (verdicts.length < 2) return 'One group only: there is nothing to compare yet.';
  return 'No group wins clearly more or less often than the average.';
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The answer to "how do the channels compare?": the group whose share of deals is certain to be highest, by the lower end of its interval. */
export const surestWay = (verdicts: readonly GroupSides[]): string => {
  const best = verdicts
    .filter(({ l2d }) => l2d !== null && l2d.n >= 30 && l2d.low !== null)
    .toSorted((a, b) => (b.l2d?.low ?? 0) - (a.l2d?.low ?? 0))[0];
  if (best === undefined || best.l2d === null || best.l2d.k === 0)
    return 'No channel has led to enough deals to compare';
  return `${best.group} is the surest way to a deal: at least ${percent(best.l2d.low ?? 0)} of its leads`;
};
