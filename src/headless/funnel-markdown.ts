import type { Funnels } from '../engine/funnels.ts';
import type { FunnelRule, FunnelStep } from '../metrics/funnel.ts';
import { funnelMetrics } from '../metrics/funnel-metrics.ts';
import { stageDenominators, type FunnelStage } from '../metrics/funnel-stage.ts';
import type { MoveKind } from '../metrics/transitions.ts';
import { rateCell, row } from '../exports/markdown-cells.ts';

const rules: readonly FunnelRule[] = ['strict', 'loose', 'furthest'];

const stageWords: Readonly<Record<FunnelStage, string>> = {
  created: 'Created',
  mql: 'MQL',
  sal: 'SAL',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Deal',
};

const moveWords: Readonly<Record<MoveKind, string>> = {
  start: 'started at creation',
  midPipeStart: 'started in the middle',
  forward: 'to the next stage',
  skip: 'past a stage',
  back: 'back',
  detour: 'out to recycled, disqualified or lost',
  return: 'back in from there',
  stay: 'still there',
};

const lostWords = ({ notCounted }: FunnelStep): string =>
  notCounted
    .map(({ reason, stage, journeys }) => {
      const name = stageWords[stage];
      if (reason === 'skipped') return `${journeys} without a day for ${name}`;
      return reason === 'outOfOrder'
        ? `${journeys} with ${name} before the stage before`
        : `${journeys} got to ${name}`;
    })
    .join('; ') || '–';

const stepRow = ({ stage, reached, ofFirst, ofPrevious, ...step }: FunnelStep, lost: string): string =>
  row([
    stageWords[stage],
    String(reached),
    rateCell(ofFirst),
    ofPrevious === null ? '–' : `${rateCell(ofPrevious.rate)} of ${stageDenominators[ofPrevious.stage]}`,
    lost,
    String(step.withoutOwnDay),
  ]);

/** The section on the funnels: the same leads counted in every way, with what each way loses and why. */
export const funnelLines = ({ stages, total }: Funnels): readonly string[] => [
  '',
  '## Funnels',
  '',
  `${total.leftOut} leads are in none of them, because their only opportunity is older than they are.`,
  ...rules.flatMap((rule) => [
    '',
    `### ${funnelMetrics[rule].label}`,
    '',
    funnelMetrics[rule].definition,
    '',
    row([
      'Stage',
      'Leads',
      `Of ${stageDenominators.created}`,
      'Of the stage before',
      'Not counted, though there',
      'Counted without a day of their own',
    ]),
    row(['---', '---:', '---', '---', '---', '---:']),
    ...total[rule].steps.map((step) => stepRow(step, lostWords(step))),
  ]),
  '',
  `### ${funnelMetrics.transitions.label}`,
  '',
  funnelMetrics.transitions.definition,
  '',
  `${Object.entries(total.transitions.totals)
    .map(([kind, moves]) => `${moveWords[kind as MoveKind]} ${moves}`)
    .join(', ')}. Stages: ${stages.map((stage) => stageWords[stage]).join(', ')}.`,
  '',
  row(['From', 'To', 'Moves']),
  row(['---', '---', '---:']),
  ...total.transitions.moves
    .toSorted((a, b) => b.moves - a.moves)
    .map(({ from, to, moves }) => row([from, to, String(moves)])),
];
