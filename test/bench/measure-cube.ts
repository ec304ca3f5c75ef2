import type { Windows } from '../../src/domain/definitions.ts';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import { buildCube } from '../../src/engine/cube.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { groupsOf } from '../../src/metrics/cube/cube.ts';
import { leadCounts, opportunityCounts } from '../../src/sql/questions/conversion-counts.ts';
import {
  arrivalDays,
  leadAges,
  leadDays,
  leadDealAges,
  sourcedDays,
} from '../../src/sql/questions/lead-facets.ts';
import { closeDays, opportunityAges, opportunityDays } from '../../src/sql/questions/opportunity-facets.ts';
import type { Sql } from '../../src/sql/sql.ts';
import { lastDay } from './generate-files.ts';
import type { NativeEngine } from './native-engine.ts';
import { curvesOf, pageNumbers } from './page-numbers.ts';
import { leadWeeks, pageStatements } from './page-statements.ts';
import { expectSame } from './same-tables.ts';
import { inTurn, type Timed } from './timing.ts';

const windows: Windows = { l2oDays: 90, o2dDays: 90, l2dDays: 180 };

/** Seconds of the same work on both sides. */
export interface MeasuredWork extends Timed {
  readonly name: string;
}

const facetStatements = (): readonly Sql[] => {
  const request = { filter: noFilter, rows: 'channel', columns: 'segment', windows } as const;
  return [
    arrivalDays(request),
    leadDays(request),
    leadAges(request),
    leadDealAges(request),
    sourcedDays(request),
    opportunityDays(request),
    opportunityAges(request),
    closeDays(request),
  ];
};

/**
 * Builds the cube and changes filters on it, against native DuckDB: the same facets fetched as plain columns, and the
 * statements of a page under each of the same filters. Throws where the two sides count differently.
 */
export const measureCube = async (
  engine: QueryEngine,
  native: NativeEngine,
  report: (step: string) => void,
): Promise<readonly MeasuredWork[]> => {
  const analysis = {
    definitions: {
      anchor: 'mql',
      asOf: lastDay,
      exportAsOf: lastDay,
      reentryDays: 90,
      backdateDays: 1,
      accountMatchDays: 0,
    },
    windows,
  } as const;
  const build = () => buildCube(engine, analysis, noFilter, 'channel', 'segment');
  report('building the cube');
  const building = await inTurn(build, async () => {
    for (const statement of facetStatements()) await native.columns(statement);
  });
  const cube = await build();
  const all = curvesOf('all', cube);
  const [first = '', second = '', third = ''] = groupsOf(cube, 'row');
  const [segment = ''] = groupsOf(cube, 'column');
  const filters: readonly Filter[] = [
    noFilter,
    { ...noFilter, values: { channel: [first] } },
    { ...noFilter, values: { channel: [second, third], segment: [segment] } },
    { from: '2025-01-01', to: '2025-12-31', values: {} },
    { from: '2025-07-01', to: null, values: { segment: [segment] } },
  ];
  report('changing filters');
  for (const filter of filters) {
    const { cells, weeks } = pageNumbers(cube, all, filter);
    const request = { filter, rows: 'channel', columns: 'segment', windows } as const;
    expectSame('lead cells', cells.leads, await native.rows(leadCounts(request)));
    expectSame('opportunity cells', cells.opportunities, await native.rows(opportunityCounts(request)));
    const counted = (weeks[0] ?? []).flatMap(({ start, n, converted }) =>
      n === 0 ? [] : [{ start, n, converted }],
    );
    expectSame('weeks', counted, await native.rows(leadWeeks(filter)));
  }
  const changing = await inTurn(
    async () => {
      for (const filter of filters) pageNumbers(cube, all, filter);
    },
    async () => {
      for (const filter of filters)
        for (const statement of pageStatements(filter, windows)) await native.columns(statement);
    },
  );
  const each = (seconds: number): number => seconds / filters.length;
  return [
    { name: 'building the cube', ...building },
    {
      name: 'change of filter to all numbers of a page',
      ours: each(changing.ours),
      native: each(changing.native),
    },
  ];
};
