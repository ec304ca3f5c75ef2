import { referenceMonths } from '../domain/definitions.ts';
import type { Dimension } from '../domain/dimension.ts';
import type { Filter } from '../domain/filter.ts';
import { addMonths, toEpochDay } from '../domain/local-date.ts';
import {
  outsideFilter,
  packCube,
  type Cube,
  type CubeColumns,
  type CubeFrame,
} from '../metrics/cube/cube.ts';
import { arrivalDays, leadAges, leadDays, leadDealAges, sourcedDays } from '../sql/questions/lead-facets.ts';
import { closeDays, opportunityAges, opportunityDays } from '../sql/questions/opportunity-facets.ts';
import type { Analysis } from './analysis.ts';
import type { QueryEngine } from './query-engine.ts';

/** What a cube is packed from. */
export interface CountedCube {
  readonly frame: CubeFrame;
  readonly columns: CubeColumns;
}

/**
 * Counts everything that a page by two fields can show, in one statement a facet. The values that a filter names of
 * other fields decide which records are counted; its days and its values of these two fields do not, so that a change of
 * them slices the cube and asks nothing.
 */
export const countCube = async (
  engine: QueryEngine,
  { definitions, windows }: Pick<Analysis, 'definitions' | 'windows'>,
  filter: Filter,
  rows: Dimension,
  columns: Dimension,
): Promise<CountedCube> => {
  const request = { filter: outsideFilter(filter, rows, columns), rows, columns, windows };
  const asOf = toEpochDay(definitions.asOf);
  return {
    frame: {
      rows,
      columns,
      windows,
      asOf,
      referenceFrom: toEpochDay(addMonths(definitions.asOf, -referenceMonths)) + 1,
    },
    columns: {
      arrivals: await engine.columns(arrivalDays(request)),
      leads: await engine.columns(leadDays(request)),
      leadAges: await engine.columns(leadAges(request)),
      leadDealAges: await engine.columns(leadDealAges(request)),
      sourced: await engine.columns(sourcedDays(request)),
      opportunities: await engine.columns(opportunityDays(request)),
      opportunityAges: await engine.columns(opportunityAges(request)),
      closes: await engine.columns(closeDays(request)),
    },
  };
};

/** Counts and packs a cube; see `countCube`. */
export const buildCube = async (
  engine: QueryEngine,
  analysis: Pick<Analysis, 'definitions' | 'windows'>,
  filter: Filter,
  rows: Dimension,
  columns: Dimension,
): Promise<Cube> => {
  const counted = await countCube(engine, analysis, filter, rows, columns);
  return packCube(counted.frame, counted.columns);
};
