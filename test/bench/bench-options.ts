import { parseArgs } from 'node:util';

/** What the benchmark was called with. */
export interface BenchOptions {
  readonly json: boolean;
  readonly leads: number;
  /** Journeys to be made as tables, for the cube alone; null reads files and measures everything. */
  readonly journeys: number | null;
}

const wholeNumber = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1000)
    throw new RangeError(`--${name} must be a whole number of at least 1000, not "${text}".`);
  return value;
};

/** Reads the command line. Throws a `RangeError` for a number of leads or journeys that is none. */
export const readBenchOptions = (args: readonly string[]): BenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      leads: { type: 'string', default: '1000000' },
      journeys: { type: 'string' },
    },
  });
  return {
    json: values.json,
    leads: wholeNumber('leads', values.leads),
    journeys: values.journeys === undefined ? null : wholeNumber('journeys', values.journeys),
  };
};
