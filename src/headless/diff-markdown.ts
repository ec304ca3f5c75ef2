import { changedParts } from '../domain/definition-set.ts';
import type { Rate } from '../domain/rate.ts';
import { ruledStages } from '../domain/stage-rule.ts';
import type { DefinitionDiff, MovedJourney } from '../engine/definition-diff.ts';
import type { Change, JointChange } from '../metrics/definition-diff.ts';
import type { Joint } from '../metrics/metric.ts';
import { metrics } from '../metrics/registry.ts';
import { definitionLabel, definitionName } from '../sentences/definition-label.ts';
import { partWords } from '../sentences/definitions/part-words.ts';
import { plain, rateCell, row } from '../exports/markdown-cells.ts';

const joints: readonly Joint[] = ['l2o', 'o2d', 'l2d'];

const wayWords: Readonly<Record<string, string>> = {
  appeared: 'counts only after',
  gone: 'counted only before',
  changed_month: 'another month',
  changed_anchor: 'another day',
  changed_outcome: 'another outcome',
};

const both = <Value>(
  { before, after }: Change<Value>,
  words: (value: Value) => string,
): readonly string[] => [words(before), words(after)];

const rateWords = (rate: Rate | null): string => (rate === null ? 'not measurable' : rateCell(rate));
const rankWords = (rank: number | null): string => (rank === null ? '–' : String(rank));
const daysWords = (days: number | null): string => (days === null ? '–' : `${days}d`);

const jointRows = (joint: Joint, { windowed, toDate, windowDays }: JointChange): readonly string[] => [
  row([`${metrics[joint].label}, window`, ...both(windowDays, daysWords)]),
  row([`${metrics[joint].label}, within the window`, ...both(windowed, rateWords)]),
  row([`${metrics[joint].label}, to date`, ...both(toDate, rateWords)]),
];

const journeyRow = (journey: MovedJourney): string =>
  row([
    plain(journey.crm_id),
    plain(journey.channel),
    journey.ways.map((way) => wayWords[way] ?? way).join(', '),
    `${journey.anchor_before ?? '–'} to ${journey.anchor_after ?? '–'}`,
    `${journey.outcome_before ?? '–'} to ${journey.outcome_after ?? '–'}`,
  ]);

/** The section on what another definition does to the numbers. */
export const diffLines = ({
  analyses,
  table,
  moved,
  journeys,
  answered,
  overlaps,
}: DefinitionDiff): readonly string[] => {
  const parts = changedParts(analyses.before.definitionSet, analyses.after.definitionSet);
  return [
    '',
    `## ${both(analyses, ({ definitionSet }) => plain(definitionName(definitionSet))).join(' compared with ')}`,
    '',
    parts.length === 0
      ? 'The two agree in everything.'
      : `They differ in ${parts.map((part) => partWords[part]).join(', ')}.`,
    '',
    `Before: ${plain(definitionLabel('l2o', 'windowed', analyses.before))}. After: ${plain(definitionLabel('l2o', 'windowed', analyses.after))}.`,
    '',
    row(['Number', 'Before', 'After']),
    row(['---', '---', '---']),
    row(['Leads', ...both(table.counts.leads, String)]),
    row(['Leads in the cohort', ...both(table.counts.inCohort, String)]),
    row(['Opportunities', ...both(table.counts.opportunities, String)]),
    row(['Deals', ...both(table.counts.deals, String)]),
    row(['Converted without an MQL event of their own', ...both(table.counts.imputedMql, String)]),
    ...joints.flatMap((joint) => jointRows(joint, table.joints[joint])),
    ...(answered === null ? [] : [row(['Answered in time, last 90 days', ...both(answered, rateWords)])]),
    '',
    '### By group, within the window',
    '',
    row(['Group', ...joints.flatMap((joint) => [`${metrics[joint].label}, before`, 'After', 'Rank'])]),
    row(['---', ...joints.flatMap(() => ['---', '---', '---'])]),
    ...table.groups.map(({ group, joints: changes, ranks }) =>
      row([
        plain(group),
        ...joints.flatMap((joint) => [
          ...both(changes[joint].windowed, rateWords),
          both(ranks[joint], rankWords).join(' to '),
        ]),
      ]),
    ),
    '',
    '### Leads that moved',
    '',
    `${moved.moved} moved, ${moved.unmoved} did not: ${moved.appeared} count only after, ${moved.gone} counted only before, ${moved.changed_anchor} count from another day (${moved.changed_month} of them in another month), ${moved.changed_outcome} end otherwise.`,
    ...(journeys.length === 0
      ? []
      : [
          '',
          journeys.length < moved.moved ? `The first ${journeys.length} of them:` : 'All of them:',
          '',
          row(['Lead', 'Channel', 'How', 'Counts from', 'Ends']),
          row(['---', '---', '---', '---', '---']),
          ...journeys.map(journeyRow),
        ]),
    '',
    '### Whom both take',
    '',
    row(['Stage', 'Whom', 'Leads', metrics.l2o.label, metrics.l2d.label]),
    row(['---', '---', '---:', '---', '---']),
    ...ruledStages.flatMap((stage) =>
      (
        [
          ['only the first', overlaps[stage].onlyBefore],
          ['both', overlaps[stage].both],
          ['only the second', overlaps[stage].onlyAfter],
        ] as const
      ).map(([whom, part]) =>
        row([
          stage.toUpperCase(),
          whom,
          String(part.journeys),
          rateCell(part.toOpportunity),
          rateCell(part.toDeal),
        ]),
      ),
    ),
    '',
    'A stage counts here by its own event alone; an opportunity or a deal under either definition counts, to date.',
  ];
};
