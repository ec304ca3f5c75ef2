import { describe, expect, it } from 'vitest';
import { transitionMatrix, type MoveCounts } from '../../src/metrics/transitions.ts';

const move = (from_state: string, to_state: string, moves: number, row_group = 'Website'): MoveCounts => ({
  row_group,
  from_state,
  to_state,
  moves,
});

const stages = ['created', 'mql', 'sql', 'opportunity', 'won'] as const;

const kinds = (counts: readonly MoveCounts[]) =>
  Object.fromEntries(
    transitionMatrix(counts, stages).moves.map(({ from, to, kind }) => [`${from} > ${to}`, kind]),
  );

describe('a move', () => {
  it.each([
    ['start', 'created', 'start'],
    ['start', 'mql', 'midPipeStart'],
    ['start', 'opportunity', 'midPipeStart'],
    ['created', 'mql', 'forward'],
    ['mql', 'sql', 'forward'],
    ['created', 'sql', 'skip'],
    ['mql', 'won', 'skip'],
    ['sql', 'mql', 'back'],
    ['won', 'created', 'back'],
    ['mql', 'recycled', 'detour'],
    ['opportunity', 'lost', 'detour'],
    ['recycled', 'disqualified', 'detour'],
    ['start', 'disqualified', 'midPipeStart'],
    ['recycled', 'mql', 'return'],
    ['lost', 'created', 'return'],
    ['mql', 'stay', 'stay'],
    ['lost', 'stay', 'stay'],
  ])('from %s to %s is of the kind %s', (from, to, kind) => {
    expect(kinds([move(from, to, 1)])).toEqual({ [`${from} > ${to}`]: kind });
  });

  it('from a state to itself is none', () => expect(kinds([move('mql', 'mql', 7)])).toEqual({}));
});

describe('a transition matrix', () => {
  const counts = [
    move('start', 'created', 10),
    move('created', 'mql', 6),
    move('created', 'mql', 2, 'Fair'),
    move('created', 'opportunity', 1),
    move('mql', 'recycled', 3),
    move('recycled', 'mql', 1),
    move('mql', 'created', 1),
    move('created', 'stay', 2),
    move('start', 'opportunity', 4, '(unsourced)'),
  ];
  const matrix = transitionMatrix(counts, stages);

  it('sums groups cell by cell', () => {
    expect(matrix.moves.find(({ from, to }) => from === 'created' && to === 'mql')?.moves).toBe(8);
    expect(matrix.moves).toHaveLength(8);
  });

  it('sums every kind of move', () => {
    expect(matrix.totals).toEqual({
      start: 10,
      midPipeStart: 4,
      forward: 8,
      skip: 1,
      back: 1,
      detour: 3,
      return: 1,
      stay: 2,
    });
  });

  it('of nothing has no move', () => {
    const { moves, totals } = transitionMatrix([], stages);
    expect(moves).toEqual([]);
    expect(Object.values(totals)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
