import type { Dimension } from '../domain/dimension.ts';
import type { Filter } from '../domain/filter.ts';
import type { LeadCounts, OpportunityCounts } from '../metrics/conversion-table.ts';
import { leadCounts, opportunityCounts } from '../sql/questions/conversion-counts.ts';
import type { Analysis } from './analysis.ts';
import type { QueryEngine } from './query-engine.ts';

/** The cells of a breakdown by two fields, from which every table of a page is summed. */
export interface ConversionCells {
  readonly leads: readonly LeadCounts[];
  readonly opportunities: readonly OpportunityCounts[];
}

/** Counts leads and opportunities cell by cell: two statements, whatever the page shows of them. */
export const conversionCells = async (
  engine: QueryEngine,
  analysis: Analysis,
  filter: Filter,
  rows: Dimension,
  columns: Dimension,
): Promise<ConversionCells> => {
  const request = { filter, rows, columns, windows: analysis.windows };
  return {
    leads: await engine.ask(leadCounts(request)),
    opportunities: await engine.ask(opportunityCounts(request)),
  };
};
