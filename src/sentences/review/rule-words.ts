import type { SignalRule } from '../../metrics/review/signal-rule.ts';
import type { Direction } from '../../metrics/verdict.ts';

/** What a control chart found, after "is" or a comma; the strongest rule alone. */
export const ruleWords = (
  rules: readonly SignalRule[],
  direction: Direction,
  periods: 'weeks' | 'months',
): string => {
  const isUp = direction === 'up';
  if (rules.includes(1)) return isUp ? 'above its usual range' : 'below its usual range';
  if (rules.includes(2))
    return `${isUp ? 'above' : 'below'} its average for eight ${periods} running or longer`;
  return `close to its ${isUp ? 'upper' : 'lower'} limit in three of four ${periods}`;
};
