import { slaGrid } from '../../domain/sla-grid.ts';
import { inGroups } from '../in-groups.ts';

/** Handovers of one week (its Monday) and segment, alike in everything that a promise is judged by. */
export interface PromiseCubeRow {
  readonly week: string;
  readonly segment: string;
  /** Handed over in the last days of the grid. */
  readonly is_recent: boolean;
  /** Promises of the grid that are too short for the response; all of them where there was none. */
  readonly needed: number;
  /** Promises of the grid that are due. */
  readonly due: number;
  /** Counted up to the last number of attempts of the grid. */
  readonly attempts: number;
  readonly attempt_stop: boolean;
  readonly attempts_due: boolean;
  readonly handovers: number;
}

/** The handovers of one week and segment, judged under every promise of the grid at once. */
export interface HistoryCell {
  readonly week: string;
  readonly segment: string;
  readonly isRecent: boolean;
  readonly handovers: number;
  /** Due, and answered in time, by the place of the promise in the grid. */
  readonly due: readonly number[];
  readonly met: readonly number[];
  /** Handovers whose days for attempts are over. */
  readonly attemptsDue: number;
  /** Of these, those with so many attempts or a reason to stop; place 0 is no attempt, place 1 is one. */
  readonly attemptsOk: readonly number[];
  /**
   * Attempts on these had so many been made at least on each that gave no reason to stop; place 0 is what was done.
   * Counted up to the last number of the grid a handover.
   */
  readonly attemptsMade: readonly number[];
}

const mostAttempts = Math.max(...slaGrid.attempts);
const responses = slaGrid.responseMinutes;
const attemptNumbers = Array.from({ length: mostAttempts + 1 }, (_, attempts) => attempts);

const sumOf = (rows: readonly PromiseCubeRow[], each: (row: PromiseCubeRow) => number | boolean): number => {
  let sum = 0;
  for (const row of rows) sum += row.handovers * Number(each(row));
  return sum;
};

const cellOf = (rows: readonly PromiseCubeRow[], first: PromiseCubeRow): HistoryCell => {
  const mature = rows.filter((row) => row.attempts_due);
  return {
    week: first.week,
    segment: first.segment,
    isRecent: first.is_recent,
    handovers: sumOf(rows, () => 1),
    due: responses.map((_, place) => sumOf(rows, (row) => row.due > place)),
    met: responses.map((_, place) => sumOf(rows, (row) => row.due > place && row.needed <= place)),
    attemptsDue: sumOf(mature, () => 1),
    attemptsOk: attemptNumbers.map((owed) =>
      sumOf(mature, (row) => row.attempts >= owed || row.attempt_stop),
    ),
    attemptsMade: attemptNumbers.map((owed) =>
      sumOf(mature, (row) => (row.attempt_stop ? row.attempts : Math.max(row.attempts, owed))),
    ),
  };
};

/**
 * Sums the rows of the cube once, so that every promise can be judged by adding a few numbers: one cell a week, segment and
 * side of the ninety days, in the order of the weeks. It does not grow with the number of leads.
 */
export const salesHistory = (rows: readonly PromiseCubeRow[]): readonly HistoryCell[] =>
  inGroups(rows, (row) => JSON.stringify([row.week, row.is_recent, row.segment])).flatMap(([, own]) => {
    const [first] = own;
    return first === undefined ? [] : [cellOf(own, first)];
  });
