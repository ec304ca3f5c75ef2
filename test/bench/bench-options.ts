import { parseArgs } from 'node:util';

/** What the benchmark was called with. */
export interface BenchOptions {
  readonly json: boolean;
  readonly leads: number;
}

/** Reads the command line. Throws a `RangeError` for a number of leads that is none. */
export const readBenchOptions = (args: readonly string[]): BenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, leads: { type: 'string', default: '1000000' } },
  });
  const leads = Number(values.leads);
  if (!Number.isInteger(leads) || leads < 1000)
    throw new RangeError(`--leads must be a whole number of at least 1000, not "${values.leads}".`);
  return { json: values.json, leads };
};
