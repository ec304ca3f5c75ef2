import { formatsWith } from '../crm/registry.ts';
import type { DefinitionHistory } from '../domain/definition-set.ts';
import type { Dimension } from '../domain/dimension.ts';
import { noFilter } from '../domain/filter.ts';
import { analyse, type Analysis } from '../engine/analysis.ts';
import { conversionCells } from '../engine/conversion.ts';
import { buildCube } from '../engine/cube.ts';
import { definitionDiff, type DefinitionDiff } from '../engine/definition-diff.ts';
import { dataQuality, type DataQuality } from '../engine/data-quality.ts';
import { datasetFacts, reportZone } from '../engine/dataset.ts';
import { funnels, type Funnels } from '../engine/funnels.ts';
import { loadCanonical } from '../engine/load-canonical.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { reviewFacts } from '../engine/review-facts.ts';
import { promiseFacts } from '../engine/promise-facts.ts';
import { planFacts } from '../engine/plan-facts.ts';
import { valueNumbers, type ValueNumbers } from '../engine/value-numbers.ts';
import { importFiles } from '../ingest/import-files.ts';
import type { Download } from '../ingest/download.ts';
import { ImportError, wordsOf, type FileLedger } from '../ingest/ledger.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { withBudget, type Agreement, type Budget } from '../metrics/agreement.ts';
import { conversionTable, type ConversionTable } from '../metrics/conversion-table.ts';
import { dataWarnings, findingWarnings, type DataWarning } from '../metrics/data-warnings.ts';
import { wonInQuarter } from '../metrics/review/track-review.ts';
import { weeklyReview, type WeeklyReview } from '../metrics/review/weekly-review.ts';
import { quarterOf } from '../metrics/plan/budget-outlook.ts';
import { budgetPlan, type BudgetPlan } from '../metrics/plan/budget-plan.ts';
import { rateCard, type RateCard } from '../metrics/rate-card.ts';
import { definitionLabel } from '../sentences/definition-label.ts';
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
  /** Whether a file of definitions was given. */
  readonly isAgreed: boolean;
  /** The funnels by the first dimension; null where they were not asked for. */
  readonly funnels: { readonly by: Dimension; readonly counted: Funnels } | null;
  /** What leads are worth and cost; null where it was not asked for. */
  readonly value: { readonly numbers: ValueNumbers | null; readonly card: RateCard | null } | null;
  /** The plan of each budget given, with the usual mix from the first whole month on; empty where no leads can be valued. */
  readonly plans: readonly BudgetPlan[];
  /** What the definitions to compare with do to the numbers; null where nothing is compared. */
  readonly diff: DefinitionDiff | null;
}

/** What to count by, and the definitions to compare with; null: the standard ones, and no comparison. */
export interface AgreedUpon {
  readonly definition: DefinitionHistory | null;
  readonly diff: DefinitionHistory | null;
  readonly agreements: readonly Agreement[];
  /** Budgets that were agreed on; those of the call take their place. */
  readonly budgets: readonly Budget[];
}

const nothingAgreedUpon: AgreedUpon = { definition: null, diff: null, agreements: [], budgets: [] };

const valueOf = async (engine: QueryEngine, analysis: Analysis): Promise<Report['value']> => {
  const numbers = await valueNumbers(engine, analysis);
  if (numbers === null) return { numbers, card: null };
  const card = rateCard(numbers.values, numbers.developments, {
    frozenOn: analysis.definitions.asOf,
    definition: definitionLabel('l2d', 'windowed', analysis),
    currency: analysis.currency,
  });
  return { numbers, card };
};

/** Journeys that a comparison lists. */
const listedJourneys = 50;

/** Files to report: the same steps as the page, in the same order. */
export const buildReport = async (
  engine: QueryEngine,
  files: readonly SourceFile[],
  mapping: CrmFormat | null,
  options: ReportOptions,
  { definition, diff, agreements, budgets: agreedBudgets }: AgreedUpon = nothingAgreedUpon,
): Promise<Report> => {
  const mappings = mapping === null ? [] : [mapping];
  const zone = reportZone(options.timeZone ?? definition?.at(-1)?.reportTimeZone ?? null, mappings);
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
    { asOf: options.asOf, anchor: options.anchor, ...(definition && { agreed: definition }) },
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
  const budgets = options.budgets.reduce(withBudget, agreedBudgets);
  const basis = budgets.length === 0 ? null : ((await planFacts(engine, analysis))?.basis ?? null);
  const review = weeklyReview(cube, {
    ...(await reviewFacts(engine, analysis)),
    ...(await promiseFacts(engine, analysis, agreements)),
    track: { budgets, basis },
  });
  const quality = await dataQuality(engine, analysis, imported.files);
  const by = options.by[0] ?? 'channel';
  return {
    analysis,
    isAgreed: definition !== null,
    funnels: options.funnels ? { by, counted: await funnels(engine, noFilter, by) } : null,
    value: options.value ? await valueOf(engine, analysis) : null,
    diff:
      diff === null
        ? null
        : await definitionDiff(
            engine,
            analysis,
            { anchor: options.anchor, agreed: diff },
            { by, listed: listedJourneys },
            () => undefined,
          ),
    files: imported.files,
    downloads: imported.downloads,
    tables,
    review,
    plans:
      basis === null || analysis.currency === null
        ? []
        : budgets
            .filter(({ quarter }) => quarter >= quarterOf(analysis.definitions.asOf))
            .map((budget) => budgetPlan(basis, budget, wonInQuarter(cube, budget.quarter).wonMinor)),
    quality,
    warnings: [
      ...dataWarnings(analysis.facts, analysis.currencies),
      ...findingWarnings(imported.files, wordsOf),
    ],
  };
};
