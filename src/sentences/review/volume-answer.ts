import type { VolumeId, VolumeReview } from '../../metrics/review/volume-review.ts';
import { count, moneyShort } from '../format.ts';

/** What a volume is called. */
export const volumeNames: Readonly<Record<VolumeId, string>> = {
  leads: 'New leads',
  mqls: 'New MQLs',
  opportunities: 'Opportunities created',
  pipeline: 'Pipeline created',
  deals: 'Deals won',
  revenue: 'Revenue won',
};

/** A value of a volume: whole, or money in short. */
export const volumeValue = (
  { isMoney }: Pick<VolumeReview, 'isMoney'>,
  value: number,
  currency: string | null,
): string => (isMoney && currency !== null ? moneyShort(value, currency) : count(Math.round(value)));

/** The usual range of a volume; null without limits. Counts outside it are whole, so the ends are rounded outwards. */
export const usualRange = (volume: VolumeReview, currency: string | null): string | null => {
  const { limits, isMoney } = volume;
  if (limits === null) return null;
  const [low, high] = isMoney ? [limits.low, limits.high] : [Math.ceil(limits.low), Math.floor(limits.high)];
  return `${volumeValue(volume, low, currency)} to ${volumeValue(volume, high, currency)}`;
};

const listed = (names: readonly string[]): string => {
  const words = names.map((name, index) =>
    index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1),
  );
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
};

/** The answer to "how much came in, and how much went out?". */
export const volumesAnswer = (volumes: readonly VolumeReview[], week: string): string => {
  const withLimits = volumes.filter(({ limits }) => limits !== null);
  if (volumes.length === 0) return 'Nothing was counted yet';
  if (withLimits.length === 0) return `Too few weeks to say what is usual; ${week} as it was`;
  const signals = volumes.filter(({ verdict }) => verdict === 'signal');
  const named = (direction: 'up' | 'down') =>
    signals.filter((volume) => volume.direction === direction).map(({ id }) => volumeNames[id]);
  const up = named('up');
  const down = named('down');
  if (up.length === 0 && down.length === 0) return `Every volume of ${week} is within its usual variation`;
  const parts = [
    ...(up.length === 0 ? [] : [`${listed(up)} up beyond usual variation`]),
    ...(down.length === 0 ? [] : [`${listed(down)} down beyond usual variation`]),
  ];
  const [first = '', ...others] = parts;
  const told = [first, ...others.map(lower)].join('; ');
  const rest = signals.length < withLimits.length ? '; the rest as usual' : '';
  return `${told}${rest}`;
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
