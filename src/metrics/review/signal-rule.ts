import type { ControlSignals } from '../../stats/control-signals.ts';

/** Wheeler's rules: 1 outside a limit, 2 a run of eight on one side, 3 three of four nearer to a limit than to the mean. */
export type SignalRule = 1 | 2 | 3;

/** The rules that signal at a place of a series. */
export const rulesAt = ({ rule1, rule2, rule3 }: ControlSignals, index: number): readonly SignalRule[] => [
  ...(rule1.includes(index) ? [1 as const] : []),
  ...(rule2.includes(index) ? [2 as const] : []),
  ...(rule3.includes(index) ? [3 as const] : []),
];
