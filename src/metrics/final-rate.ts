import type { Strength } from '../stats/cautious-strength.ts';
import type { Tally } from './bounds.ts';

/** A conversion as a lead value takes it: windowed, drawn towards the group it belongs to, developed to final. */
export interface FinalRate extends Tally {
  /** k of n as counted within the window; null without any. */
  readonly raw: number | null;
  /** The rate it is drawn towards, and by how many records at that rate; 0 where nothing is drawn. */
  readonly towards: number;
  readonly strength: number;
  /** Drawn towards it: (k + strength * towards) / (n + strength). */
  readonly windowed: number;
  /** At the horizon, at most 1. */
  readonly final: number;
  /**
   * Square of the coefficient of variation: the variance of the beta posterior over the squared rate; null for a rate of
   * 0. It takes the cautious strength, so that a range is not narrow only because groups seem not to differ.
   */
  readonly variation: number | null;
}

/**
 * A windowed rate drawn towards `towards` and developed by `factor`. Without a record of its own it is the rate that it
 * would be drawn towards.
 */
export const finalRate = (
  { k, n }: Tally,
  towards: number,
  { estimated, cautious }: Strength,
  factor: number,
): FinalRate => {
  const windowed = n === 0 ? towards : (k + estimated * towards) / (n + estimated);
  return {
    k,
    n,
    raw: n === 0 ? null : k / n,
    towards,
    strength: estimated,
    windowed,
    final: Math.min(1, windowed * factor),
    variation: windowed === 0 ? null : (1 - windowed) / (windowed * (n + cautious + 1)),
  };
};
