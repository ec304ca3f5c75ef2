import type { Windows } from '../../domain/definitions.ts';
import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { toEpochDay } from '../../domain/local-date.ts';
import { packFacet, partOf, type Facet, type FacetColumns, type FacetPart } from './facet.ts';

const leadDayCounts = [
  'journeys',
  'converted',
  'disqualified',
  'recycled',
  'won',
  'converted_windowed',
  'converted_fast',
  'converted_l2d',
  'won_windowed',
  'imputed',
  'imputed_converted',
  'imputed_disqualified',
] as const;
const leadAgeCounts = ['converted', 'disqualified', 'imputed_converted', 'imputed_disqualified'] as const;
const leadDealAgeCounts = ['won'] as const;
const sourcedDayCounts = [
  'sourced',
  'won',
  'won_minor',
  'sourced_windowed',
  'won_windowed',
  'won_windowed_minor',
] as const;
const opportunityDayCounts = [
  'opportunities',
  'sourced',
  'won',
  'lost',
  'won_windowed',
  'won_minor',
  'won_with_amount',
  'created_minor',
  'with_created_amount',
  'open_minor',
] as const;
const opportunityAgeCounts = ['won', 'lost'] as const;
const closeDayCounts = ['won', 'lost', 'won_minor', 'won_with_amount', 'won_days'] as const;

export type LeadDayCount = (typeof leadDayCounts)[number];
export type LeadAgeCount = (typeof leadAgeCounts)[number];
export type LeadDealAgeCount = (typeof leadDealAgeCounts)[number];
export type SourcedDayCount = (typeof sourcedDayCounts)[number];
export type OpportunityDayCount = (typeof opportunityDayCounts)[number];
export type OpportunityAgeCount = (typeof opportunityAgeCounts)[number];
export type CloseDayCount = (typeof closeDayCounts)[number];

/** The answers a cube is packed from. */
export interface CubeColumns {
  readonly leads: FacetColumns<LeadDayCount>;
  readonly leadAges: FacetColumns<LeadAgeCount>;
  readonly leadDealAges: FacetColumns<LeadDealAgeCount>;
  readonly sourced: FacetColumns<SourcedDayCount>;
  readonly opportunities: FacetColumns<OpportunityDayCount>;
  readonly opportunityAges: FacetColumns<OpportunityAgeCount>;
  readonly closes: FacetColumns<CloseDayCount>;
}

/** Which two fields a cube is cut by, and under which definitions it was counted. Days count from 1970-01-01. */
export interface CubeFrame {
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly windows: Windows;
  readonly asOf: number;
  /** First day of anchor or creation in the reference months; the ages hold only records from there on. */
  readonly referenceFrom: number;
}

/** Every day of some groups: leads and opportunities by their first day, and the ages at which they ended. */
export interface CubeReference {
  readonly leads: Facet<LeadDayCount>;
  readonly leadAges: Facet<LeadAgeCount>;
  readonly leadDealAges: Facet<LeadDealAgeCount>;
  readonly opportunities: Facet<OpportunityDayCount>;
  readonly opportunityAges: Facet<OpportunityAgeCount>;
}

/**
 * All counts that the numbers of a page are made of, for some groups of two fields and the days of a period. A slice of
 * a cube is a cube. `reference` holds the same groups over every day: incidence curves know no period. The other facets
 * hold the period alone: leads by anchor day, what their opportunities became by the same day (`sourced`),
 * opportunities by day of creation, and closed ones by the day they closed.
 */
export interface Cube extends CubeFrame {
  readonly from: number;
  readonly to: number;
  readonly reference: CubeReference;
  readonly leads: Facet<LeadDayCount>;
  readonly sourced: Facet<SourcedDayCount>;
  readonly opportunities: Facet<OpportunityDayCount>;
  readonly closes: Facet<CloseDayCount>;
}

/** Packs the answers of an engine as a cube of everything in them. */
export const packCube = (frame: CubeFrame, columns: CubeColumns): Cube => {
  const leads = packFacet(columns.leads, leadDayCounts);
  const opportunities = packFacet(columns.opportunities, opportunityDayCounts);
  return {
    ...frame,
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    reference: {
      leads,
      leadAges: packFacet(columns.leadAges, leadAgeCounts),
      leadDealAges: packFacet(columns.leadDealAges, leadDealAgeCounts),
      opportunities,
      opportunityAges: packFacet(columns.opportunityAges, opportunityAgeCounts),
    },
    leads,
    sourced: packFacet(columns.sourced, sourcedDayCounts),
    opportunities,
    closes: packFacet(columns.closes, closeDayCounts),
  };
};

const partCube = (cube: Cube, part: FacetPart): Cube => {
  const always = { ...part, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const { reference } = cube;
  return {
    ...cube,
    from: Math.max(cube.from, part.from),
    to: Math.min(cube.to, part.to),
    reference: {
      leads: partOf(reference.leads, always),
      leadAges: partOf(reference.leadAges, always),
      leadDealAges: partOf(reference.leadDealAges, always),
      opportunities: partOf(reference.opportunities, always),
      opportunityAges: partOf(reference.opportunityAges, always),
    },
    leads: partOf(cube.leads, part),
    sourced: partOf(cube.sourced, part),
    opportunities: partOf(cube.opportunities, part),
    closes: partOf(cube.closes, part),
  };
};

const chosen = (values: readonly string[] | undefined): ReadonlySet<string> | null =>
  values === undefined || values.length === 0 ? null : new Set(values);

/**
 * The part of a cube under a filter by its own two fields and days. Values of other fields are not looked at: they are
 * the part of the filter that the cube itself was counted under.
 */
export const sliceCube = (cube: Cube, { from, to, values }: Filter): Cube =>
  partCube(cube, {
    rows: chosen(values[cube.rows]),
    columns: chosen(values[cube.columns]),
    from: from === null ? Number.NEGATIVE_INFINITY : toEpochDay(from),
    to: to === null ? Number.POSITIVE_INFINITY : toEpochDay(to),
  });

/** The part of a filter that a cube by two fields cannot slice by itself: the values of the other fields. */
export const outsideFilter = ({ values }: Filter, rows: Dimension, columns: Dimension): Filter => ({
  from: null,
  to: null,
  values: Object.fromEntries(
    Object.entries(values).filter(
      ([dimension, chosenValues]) =>
        dimension !== rows && dimension !== columns && chosenValues.length > 0,
    ),
  ),
});
