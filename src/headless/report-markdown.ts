import { metrics } from '../metrics/registry.ts';
import type { ConversionGroup, JointRates } from '../metrics/conversion-table.ts';
import type { Joint } from '../metrics/metric.ts';
import { definitionLabel } from '../sentences/definition-label.ts';
import { diffLines } from './diff-markdown.ts';
import { funnelLines } from './funnel-markdown.ts';
import { plain, rateCell, row } from '../exports/markdown-cells.ts';
import { qualityLines } from './quality-markdown.ts';
import { reviewLines } from './review-markdown.ts';
import { wordsOf } from '../ingest/ledger.ts';
import type { Report } from './build-report.ts';
import { planLines } from './plan-markdown.ts';
import { valueLines } from './value-markdown.ts';

const joints: readonly Joint[] = ['l2o', 'o2d', 'l2d'];

const cell = (rates: JointRates | null, pick: 'toDate' | 'windowed'): string =>
  rates === null ? 'not measurable' : rateCell(rates[pick]);

const groupRows = (groups: readonly ConversionGroup[], pick: 'toDate' | 'windowed'): readonly string[] =>
  groups.map((group) => row([plain(group.group), ...joints.map((joint) => cell(group[joint], pick))]));

/** The report as Markdown for reading, mail or chat. */
export const reportMarkdown = ({
  analysis,
  files,
  tables,
  warnings,
  quality,
  review,
  funnels,
  value,
  plans,
  diff,
}: Report): string => {
  const { definitions, windows, facts } = analysis;
  const windowWords = joints
    .map((joint) => `${joint.toUpperCase()} ${windows[`${joint}Days`] ?? '–'}`)
    .join(', ');
  return [
    '# Leads, opportunities, deals',
    '',
    `As of ${definitions.asOf}, leads anchored at ${definitions.anchor === 'mql' ? 'their first MQL' : 'their creation'}, days in ${analysis.reportTimeZone}. Windows in days: ${windowWords}. Intervals are 95 %.`,
    '',
    `${facts.journeys} leads, ${facts.opportunities} opportunities, ${facts.deals} deals.`,
    '',
    ...joints.flatMap((joint) =>
      analysis.notMeasurable[joint] === undefined
        ? []
        : [`${metrics[joint].label}: not measurable. ${analysis.notMeasurable[joint]}`, ''],
    ),
    ...reviewLines(review, plain),
    ...tables.flatMap(({ dimension, table }) => [
      `## By ${dimension}, within the window`,
      '',
      `${joints.map((joint) => plain(definitionLabel(joint, 'windowed', analysis))).join('; ')}.`,
      '',
      row([dimension, ...joints.map((joint) => metrics[joint].label)]),
      row(['---', '---', '---', '---']),
      ...groupRows([...table.groups, { ...table.total, group: 'All' }], 'windowed'),
      '',
      `## By ${dimension}, to date`,
      '',
      row([dimension, ...joints.map((joint) => metrics[joint].label)]),
      row(['---', '---', '---', '---']),
      ...groupRows([...table.groups, { ...table.total, group: 'All' }], 'toDate'),
      '',
    ]),
    '## Files',
    '',
    row(['File', 'Kind', 'Read', 'Loaded', 'Set aside', 'Duplicates', 'Not data']),
    row(['---', '---', '---:', '---:', '---:', '---:', '---:']),
    ...files.map((file) =>
      row([
        plain(file.name),
        `${file.format} ${file.table}`.trim(),
        ...[file.records, file.loaded, file.setAside, file.duplicates, file.notData].map(String),
      ]),
    ),
    '',
    ...files.flatMap((file) =>
      Object.entries(file.reasons).map(
        ([code, count]) => `- ${plain(file.name)}: ${count} set aside, ${wordsOf(code).toLowerCase()}`,
      ),
    ),
    ...files.flatMap((file) => (file.note === undefined ? [] : [`- ${plain(file.name)}: ${file.note}`])),
    ...(warnings.length === 0
      ? []
      : ['', '## Worth knowing', '', ...warnings.map((warning) => `- ${warning.message}`)]),
    ...qualityLines(quality, plain),
    ...(value === null ? [] : valueLines(value.numbers, analysis.currency)),
    ...planLines(plans, analysis.currency),
    ...(funnels === null ? [] : funnelLines(funnels.counted)),
    ...(diff === null ? [] : diffLines(diff)),
    '',
  ].join('\n');
};
