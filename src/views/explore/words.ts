import type { Analysis } from '../../engine/analysis.ts';
import type { Filter } from '../../domain/filter.ts';
import type { Basis } from '../../metrics/channel-verdict.ts';
import type { ChosenWindows } from '../../metrics/chosen-windows.ts';
import { metrics } from '../../metrics/registry.ts';
import type { Joint } from '../../metrics/metric.ts';
import { count, day } from '../../sentences/format.ts';

const betweenWords = (analysis: Analysis, filter: Filter): string =>
  `${day(filter.from ?? analysis.firstDay)} to ${day(filter.to ?? analysis.definitions.asOf)}`;

/** Which leads are meant, in words: the period and the anchor. */
export const periodWords = (analysis: Analysis, filter: Filter): string =>
  analysis.definitions.anchor === 'mql'
    ? `MQLs ${betweenWords(analysis, filter)}`
    : createdWords(analysis, filter);

/** The leads created in the period, whatever starts their clock. */
export const createdWords = (analysis: Analysis, filter: Filter): string =>
  `Leads created ${betweenWords(analysis, filter)}`;

/** The window of a joint in words, or that it is counted to date. */
export const windowWords = (analysis: Analysis, joint: Joint, basis: Basis): string => {
  const days = analysis.windows[`${joint}Days`];
  return basis === 'windowed' && days !== null
    ? `within ${count(days)} days`
    : `to ${day(analysis.definitions.asOf)}`;
};

const originOf = ({ definitionSet }: Analysis, joint: Joint, chosen: ChosenWindows): string => {
  const isChosen =
    joint === 'l2d'
      ? chosen.l2oDays !== undefined || chosen.o2dDays !== undefined
      : chosen[`${joint}Days`] !== undefined;
  if (isChosen) return 'You have chosen this window above.';
  return definitionSet.windows[`${joint}Days`] === null
    ? 'It is the shortest usual window in which 80 % of the final conversions happen.'
    : `It is the window agreed in the definitions.`;
};

/** How a rate of this joint is computed, for the panel under it. */
export const computationWords = (
  analysis: Analysis,
  joint: Joint,
  basis: Basis,
  chosen: ChosenWindows,
): readonly (readonly [term: string, text: string])[] => {
  const metric = metrics[joint];
  const days = analysis.windows[`${joint}Days`];
  const anchor =
    analysis.definitions.anchor === 'mql' ? 'the first day it was an MQL' : 'the day it was created';
  const start = joint === 'o2d' ? 'the day it was created' : anchor;
  return [
    ['Meaning', metric.definition],
    ['Above the line', metric.numerator],
    ['Below the line', metric.denominator],
    [
      'Window',
      basis === 'windowed' && days !== null
        ? `${count(days)} days from ${start}, last day included. Only those that have had the whole window are counted, so young ones never look like failures. ${originOf(analysis, joint, chosen)}`
        : `None: everything known on ${day(analysis.definitions.asOf)}. Recent cohorts have had less time, so this is a lower bound.`,
    ],
    ['Left out', metric.leftOut],
    ['Interval', 'Wilson score interval at 95 %. Fewer than 5: no rate. Fewer than 30: grey, not ranked.'],
    ['Days', `Whole local days in ${analysis.reportTimeZone}; as of ${day(analysis.definitions.asOf)}.`],
  ];
};
