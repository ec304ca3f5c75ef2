import type { Rate } from '../../domain/rate.ts';
import { rateOf } from '../rate-of.ts';
import type { Cube } from './cube.ts';
import { partOf, totalOf } from './facet.ts';

/** What the pipeline yields a day, and the four numbers it is made of. Money is minor units. */
export interface PipelineVelocity {
  readonly open: number;
  readonly closedWinRate: Rate;
  /** Average of won deals with an amount. */
  readonly dealSizeMinor: number | null;
  /** Mean days from creation to won. */
  readonly cycleDays: number | null;
  /** Null with fewer than ten deals, or where one of its parts is missing or the cycle is 0 days. */
  readonly perDayMinor: number | null;
}

/** Days back from the as-of day of the closed opportunities that are looked at. */
const trailingDays = 365;

/** Fewer deals say too little. */
const fewestDeals = 10;

/**
 * Open opportunities x closed win rate x average deal / cycle days, as of today: the period of a cube does not count.
 * Win rate, deal and cycle are of the opportunities closed in the last 365 days.
 */
export const pipelineVelocity = ({ always, asOf }: Cube): PipelineVelocity => {
  const { opportunities } = always;
  const closes = partOf(always.closes, {
    rows: null,
    columns: null,
    from: asOf - trailingDays + 1,
    to: asOf,
  });
  const open = totalOf(opportunities, 'open');
  const won = totalOf(closes, 'won');
  const closed = won + totalOf(closes, 'lost');
  const withAmount = totalOf(closes, 'won_with_amount');
  const dealSizeMinor = withAmount === 0 ? null : totalOf(closes, 'won_minor') / withAmount;
  const cycleDays = won === 0 ? null : totalOf(closes, 'won_days') / won;
  const canTell = won >= fewestDeals && dealSizeMinor !== null && cycleDays !== null && cycleDays > 0;
  return {
    open,
    closedWinRate: rateOf(won, closed),
    dealSizeMinor,
    cycleDays,
    perDayMinor: canTell ? (open * (won / closed) * dealSizeMinor) / cycleDays : null,
  };
};
