import type { LeadCounts, OpportunityCounts } from '../conversion-table.ts';
import type { Cube } from './cube.ts';
import { totalOf, upTo, type Facet, type FacetCell } from './facet.ts';

const only = <Count extends string>(facet: Facet<Count>, cell: FacetCell): Facet<Count> => ({
  ...facet,
  cells: [cell],
});

/** The part of a facet whose days are old enough for a window; nothing where there is no window. */
const ripe = <Count extends string>(
  facet: Facet<Count>,
  asOf: number,
  windowDays: number | null,
): Facet<Count> => (windowDays === null ? { ...facet, cells: [] } : upTo(facet, asOf - windowDays));

/** The lead cells of the period, as `conversionTable` takes them. */
export const leadCells = ({ period, asOf, windows }: Cube): readonly LeadCounts[] =>
  period.leads.cells.map((cell) => {
    const all = only(period.leads, cell);
    const l2o = ripe(all, asOf, windows.l2oDays);
    const l2d = ripe(all, asOf, windows.l2dDays);
    return {
      row_group: cell.row,
      column_group: cell.column,
      journeys: totalOf(all, 'journeys'),
      converted: totalOf(all, 'converted'),
      disqualified: totalOf(all, 'disqualified'),
      open: totalOf(all, 'open'),
      won: totalOf(all, 'won'),
      journeys_l2o: totalOf(l2o, 'journeys'),
      converted_windowed: totalOf(l2o, 'converted_windowed'),
      journeys_l2d: totalOf(l2d, 'journeys'),
      won_windowed: totalOf(l2d, 'won_windowed'),
    };
  });

/** The opportunity cells of the period, as `conversionTable` takes them. */
export const opportunityCells = ({ period, asOf, windows }: Cube): readonly OpportunityCounts[] =>
  period.opportunities.cells.map((cell) => {
    const all = only(period.opportunities, cell);
    const o2d = ripe(all, asOf, windows.o2dDays);
    return {
      row_group: cell.row,
      column_group: cell.column,
      opportunities: totalOf(all, 'opportunities'),
      sourced: totalOf(all, 'sourced'),
      won: totalOf(all, 'won'),
      lost: totalOf(all, 'lost'),
      opportunities_windowed: totalOf(o2d, 'opportunities'),
      won_windowed: totalOf(o2d, 'won_windowed'),
      won_minor: totalOf(all, 'won_minor'),
      won_with_amount: totalOf(all, 'won_with_amount'),
    };
  });
