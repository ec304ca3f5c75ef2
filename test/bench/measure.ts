import { crmFormats } from '../../src/crm/registry.ts';
import { canonicalTableNames } from '../../src/domain/canonical.ts';
import { defaultRules, type Definitions } from '../../src/domain/definitions.ts';
import { buildJourneys } from '../../src/engine/build-journeys.ts';
import { loadCanonical } from '../../src/engine/load-canonical.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { importFiles } from '../../src/ingest/import-files.ts';
import { definitionStatements, journeyModel } from '../../src/sql/model/model.ts';
import { lastDay, type BenchFiles } from './generate-files.ts';
import { measureCube, type MeasuredWork } from './measure-cube.ts';
import type { NativeEngine } from './native-engine.ts';
import { nativeImport, reportTimeZone } from './native-import.ts';
import { pageQuestions } from './page-questions.ts';
import { expectSame, weights } from './same-tables.ts';
import { inTurn, peakMegabytes, secondsOf } from './timing.ts';

/** One table as two files. */
export interface SheetFiles {
  readonly csv: string;
  readonly workbook: string;
}

/** All pairs, and what one import and one building of journeys held in memory at most. */
export interface Measurements {
  readonly pairs: readonly MeasuredWork[];
  readonly peakMegabytes: { readonly import: number; readonly journeys: number };
}

/** The pair whose second column is our own import of the same rows as CSV. */
export const xlsxToCsv = 'xlsx to csv';

const definitions: Definitions = { anchor: 'mql', asOf: lastDay, exportAsOf: lastDay, ...defaultRules };

const importInto = async (engine: QueryEngine, paths: readonly string[]): Promise<void> => {
  const imported = await importFiles(
    await openFiles(paths),
    { formats: crmFormats, reportTimeZone },
    () => undefined,
    new AbortController().signal,
  );
  await loadCanonical(engine, imported.streams);
};

/** Measures every pair, in the order of the page: import, journeys, questions. Throws where the two sides differ. */
export const measure = async (
  engine: QueryEngine,
  native: NativeEngine,
  files: BenchFiles,
  sheet: SheetFiles,
  report: (step: string) => void,
): Promise<Measurements> => {
  report('importing');
  const ourImport = await secondsOf(() => importInto(engine, [files.lead, files.history, files.opportunity]));
  const importPeak = peakMegabytes();
  report('building journeys');
  const ourJourneys = await secondsOf(() =>
    buildJourneys(engine, definitions, (step) => report(`building journeys: ${step}`)),
  );
  const journeysPeak = peakMegabytes();
  report('importing and building with native DuckDB');
  const steps = nativeImport(files);
  const nativeBefore = await secondsOf(() => native.run(steps.before));
  const nativeLead = await secondsOf(() => native.run(steps.lead));
  const nativeHistory = await secondsOf(() => native.run(steps.history));
  const nativeOpportunity = await secondsOf(() => native.run(steps.opportunity));
  const nativeJourneys = await secondsOf(async () => {
    await native.run(definitionStatements(definitions));
    for (const { statements } of journeyModel) await native.run(statements);
  });
  for (const table of canonicalTableNames) {
    const question = weights(table);
    expectSame(table, await engine.ask(question), await native.rows(question));
  }
  const questions: MeasuredWork[] = [];
  for (const [index, { name, statements }] of pageQuestions.entries()) {
    report(`asking for ${name}`);
    for (const statement of statements)
      expectSame(name, await engine.ask(statement), await native.rows(statement));
    const seconds = await inTurn(
      async () => {
        for (const statement of statements) await engine.ask(statement);
      },
      async () => {
        for (const statement of statements) await native.ask(statement);
      },
    );
    questions.push({ name: `question ${index + 1}: ${name}`, ...seconds });
  }
  const cube = await measureCube(engine, native, report);
  report('importing file by file');
  const ourLead = await secondsOf(() => importInto(engine, [files.lead]));
  const ourHistory = await secondsOf(() => importInto(engine, [files.oneLead, files.history]));
  report('importing a workbook and the same rows as CSV');
  const asSheet = await inTurn(
    () => importInto(engine, [sheet.workbook]),
    () => importInto(engine, [sheet.csv]),
  );
  return {
    pairs: [
      {
        name: 'import',
        ours: ourImport,
        native: nativeBefore + nativeLead + nativeHistory + nativeOpportunity,
      },
      { name: 'import lead', ours: ourLead, native: nativeLead },
      { name: 'import history', ours: ourHistory, native: nativeHistory },
      { name: 'journeys', ours: ourJourneys, native: nativeJourneys },
      ...questions,
      {
        name: 'questions',
        ours: questions.reduce((sum, { ours }) => sum + ours, 0),
        native: questions.reduce((sum, pair) => sum + pair.native, 0),
      },
      ...cube,
      { name: xlsxToCsv, ours: asSheet.ours, native: asSheet.native },
    ],
    peakMegabytes: { import: importPeak, journeys: journeysPeak },
  };
};
