import type { Rate } from '../../domain/rate.ts';
import type { ConversionGroup, ConversionTable } from '../conversion-table.ts';
import { differences, isChoice, type Difference, type OurCounting } from './comparability.ts';
import type { BenchmarkRow, BenchmarkStep, BenchmarkValue, Passport } from './passport.ts';

/** A step and why ours may not be set beside it; no difference: it may. */
export interface JudgedStep {
  readonly step: BenchmarkStep;
  readonly differences: readonly Difference[];
}

/** A published figure, none where it was not recovered, and ours where it may stand beside it. */
export interface BenchmarkCell {
  readonly step: BenchmarkStep;
  readonly value: BenchmarkValue | null;
  readonly ours: Rate | null;
}

/** A line of a benchmark beside ours. */
export interface BenchmarkLine {
  readonly channel: string;
  /** Our channel of like name; null where there is none or there are several. */
  readonly group: string | null;
  readonly cells: readonly BenchmarkCell[];
}

/** A benchmark as it may be shown on a page. */
export interface Beside {
  readonly passport: Passport;
  readonly steps: readonly JudgedStep[];
  readonly lines: readonly BenchmarkLine[];
  /** Null where the publisher gives no total. */
  readonly total: BenchmarkLine | null;
  /** Choices on the page, one at least, do away with every difference of some step. */
  readonly canBeMade: boolean;
}

const alikeOf = (row: BenchmarkRow, groups: readonly ConversionGroup[]): ConversionGroup | null => {
  const names = new Set([row.channel.toLowerCase(), ...row.alike]);
  const found = groups.filter(({ group }) => names.has(group.trim().toLowerCase()));
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** Sets the rates of a page beside a benchmark, to date, and only where the same is counted. */
export const besideBenchmark = (passport: Passport, table: ConversionTable, ours: OurCounting): Beside => {
  const steps = passport.steps.map((step) => ({ step, differences: differences(step, ours) }));
  const lineOf = (row: BenchmarkRow, own: ConversionGroup | null): BenchmarkLine => ({
    channel: row.channel,
    group: own?.group ?? null,
    cells: steps.map(({ step, differences: found }) => ({
      step,
      value: row.values[step.id] ?? null,
      ours: found.length > 0 ? null : (own?.[step.beside]?.toDate ?? null),
    })),
  });
  return {
    passport,
    steps,
    lines: passport.rows.map((row) => lineOf(row, alikeOf(row, table.groups))),
    total: passport.total === null ? null : lineOf(passport.total, table.total),
    canBeMade: steps.some(
      ({ step, differences: found }) =>
        found.length > 0 && found.every((difference) => isChoice(difference, step)),
    ),
  };
};
