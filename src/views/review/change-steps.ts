import type { WaterfallDelta } from '../../charts/waterfall-rows.ts';
import type { ChangeLine, ConversionChange } from '../../metrics/conversion-change.ts';

const shownSteps = 3;

const shareGrew = ({ n0, n1 }: ChangeLine, change: ConversionChange): boolean => {
  const parts = change.rest === null ? change.lines : [...change.lines, change.rest];
  const before = parts.reduce((sum, line) => sum + line.n0, 0);
  const after = parts.reduce((sum, line) => sum + line.n1, 0);
  return n1 * before > n0 * after;
};

/** The largest effects of a kind one by one, the others together, so that they add up to its total. */
const stepsOf = (
  lines: readonly ChangeLine[],
  kind: 'mix' | 'rate',
  total: number,
  labelOf: (line: ChangeLine) => string,
): readonly WaterfallDelta[] => {
  const shown = lines.toSorted((a, b) => Math.abs(b[kind]) - Math.abs(a[kind])).slice(0, shownSteps);
  const tone: WaterfallDelta['kind'] = kind === 'mix' ? 'main' : 'other';
  const rest = total - shown.reduce((sum, line) => sum + line[kind], 0);
  return [
    ...shown.map((line) => ({
      key: `${kind} ${line.group}`,
      label: labelOf(line),
      value: line[kind],
      kind: tone,
    })),
    {
      key: `${kind}, others`,
      label: kind === 'mix' ? 'Other mix' : 'Other rates',
      value: rest,
      kind: tone,
    },
  ];
};

/** A change as steps: the mix, channel by channel, then the rates. They add up to the change. */
export const changeSteps = (change: ConversionChange): readonly WaterfallDelta[] => [
  ...stepsOf(change.lines, 'mix', change.mixTotal, (line) =>
    shareGrew(line, change) ? `More ${line.group}` : `Less ${line.group}`,
  ),
  ...stepsOf(change.lines, 'rate', change.rateTotal, ({ group }) => `${group}, rate`),
];
