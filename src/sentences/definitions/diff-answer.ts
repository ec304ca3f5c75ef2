import type { DefinitionDiff } from '../../engine/definition-diff.ts';
import type { Rate } from '../../domain/rate.ts';
import type { Change, DiffTable, GroupChange, MovedCounts } from '../../metrics/definition-diff.ts';
import type { Joint } from '../../metrics/metric.ts';
import { count, ordinal, percent, several } from '../format.ts';

const jointNames: Readonly<Record<Joint, string>> = {
  l2o: 'lead to opportunity',
  o2d: 'opportunity to deal',
  l2d: 'lead to deal',
};

/** A rate with its fraction; why not, where there is none. */
export const rateWords = (rate: Rate | null): string => {
  if (rate === null) return 'not measurable';
  const fraction = `${count(rate.k)} of ${count(rate.n)}`;
  return rate.rate === null ? fraction : `${percent(rate.rate)} (${fraction})`;
};

const shown = (rate: Rate | null): string =>
  rate === null ? 'not measurable' : rate.rate === null ? 'too few to say' : percent(rate.rate);

const changed = (joint: Joint, { before, after }: Change<Rate | null>): string => {
  const [from, to] = [shown(before), shown(after)];
  return from === to
    ? `${jointNames[joint]} stays at ${to}`
    : `${jointNames[joint]} goes from ${from} to ${to}`;
};

/** What the draft does to the numbers, in one sentence; to be said before it is saved. */
export const diffAnswer = ({ moved, table }: Pick<DefinitionDiff, 'moved' | 'table'>): string => {
  const all = moved.moved + moved.unmoved;
  const rates = `${changed('l2o', table.joints.l2o.windowed)}, ${changed('o2d', table.joints.o2d.windowed)}`;
  return moved.moved === 0
    ? `The draft moves none of ${several(all, ['lead', 'leads'])}: ${rates}`
    : `The draft moves ${count(moved.moved)} of ${several(all, ['lead', 'leads'])}: ${rates}`;
};

/** How the leads moved, in one line. */
export const movedWords = (moved: MovedCounts): string =>
  `${count(moved.appeared)} count only under the draft, ${count(moved.gone)} no longer count, ${count(moved.changed_anchor)} count from another day (${count(moved.changed_month)} of them in another month), ${count(moved.changed_outcome)} end otherwise.`;

const wayWords: Readonly<Record<string, string>> = {
  appeared: 'counts only under the draft',
  gone: 'no longer counts',
  changed_month: 'counts in another month',
  changed_anchor: 'counts from another day',
  changed_outcome: 'ends otherwise',
};

/** How one lead moved. Another month says another day too. */
export const waysWords = (ways: readonly string[]): string =>
  ways
    .filter((way) => way !== 'changed_anchor' || !ways.includes('changed_month'))
    .map((way) => wayWords[way] ?? way)
    .join(', ');

/** A line of the table of numbers. */
export interface DiffLine {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly isChanged: boolean;
}

const line = <Value>(
  label: string,
  { before, after }: Change<Value>,
  words: (value: Value) => string,
): DiffLine => ({
  label,
  before: words(before),
  after: words(after),
  isChanged: words(before) !== words(after),
});

const windowOf = (days: number | null): string => (days === null ? 'none' : several(days, ['day', 'days']));

/** Every headline number before and after, and how many leads were answered in time where the rules of that differ. */
export const diffLines = (
  { counts, joints }: DiffTable,
  answered: DefinitionDiff['answered'],
): readonly DiffLine[] => [
  line('Leads', counts.leads, count),
  line('Leads that are counted', counts.inCohort, count),
  line('Opportunities', counts.opportunities, count),
  line('Deals', counts.deals, count),
  line('Converted without an MQL event of their own', counts.imputedMql, count),
  ...(['l2o', 'o2d', 'l2d'] as const).flatMap((joint) => {
    const { windowed, toDate, windowDays } = joints[joint];
    const name = `${jointNames[joint].slice(0, 1).toUpperCase()}${jointNames[joint].slice(1)}`;
    return [
      line(`${name}, window`, windowDays, windowOf),
      line(`${name}, within it`, windowed, rateWords),
      line(`${name}, to date`, toDate, rateWords),
    ];
  }),
  ...(answered === null ? [] : [line('Answered in time, last 90 days', answered, rateWords)]),
];

const rankChange = (joint: 'l2o' | 'o2d', { group, ranks }: GroupChange): readonly string[] => {
  const { before, after } = ranks[joint];
  if (before === after || before === null || after === null) return [];
  return [`${group} from ${ordinal(before)} to ${ordinal(after)} at ${jointNames[joint]}`];
};

/** Which channels change place, in one sentence; null where none does. */
export const rankWords = (groups: readonly GroupChange[]): string | null => {
  const changes = groups.flatMap((group) => [...rankChange('l2o', group), ...rankChange('o2d', group)]);
  if (changes.length === 0) return null;
  const more = changes.length > 4 ? `, and ${count(changes.length - 4)} more` : '';
  return `Channels that change place: ${changes.slice(0, 4).join(', ')}${more}.`;
};
