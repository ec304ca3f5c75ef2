import { money, moneyShort } from '../format.ts';

/** An amount a piece: whole units between ten and a thousand, three digits otherwise. */
export const pieceMoney = (minor: number, currency: string): string =>
  minor === 0 || (Math.abs(minor) >= 1_000 && Math.abs(minor) < 100_000)
    ? money(minor, currency)
    : moneyShort(minor, currency);
