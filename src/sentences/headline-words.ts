import type { Headline } from '../engine/headline.ts';
import type { JointRates } from '../metrics/conversion-table.ts';
import { count, percent } from './format.ts';

const rate = (rates: JointRates | null): string => {
  const shown = rates?.toDate.rate;
  return shown === undefined || shown === null ? '–' : percent(shown);
};

/** The headline numbers with their names, as they are shown. */
export const headlineLines: readonly (readonly [label: string, value: (numbers: Headline) => string])[] = [
  ['Leads', ({ leads }) => count(leads)],
  ['Opportunities', ({ opportunities }) => count(opportunities)],
  ['Deals', ({ deals }) => count(deals)],
  ['L2O to date', ({ l2o }) => rate(l2o)],
  ['O2D to date', ({ o2d }) => rate(o2d)],
];

/** What another reading of the files would change, in one sentence; `now` is null where nothing is shown yet. */
export const changeWords = (now: Headline | null, would: Headline): string => {
  if (now === null) return headlineLines.map(([label, value]) => `${label} ${value(would)}`).join(', ');
  const changes = headlineLines.flatMap(([label, value]) =>
    value(now) === value(would) ? [] : [`${label} from ${value(now)} to ${value(would)}`],
  );
  return changes.length === 0
    ? 'The headline numbers stay as they are'
    : `It would move ${changes.join(', ')}`;
};
