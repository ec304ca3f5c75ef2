import { formatsWith } from '../crm/registry.ts';
import type { Dimension } from '../domain/dimension.ts';
import { noFilter } from '../domain/filter.ts';
import { analyse, type Analysis } from '../engine/analysis.ts';
import { conversionCells } from '../engine/conversion.ts';
import { buildCube } from '../engine/cube.ts';
import { dataQuality, type DataQuality } from '../engine/data-quality.ts';
import { datasetFacts, reportZone } from '../engine/dataset.ts';
import { loadCanonical } from '../engine/load-canonical.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { reviewFacts } from '../engine/review-facts.ts';
import { slaFacts } from '../engine/sla-facts.ts';
import { importFiles } from '../ingest/import-files.ts';
import type { Download } from '../ingest/download.ts';
import { ImportError, wordsOf, type FileLedger } from '../ingest/ledger.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { conversionTable, type ConversionTable } from '../metrics/conversion-table.ts';
import { dataWarnings, findingWarnings, type DataWarning } from '../metrics/data-warnings.ts';
import { weeklyReview, type WeeklyReview } from '../metrics/review/weekly-review.ts';
import type { ReportOptions } from './report-options.ts';

/** Everything the report says, before it is written as Markdown or JSON. */
export interface Report {
  readonly analysis: Analysis;
  readonly files: readonly FileLedger[];
  readonly downloads: readonly Download[];
  readonly tables: readonly { readonly dimension: Dimension; readonly table: ConversionTable }[];
  readonly warnings: readonly DataWarning[];
  readonly quality: DataQuality;
  /** The weekly review of the same records, by channel and segment whatever the tables are cut by. */
  readonly review: WeeklyReview;
}

/** Files to report: the same steps as the page, in the same order. */
export const buildReport = async (
  engine: QueryEngine,
  files: readonly SourceFile[],
  mapping: CrmFormat | null,
  options: ReportOptions,
): Promise<Report> => {
  const mappings = mapping === null ? [] : [mapping];
  const zone = reportZone(options.timeZone, mappings);
  const imported = await importFiles(
    files,
    { formats: formatsWith(mappings), reportTimeZone: zone },
    () => undefined,
    new AbortController().signal,
  );
  if (imported.refusal !== null)
    throw new ImportError(files.map(({ name }) => name).join(', '), imported.refusal);
  await loadCanonical(engine, imported.streams);
  const analysis = await analyse(
    engine,
    datasetFacts(imported, zone),
    { asOf: options.asOf, anchor: options.anchor },
    () => undefined,
  );
  const tables = [];
  for (const dimension of options.by) {
    const cells = await conversionCells(engine, analysis, noFilter, dimension, dimension);
    tables.push({
      dimension,
      table: conversionTable(cells.leads, cells.opportunities, 'row_group', analysis.notMeasurable),
    });
  }
  const cube = await buildCube(engine, analysis, noFilter, 'channel', 'segment');
  return {
    analysis,
    files: imported.files,
    downloads: imported.downloads,
    tables,
    quality: await dataQuality(engine, analysis, imported.files),
    review: weeklyReview(cube, {
      ...(await reviewFacts(engine, analysis)),
      sla: await slaFacts(engine, analysis),
    }),
    warnings: [
      ...dataWarnings(analysis.facts, analysis.currencies),
      ...findingWarnings(imported.files, wordsOf),
    ],
  };
};
