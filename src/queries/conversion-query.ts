import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Dimension } from '../domain/dimension.ts';
import type { Filter } from '../domain/filter.ts';
import type { Choices } from '../engine/analysis.ts';
import { conversionCells } from '../engine/conversion.ts';
import type { Workspace } from '../engine/workspace.ts';

/** Cells of a breakdown by two fields, under a filter and choices. */
export const conversionQuery = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  filter: Filter,
  rows: Dimension,
  columns: Dimension,
) =>
  queryOptions({
    queryKey: ['conversion', dataId, choices, filter, rows, columns],
    queryFn: () =>
      workspace.ask(choices, (engine, analysis) => conversionCells(engine, analysis, filter, rows, columns)),
    placeholderData: keepPreviousData,
  });
