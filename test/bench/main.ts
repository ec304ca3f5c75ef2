import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNodeEngine } from '../../src/headless/node-engine.ts';
import { readBenchOptions } from './bench-options.ts';
import { generateFiles } from './generate-files.ts';
import { generateWorkbook } from './generate-workbook.ts';
import { journeyTables } from './generate-journeys.ts';
import { measureCube } from './measure-cube.ts';
import { measure } from './measure.ts';
import { startNativeEngine } from './native-engine.ts';
import { linesOf, ratios, table } from './results.ts';

/** Rows of the table that is imported as a workbook and as CSV. */
const sheetRows = 100_000;

const cubeAlone = async (
  journeys: number,
  json: boolean,
  report: (step: string) => void,
): Promise<number> => {
  const engine = await startNodeEngine();
  const native = await startNativeEngine();
  report(`making ${journeys} journeys`);
  await engine.run(journeyTables(journeys));
  await native.run(journeyTables(journeys));
  const pairs = await measureCube(engine, native, report);
  process.stdout.write(
    json ? `${JSON.stringify(ratios(pairs), null, 2)}\n` : `${journeys} journeys\n\n${linesOf(pairs)}\n`,
  );
  native.close();
  await engine.close();
  return 0;
};

/**
 * With `--journeys`, measures the cube alone on tables of so many journeys, to show whether it grows with them. Else
 * compares the page's import and questions, run under Node, with native DuckDB on one thread over the same generated
 * files. Prints a table, or with `--json` one object of ratios (ours to native); progress goes to standard error.
 */
export const main = async (args: readonly string[]): Promise<number> => {
  const { json, leads, journeys } = readBenchOptions(args);
  const report = (step: string): void => void process.stderr.write(`${step}\n`);
  if (journeys !== null) return cubeAlone(journeys, json, report);
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  try {
    report(`generating ${leads} leads and ${leads * 5} history rows`);
    const files = await generateFiles(folder, leads);
    const sheetFolder = join(folder, 'sheet');
    await mkdir(sheetFolder);
    const { lead: csv } = await generateFiles(sheetFolder, sheetRows);
    const workbook = join(sheetFolder, 'Lead.xlsx');
    await generateWorkbook(csv, workbook);
    const engine = await startNodeEngine();
    const native = await startNativeEngine();
    const measurements = await measure(engine, native, files, { csv, workbook }, report);
    process.stdout.write(
      json ? `${JSON.stringify(ratios(measurements.pairs), null, 2)}\n` : table(measurements, leads),
    );
    native.close();
    await engine.close();
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
