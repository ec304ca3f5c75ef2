import type { Reallocation } from '../../metrics/plan/reallocation.ts';
import { count, moneyShort } from '../format.ts';
import { namesInWords } from './quarter-words.ts';

/** The channels that get more (1) or fewer (-1), the largest step first. */
const changed = ({ channels }: Reallocation, sign: 1 | -1): readonly string[] =>
  channels
    .map(({ channel, after, before }) => ({ channel, step: sign * (after - before) }))
    .filter(({ step }) => step >= 1)
    .toSorted((a, b) => b.step - a.step)
    .map(({ channel }) => channel);

/** The answer to "what would the same leads, or the same money, bring elsewhere?". Never stronger than its range. */
export const moveAnswer = (move: Reallocation | null, currency: string): string => {
  if (move === null) return 'There is nothing to move: fewer than two channels have leads and a value';
  const { kept, gainMinor, range, channels } = move;
  const leads = channels.reduce((sum, { before }) => sum + before, 0);
  const same =
    kept === 'leads' ? `The same ${count(Math.round(leads))} leads a month` : 'The same money a month';
  const [more, fewer] = [changed(move, 1), changed(move, -1)];
  if (more.length === 0) return `${same} could not be placed better within what channels have carried`;
  const isFewShorter = fewer.length > 0 && fewer.length < more.length;
  const words = isFewShorter ? `fewer from ${namesInWords(fewer)}` : `more from ${namesInWords(more)}`;
  if (range === null) return `${same}, ${words}: what that would bring cannot be told`;
  if (range.low <= 0)
    return `${same} elsewhere: whether that would bring more cannot be told yet, ${signed(range.low, currency)} to ${signed(range.high, currency)}`;
  return `${same}, ${words}, would be worth ${moneyShort(gainMinor, currency)} more`;
};

/** What is assumed, and the range. */
export const moveDefinition = (move: Reallocation | null, currency: string): string => {
  const rule =
    '80% of it where leads are worth most at the low end of their range, each channel up to 1.5 times its best month; 20% stays free for trials. It holds as long as the next lead of a channel is worth what its leads have been worth.';
  if (move === null || move.range === null) return rule;
  return `80% range ${signed(move.range.low, currency)} to ${signed(move.range.high, currency)} a month, on ${moneyShort(move.beforeMinor, currency)} today. ${rule}`;
};

const signed = (minor: number, currency: string): string =>
  minor < 0 ? `−${moneyShort(-minor, currency)}` : moneyShort(minor, currency);
