import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Dimension } from '../domain/dimension.ts';
import type { Filter } from '../domain/filter.ts';
import type { Choices } from '../engine/analysis.ts';
import { buildCube } from '../engine/cube.ts';
import type { Workspace } from '../engine/workspace.ts';
import { windowsUnderChoice, type ChosenWindows } from '../metrics/chosen-windows.ts';
import { outsideFilter } from '../metrics/cube/cube.ts';

/**
 * All counts of a page by two fields. A filter by these fields or by days is no part of the key: it slices the cube in
 * memory. Only its values of other fields and other windows ask again.
 */
export const cubeQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  filter: Filter,
  rows: Dimension,
  columns: Dimension,
  chosen: ChosenWindows = {},
) => {
  const outside = outsideFilter(filter, rows, columns);
  return queryOptions({
    queryKey: ['cube', dataId, choices, outside.values, rows, columns, chosen],
    queryFn: () =>
      workspace.ask(choices, (engine, { definitions, windows }) =>
        buildCube(
          engine,
          { definitions, windows: windowsUnderChoice(windows, chosen) },
          outside,
          rows,
          columns,
        ),
      ),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
};
