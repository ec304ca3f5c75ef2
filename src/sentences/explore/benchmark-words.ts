import {
  isChoice,
  startOf,
  type Difference,
  type OurCounting,
} from '../../metrics/benchmarks/comparability.ts';
import type { Beside, BenchmarkLine, JudgedStep } from '../../metrics/benchmarks/beside.ts';
import type { BenchmarkStep, BenchmarkValue, Passport } from '../../metrics/benchmarks/passport.ts';
import { count, percent, wholePercent } from '../format.ts';

const printed = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** A published figure as it was printed: "31.3%", "below 1%". */
export const figureWords = ({ percent: figure, isBelow }: BenchmarkValue): string =>
  `${isBelow ? 'below ' : ''}${printed.format(figure)}%`;

/** How a figure is known, beside it; empty where it was simply read. */
export const evidenceWords = ({ evidence, range, isRounded }: BenchmarkValue): string => {
  if (evidence === 'secondary') return 'second hand';
  if (range !== null)
    return `computed, ${printed.format(range[0])} to ${printed.format(range[1])} by rounding`;
  return isRounded ? 'rounded' : '';
};

const startWords = {
  lead: 'every lead',
  mql: 'MQLs',
  sql: 'SQLs',
  opportunity: 'opportunities',
} as const;
const endWords = {
  mql: 'MQLs',
  sql: 'SQLs',
  opportunity: 'opportunities',
  deal: 'deals',
} as const;

const anchorWords = { lead: 'Creation', mql: 'MQL' } as const;

/** One part in which a step differs from ours, and what would mend it, as part of a sentence. */
const differenceWords = (
  difference: Difference,
  step: BenchmarkStep,
  { anchor, seen }: OurCounting,
): string => {
  const { start, end, beside } = step;
  switch (difference) {
    case 'notMeasured':
      return 'these files cannot tell ours';
    case 'start':
      return `it starts from ${startWords[start]}, this page from ${startWords[startOf(beside, anchor)]}${start === 'lead' || start === 'mql' ? ` (choose the anchor “${anchorWords[start]}”)` : ', and no choice here changes that'}`;
    case 'end':
      return `it counts those that become ${endWords[end]}, this page ${beside === 'l2o' ? 'opportunities' : 'deals'}, and no choice here changes that`;
    case 'opportunity':
      return 'it speaks of an opportunity only once a proposal or contract is in hand, this page as soon as the CRM has one (comparable where a CRM opens opportunities that late)';
    case 'filter':
      return 'it is of all channels and segments (clear the filter)';
    case 'window':
      return 'it has no window (count to date)';
    case 'young': {
      const share = seen[beside];
      return share === null
        ? 'it cannot be told yet where this period will end'
        : `only ${wholePercent(share)} of what this period will bring is in (end the period earlier)`;
    }
  }
};

/** Why a step is not compared: where no choice on the page can help, that alone; else every choice that would. */
export const refusalWords = ({ step, differences }: JudgedStep, ours: OurCounting): string => {
  const reason = ours.notMeasurable[step.beside];
  if (reason !== undefined) return `Not compared: ${differenceWords('notMeasured', step, ours)}. ${reason}`;
  const lasting = differences.filter((difference) => !isChoice(difference, step));
  const told = (lasting.length > 0 ? lasting : differences).map((difference) =>
    differenceWords(difference, step, ours),
  );
  return `Not compared: ${told.join('; ')}.`;
};

const leading = (lines: readonly JudgedStep[]): JudgedStep | undefined =>
  lines.find(({ differences }) => differences.length === 0);

const oursOf = (line: BenchmarkLine | null, step: BenchmarkStep) =>
  line?.cells.find((cell) => cell.step === step);

/** Whether this page may be set beside a benchmark, and how the totals stand; no word of better or worse. */
export const benchmarkAnswer = ({ passport, steps, total }: Beside): string => {
  const step = leading(steps)?.step;
  if (step === undefined)
    return `What ${passport.publisher.split(',')[0]} counted in ${passport.year} is not what this page counts`;
  const cell = oursOf(total, step);
  const rate = cell?.ours?.rate ?? null;
  if (cell === undefined || rate === null || cell.value === null)
    return `${step.label} is counted as on this page, but one of the two has no total`;
  return `${step.label}: ${percent(rate)} here, ${figureWords(cell.value)} in the study of ${passport.year}`;
};

/** Why there can be no verdict, whatever the figures are. */
export const noVerdictWords =
  'Reference, never a target: the study says neither how many it counted nor what those companies sell, so no difference can be called better, worse or chance. Channels are paired by their names alone.';

/** One sentence against figures that go round without their definition. */
export const cautionWords =
  'Ask of every benchmark what is above the line, what is below it and of which year it is: one old study keeps coming back under new labels.';

/** Of which figures a source is: "Website (lead to opportunity, lead to deal)". */
export const sourceWords = (passport: Passport, source: string): string =>
  [...passport.rows, ...(passport.total === null ? [] : [passport.total])]
    .flatMap((row) => {
      const steps = passport.steps.filter(({ id }) => row.values[id]?.sources.includes(source));
      if (steps.length === 0) return [];
      return steps.length === passport.steps.length
        ? row.channel
        : `${row.channel} (${steps.map(({ label }) => label.toLowerCase()).join(', ')})`;
    })
    .join('; ');

/** Ours beside a figure: "12.4% (31 of 250)"; empty where there is none. */
export const oursWords = (rate: { readonly k: number; readonly n: number; readonly rate: number | null }) =>
  `${rate.rate === null ? 'too few' : percent(rate.rate)} (${count(rate.k)} of ${count(rate.n)})`;
