import type { ControlFrame } from './control-frame.ts';
import type { PeriodPanel, TargetLine } from './period-point.ts';
import { spread } from './spread.ts';

/** A word at the right edge. */
export interface EdgeWord {
  readonly key: 'upper' | 'lower' | 'target';
  readonly text: string;
  readonly y: number;
}

const LINE = 17;

/** The limits where they end and the name of the target, moved apart; none where the chart is narrow. */
export function controlEdge(
  frame: ControlFrame,
  format: (value: number) => string,
  target: TargetLine | null,
): readonly EdgeWord[] {
  if (frame.isNarrow) return [];
  const { lower, upper } = lastLimits(frame.panels.map(({ places }) => places.map(({ point }) => point)));
  const words = [
    ...(upper === null ? [] : [{ key: 'upper' as const, text: format(upper), y: frame.yOf(upper) }]),
    ...(target ? [{ key: 'target' as const, text: target.label, y: frame.yOf(target.end) }] : []),
    ...(lower === null ? [] : [{ key: 'lower' as const, text: format(lower), y: frame.yOf(lower) }]),
  ];
  const places = spread(
    words.map(({ y }) => y),
    LINE,
    frame.top - 6,
    frame.bottom,
  );
  return words.map((word, index) => ({ ...word, y: places[index] ?? word.y }));
}

/** What will stand at the right edge, for its room. */
export function edgeWords(
  panels: readonly PeriodPanel[],
  format: (value: number) => string,
  target: TargetLine | null,
): readonly string[] {
  const { lower, upper } = lastLimits(panels.map(({ points }) => points));
  return [...[lower, upper].filter((limit) => limit !== null).map(format), ...(target ? [target.label] : [])];
}

/** The limits of the very last period: the lines end at the edge only if it has some. */
function lastLimits(panels: readonly PeriodPanel['points'][]) {
  const point = panels.at(-1)?.at(-1);
  return { lower: point?.lower ?? null, upper: point?.upper ?? null };
}
