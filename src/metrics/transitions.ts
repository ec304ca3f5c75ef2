import type { FunnelStage } from './funnel-stage.ts';

/**
 * How often leads of one group went straight from one state to another. A state is a stage of the pipe, recycled,
 * disqualified or lost; `start` is before the first, `stay` after the last.
 */
export interface MoveCounts {
  readonly row_group: string;
  readonly from_state: string;
  readonly to_state: string;
  readonly moves: number;
}

/**
 * What a move is:
 * - `start`: into the pipe at its first stage, `midPipeStart`: at any other;
 * - `forward`: to the next stage, `skip`: past one or more, `back`: to an earlier one;
 * - `detour`: out to recycled, disqualified or lost (or from one of them to another), `return`: from there into the pipe;
 * - `stay`: still there on the as-of day.
 */
export type MoveKind = 'start' | 'midPipeStart' | 'forward' | 'skip' | 'back' | 'detour' | 'return' | 'stay';

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly kind: MoveKind;
  readonly moves: number;
}

/** All moves of some leads. What enters a state leaves it or stays: rows and columns add up. */
export interface TransitionMatrix {
  readonly moves: readonly Move[];
  readonly totals: Readonly<Record<MoveKind, number>>;
}

const kindOf = (from: string, to: string, stages: readonly string[]): MoveKind => {
  if (to === 'stay') return 'stay';
  const there = stages.indexOf(to);
  if (from === 'start') return there === 0 ? 'start' : 'midPipeStart';
  if (there < 0) return 'detour';
  const here = stages.indexOf(from);
  if (here < 0) return 'return';
  if (there < here) return 'back';
  return there === here + 1 ? 'forward' : 'skip';
};

const none: Readonly<Record<MoveKind, number>> = {
  start: 0,
  midPipeStart: 0,
  forward: 0,
  skip: 0,
  back: 0,
  detour: 0,
  return: 0,
  stay: 0,
};

/** Sums moves over groups and names their kind, given the stages that the pipe has. A move from a state to itself is none. */
export const transitionMatrix = (
  counts: readonly MoveCounts[],
  stages: readonly FunnelStage[],
): TransitionMatrix => {
  const sums = new Map<string, Move>();
  for (const { from_state: from, to_state: to, moves } of counts) {
    if (from === to) continue;
    const key = `${from} ${to}`;
    sums.set(key, { from, to, kind: kindOf(from, to, stages), moves: moves + (sums.get(key)?.moves ?? 0) });
  }
  const moves = [...sums.values()];
  const totals: Record<MoveKind, number> = { ...none };
  for (const move of moves) totals[move.kind] += move.moves;
  return { moves, totals };
};
