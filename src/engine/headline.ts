import { noFilter } from '../domain/filter.ts';
import { conversionTable, type JointRates } from '../metrics/conversion-table.ts';
import type { Analysis } from './analysis.ts';
import { conversionCells } from './conversion.ts';
import type { QueryEngine } from './query-engine.ts';

/** The numbers a change of mapping is judged by: how many of each, and both conversions over everything. */
export interface Headline {
  readonly leads: number;
  readonly opportunities: number;
  readonly deals: number;
  readonly l2o: JointRates | null;
  readonly o2d: JointRates | null;
}

/** Counts the headline numbers of what an engine holds. */
export const headline = async (engine: QueryEngine, analysis: Analysis): Promise<Headline> => {
  const cells = await conversionCells(engine, analysis, noFilter, 'channel', 'segment');
  const { notMeasurable, facts } = analysis;
  const { total } = conversionTable(cells.leads, cells.opportunities, 'row_group', notMeasurable);
  return {
    leads: facts.journeys,
    opportunities: facts.opportunities,
    deals: facts.deals,
    l2o: total.l2o,
    o2d: total.o2d,
  };
};
