import type { Joint } from '../metric.ts';

/** What a step starts from. `lead` is every lead, `opportunity` the opportunity itself. */
export type StepStart = 'lead' | 'mql' | 'sql' | 'opportunity';

/** What a step leads to. */
export type StepEnd = 'mql' | 'sql' | 'opportunity' | 'deal';

/** One conversion that a publisher tells of, by what it counts. */
export interface BenchmarkStep {
  readonly id: string;
  /** Head of its column. */
  readonly label: string;
  /** What is counted below and above the line, as exactly as the publisher says it. */
  readonly denominator: string;
  readonly numerator: string;
  /** The joint of ours that it is likely to be set beside, rightly or not. */
  readonly beside: Joint;
  readonly start: StepStart;
  readonly end: StepEnd;
  /** An opportunity is a record in the CRM, or is only called one once a proposal or a contract is on the table. */
  readonly opportunity: 'record' | 'proposal';
}

/** Where a figure was read. */
export interface BenchmarkSource {
  readonly id: string;
  readonly name: string;
}

/**
 * How a figure is known: `read` in the study or in a report of it; `secondary` in a copy that does not say how it came by
 * it; `derived` by arithmetic from figures that were read.
 */
export type Evidence = 'read' | 'secondary' | 'derived';

/** One published figure, as printed: how many and of how many was never published, so it has no interval. */
export interface BenchmarkValue {
  readonly percent: number;
  /** Only an upper bound is known. */
  readonly isBelow: boolean;
  /** The figure was printed without decimals. */
  readonly isRounded: boolean;
  /** What the roundings of the figures it was computed from allow, in percent; null where it was not computed. */
  readonly range: readonly [low: number, high: number] | null;
  readonly evidence: Evidence;
  /** Ids of its sources; every figure has one at least. */
  readonly sources: readonly string[];
}

/** A line of a benchmark; a step without a figure is not there, and stays blank. */
export interface BenchmarkRow {
  readonly channel: string;
  /** Other names of the same channel, in small letters. */
  readonly alike: readonly string[];
  readonly values: Readonly<Record<string, BenchmarkValue>>;
}

/** A benchmark with all that must be known before anyone is set beside it. */
export interface Passport {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly year: number;
  /** When the data were taken, as far as it was said. */
  readonly studied: string;
  readonly sample: string;
  readonly steps: readonly BenchmarkStep[];
  readonly rows: readonly BenchmarkRow[];
  /** All channels together; null where the publisher gives no total. */
  readonly total: BenchmarkRow | null;
  /** Other facts of the study, in sentences. */
  readonly notes: readonly string[];
  /** What the publisher leaves open, in sentences. */
  readonly notSaid: readonly string[];
  /** Under which other names and years its figures go round, in sentences. */
  readonly relabelled: readonly string[];
  readonly sources: readonly BenchmarkSource[];
}

const value = (
  percent: number,
  evidence: Evidence,
  sources: readonly string[],
  more: Partial<BenchmarkValue> = {},
): BenchmarkValue => ({
  percent,
  isBelow: false,
  isRounded: false,
  range: null,
  evidence,
  sources,
  ...more,
});

/** A figure that was read in the study or a report of it. */
export const read = (percent: number, ...sources: readonly string[]): BenchmarkValue =>
  value(percent, 'read', sources);

/** A figure that was read without its decimals. */
export const readRounded = (percent: number, ...sources: readonly string[]): BenchmarkValue =>
  value(percent, 'read', sources, { isRounded: true });

/** A figure of which only an upper bound was read. */
export const readBelow = (percent: number, ...sources: readonly string[]): BenchmarkValue =>
  value(percent, 'read', sources, { isBelow: true });

/** A figure known only from copies. */
export const secondary = (percent: number, ...sources: readonly string[]): BenchmarkValue =>
  value(percent, 'secondary', sources);

/** A figure computed from others, and what their roundings allow. */
export const derived = (
  percent: number,
  range: readonly [low: number, high: number],
  ...sources: readonly string[]
): BenchmarkValue => value(percent, 'derived', sources, { range });
