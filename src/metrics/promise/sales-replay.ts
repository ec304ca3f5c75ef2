import { minimumSample } from '../../domain/definitions.ts';
import { addDays } from '../../domain/local-date.ts';
import type { Rate } from '../../domain/rate.ts';
import { slaGrid } from '../../domain/sla-grid.ts';
import { inGroups, totalOf } from '../in-groups.ts';
import type { Metric } from '../metric.ts';
import { rateOf } from '../rate-of.ts';
import { simulatedAttainment } from '../sla-simulation.ts';
import type { HistoryCell } from './sales-history.ts';
import { termsOfSegment, type SalesTerms } from './sales-terms.ts';

/** Weeks that a promise of sales is replayed on. */
export const replayWeeks = 26;

/** In how many weeks a promise of sales would have been kept. */
export const weeksKept: Metric = {
  id: 'promise_weeks_kept',
  label: 'Weeks in which sales would have kept the promise',
  question: 'In how many weeks would sales have kept this promise?',
  definition: `Of the last ${replayWeeks} whole weeks by the day of the handover, those in which the promised share of the due handovers or more was answered within the promised time; and, counted apart, those in which the promised share had as many attempts as promised.`,
  leftOut: `Weeks with fewer than ${minimumSample.hide} due handovers. ${simulatedAttainment.leftOut}`,
  measure: 'count',
  better: 'higher',
  subject: 'the number of weeks in which sales would have kept the promise',
};

/** How some handovers would have kept a promise, as counts. */
export interface ReplayCounts {
  readonly met: number;
  readonly due: number;
  readonly attemptsOk: number;
  readonly attemptsDue: number;
}

/** The same, of one week (its Monday). */
export interface ReplayWeek extends ReplayCounts {
  readonly week: string;
}

/** The place of a number of minutes in the grid. Throws a RangeError for one that it does not have. */
export const placeInGrid = (responseMinutes: number): number => {
  const place = slaGrid.responseMinutes.findIndex((minutes) => minutes === responseMinutes);
  if (place < 0) throw new RangeError(`Not a promise of the grid: ${responseMinutes} minutes.`);
  return place;
};

/** The promise of the grid that is nearest to a number of minutes, as a ratio; of two equally near the shorter. */
export const nearestInGrid = (responseMinutes: number): number => {
  const [first, ...others] = slaGrid.responseMinutes;
  const distance = (minutes: number): number => Math.abs(Math.log(minutes / Math.max(1, responseMinutes)));
  return others.reduce<number>(
    (nearest, minutes) => (distance(minutes) < distance(nearest) ? minutes : nearest),
    first,
  );
};

/** Judges some cells of history under the terms; segments with terms of their own under these. */
export const replay = (cells: readonly HistoryCell[], terms: SalesTerms): ReplayCounts => {
  const judged = cells.map((cell) => {
    const { responseMinutes, attempts } = termsOfSegment(terms, cell.segment);
    const place = placeInGrid(responseMinutes);
    return {
      met: cell.met[place] ?? 0,
      due: cell.due[place] ?? 0,
      attemptsOk: cell.attemptsOk[attempts] ?? 0,
      attemptsDue: cell.attemptsDue,
    };
  });
  return {
    met: totalOf(judged, ({ met }) => met),
    due: totalOf(judged, ({ due }) => due),
    attemptsOk: totalOf(judged, ({ attemptsOk }) => attemptsOk),
    attemptsDue: totalOf(judged, ({ attemptsDue }) => attemptsDue),
  };
};

/** The cells of the last whole weeks up to the as-of day: their last day has passed. */
export const wholeWeeks = (cells: readonly HistoryCell[], asOf: string): readonly HistoryCell[] => {
  const [after, upTo] = [addDays(asOf, -6 - 7 * replayWeeks), addDays(asOf, -6)];
  return cells.filter(({ week }) => week > after && week <= upTo);
};

/** Week by week how the terms would have been kept, ascending; weeks without a handover are not there. */
export const replayByWeek = (
  cells: readonly HistoryCell[],
  terms: SalesTerms,
  asOf: string,
): readonly ReplayWeek[] =>
  inGroups(wholeWeeks(cells, asOf), ({ week }) => week).map(([week, own]) => ({
    week,
    ...replay(own, terms),
  }));

/** The cells of the last days of the grid. */
const recentOf = (cells: readonly HistoryCell[]): readonly HistoryCell[] =>
  cells.filter(({ isRecent }) => isRecent);

/** How the terms would have been kept in the last days of the grid. */
export const replayRecent = (
  cells: readonly HistoryCell[],
  terms: SalesTerms,
): { readonly response: Rate; readonly attempts: Rate } => {
  const { met, due, attemptsOk, attemptsDue } = replay(recentOf(cells), terms);
  return { response: rateOf(met, due), attempts: rateOf(attemptsOk, attemptsDue) };
};

/** So many of so many weeks or months. */
export interface Kept {
  readonly kept: number;
  readonly of: number;
}

const keptOf = (shares: readonly (readonly [part: number, whole: number])[], promised: number): Kept => {
  const judged = shares.filter(([, whole]) => whole >= minimumSample.hide);
  // A share that is exactly the promised one keeps it, also where the product of both is not exact.
  const isKept = ([part, whole]: readonly [number, number]): boolean => part >= promised * whole - 1e-9;
  return { kept: judged.filter(isKept).length, of: judged.length };
};

/** The weeks in which the promised share was answered in time, and those in which it was tried often enough. */
export const keptWeeks = (
  weeks: readonly ReplayWeek[],
  attainment: number,
): { readonly response: Kept; readonly attempts: Kept } => ({
  response: keptOf(
    weeks.map(({ met, due }) => [met, due]),
    attainment,
  ),
  attempts: keptOf(
    weeks.map(({ attemptsOk, attemptsDue }) => [attemptsOk, attemptsDue]),
    attainment,
  ),
});

/** For each week with enough handovers, the shortest promise of the grid that the promised share would have kept; the longest where none. */
export const shortestKept = (
  cells: readonly HistoryCell[],
  attainment: number,
  asOf: string,
): readonly number[] => {
  const longest = Math.max(...slaGrid.responseMinutes);
  return inGroups(wholeWeeks(cells, asOf), ({ week }) => week).flatMap(([, own]) => {
    const isKept = (responseMinutes: number): boolean => {
      const { met, due } = replay(own, { responseMinutes, attempts: 1, attainment, bySegment: [] });
      return due >= minimumSample.hide && met >= attainment * due - 1e-9;
    };
    const { due } = replay(own, { responseMinutes: longest, attempts: 1, attainment, bySegment: [] });
    return due < minimumSample.hide ? [] : [slaGrid.responseMinutes.find(isKept) ?? longest];
  });
};

/**
 * The most attempts that a share of the handovers of the last days of the grid would have kept; 1 where none. Null where no
 * handover's days are over.
 */
export const attemptsKept = (cells: readonly HistoryCell[], attainment: number): number | null => {
  const recent = recentOf(cells);
  const due = totalOf(recent, ({ attemptsDue }) => attemptsDue);
  const okWith = (attempts: number): number => totalOf(recent, ({ attemptsOk }) => attemptsOk[attempts] ?? 0);
  if (due === 0) return null;
  return slaGrid.attempts.findLast((attempts) => okWith(attempts) >= attainment * due - 1e-9) ?? 1;
};
