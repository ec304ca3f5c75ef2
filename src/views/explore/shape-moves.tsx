import { TransitionMatrix } from '../../charts/transition-matrix.tsx';
import type { FunnelStage } from '../../metrics/funnel-stage.ts';
import type { TransitionMatrix as Moves } from '../../metrics/transitions.ts';
import { count, percent } from '../../sentences/format.ts';
import { movesHeadline, stageName } from '../../sentences/shape-words.ts';

const detours = ['recycled', 'disqualified', 'lost'] as const;

/** Where leads go from each state: next stage, past one, back, out, or nowhere yet. */
export function ShapeMoves({
  moves,
  stages,
}: {
  readonly moves: Moves;
  readonly stages: readonly FunnelStage[];
}) {
  const seen = (state: string): boolean => moves.moves.some(({ from, to }) => from === state || to === state);
  const states = [...stages, ...detours].filter(seen);
  const to = [...states, 'stay'];
  const movesOf = (from: string, target: string): number | null =>
    from === target
      ? null
      : (moves.moves.find((move) => move.from === from && move.to === target)?.moves ?? 0);
  return (
    <TransitionMatrix
      rows={['start', ...states].map((from) => ({
        key: from,
        label: stageName(from),
        counts: to.map((target) => (from === 'start' && target === 'stay' ? null : movesOf(from, target))),
      }))}
      columns={to.map((key) => ({ key, label: stageName(key) }))}
      rowTitle="From, to"
      totalTitle="All"
      title="Moves from state to state"
      summary={movesHeadline(moves)}
      emptyText="No lead was created in this period, so nothing moved."
      formatCount={count}
      formatShare={percent}
    />
  );
}
