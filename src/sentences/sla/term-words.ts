import { count, moneyShort, percent, percentTick, several } from '../format.ts';

/** Business minutes in words: "30 business minutes", "1 business hour", "16 business hours". */
export const responseWords = (minutes: number): string =>
  minutes < 60
    ? several(minutes, ['business minute', 'business minutes'])
    : several(minutes / 60, ['business hour', 'business hours']);

/** The same in short, for an axis or a big number: "30 min", "4 h". */
export const responseShort = (minutes: number): string =>
  minutes < 60 ? `${count(minutes)} min` : `${count(minutes / 60)} h`;

/** A number of attempts: "1 attempt", "4 attempts". */
export const attemptWords = (attempts: number): string => several(attempts, ['attempt', 'attempts']);

/** Growth a month with its sign where it shrinks: "1.5%". */
export const growthWords = (growth: number): string => percent(growth).replace('-', '−');

/** A share that is promised, without needless decimals: "80%". */
export const shareWords = (share: number): string => (share === 0 ? '0%' : percentTick(share));

/** An amount in short; one whose currency is not named stands alone. */
export const amountWords = (minor: number, currency: string | null): string =>
  moneyShort(minor, currency ?? '').trim();
