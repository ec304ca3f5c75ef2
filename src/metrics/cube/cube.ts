import type { Windows } from '../../domain/definitions.ts';
import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { toEpochDay } from '../../domain/local-date.ts';
import { packFacet, partOf, withCount, type Facet, type FacetColumns, type FacetPart } from './facet.ts';

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
const arrivalDayCounts = ['leads', 'mqls'] as const;
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

/** Counts of leads by day; `open` and `undecided` (neither won nor disqualified) are made of the others. */
export type LeadDayCount = (typeof leadDayCounts)[number] | 'open' | 'open_imputed' | 'undecided';
export type ArrivalDayCount = (typeof arrivalDayCounts)[number];
export type LeadAgeCount = (typeof leadAgeCounts)[number];
export type LeadDealAgeCount = (typeof leadDealAgeCounts)[number];
export type SourcedDayCount = (typeof sourcedDayCounts)[number];
export type OpportunityDayCount = (typeof opportunityDayCounts)[number] | 'open';
export type OpportunityAgeCount = (typeof opportunityAgeCounts)[number];
export type CloseDayCount = (typeof closeDayCounts)[number];

/** The answers a cube is packed from. */
export interface CubeColumns {
  readonly arrivals: FacetColumns<ArrivalDayCount>;
  readonly leads: FacetColumns<(typeof leadDayCounts)[number]>;
  readonly leadAges: FacetColumns<LeadAgeCount>;
  readonly leadDealAges: FacetColumns<LeadDealAgeCount>;
  readonly sourced: FacetColumns<SourcedDayCount>;
  readonly opportunities: FacetColumns<(typeof opportunityDayCounts)[number]>;
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

/** Counts by day. */
export interface CubeDays {
  /** Leads by the day they arrived, and by the day they became MQLs. */
  readonly arrivals: Facet<ArrivalDayCount>;
  /** Leads of the cohort by anchor day, and what became of them. */
  readonly leads: Facet<LeadDayCount>;
  /** What became of the opportunities that these leads led to, by the anchor day of the lead. */
  readonly sourced: Facet<SourcedDayCount>;
  /** Opportunities by day of creation, and what became of them. */
  readonly opportunities: Facet<OpportunityDayCount>;
  /** Won and lost opportunities by the day they closed. */
  readonly closes: Facet<CloseDayCount>;
}

/** How many ended at which age, of those that started in the reference months. */
export interface CubeAges {
  readonly leads: Facet<LeadAgeCount>;
  readonly leadDeals: Facet<LeadDealAgeCount>;
  readonly opportunities: Facet<OpportunityAgeCount>;
}

/**
 * All counts that the numbers of a page are made of, for some groups of two fields and the days of a period. A slice of
 * a cube is a cube. `always` holds the same groups over every day: incidence curves and what is measured as of today
 * know no period.
 */
export interface Cube extends CubeFrame {
  readonly from: number;
  readonly to: number;
  readonly period: CubeDays;
  readonly always: CubeDays;
  readonly ages: CubeAges;
}

const leadDays = (columns: CubeColumns['leads']): Facet<LeadDayCount> => {
  const counted = packFacet(columns, leadDayCounts);
  const open = withCount(counted, 'open', { journeys: 1, converted: -1, disqualified: -1 });
  const imputed = withCount(open, 'open_imputed', {
    imputed: 1,
    imputed_converted: -1,
    imputed_disqualified: -1,
  });
  return withCount(imputed, 'undecided', { journeys: 1, won: -1, disqualified: -1 });
};

const opportunityDays = (columns: CubeColumns['opportunities']): Facet<OpportunityDayCount> =>
  withCount(packFacet(columns, opportunityDayCounts), 'open', { opportunities: 1, won: -1, lost: -1 });

/** Packs the answers of an engine as a cube of everything in them. */
export const packCube = (frame: CubeFrame, columns: CubeColumns): Cube => {
  const days = {
    arrivals: packFacet(columns.arrivals, arrivalDayCounts),
    leads: leadDays(columns.leads),
    sourced: packFacet(columns.sourced, sourcedDayCounts),
    opportunities: opportunityDays(columns.opportunities),
    closes: packFacet(columns.closes, closeDayCounts),
  };
  return {
    ...frame,
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    period: days,
    always: days,
    ages: {
      leads: packFacet(columns.leadAges, leadAgeCounts),
      leadDeals: packFacet(columns.leadDealAges, leadDealAgeCounts),
      opportunities: packFacet(columns.opportunityAges, opportunityAgeCounts),
    },
  };
};

const partOfDays = (days: CubeDays, part: FacetPart): CubeDays => ({
  arrivals: partOf(days.arrivals, part),
  leads: partOf(days.leads, part),
  sourced: partOf(days.sourced, part),
  opportunities: partOf(days.opportunities, part),
  closes: partOf(days.closes, part),
});

const partOfCube = (cube: Cube, part: FacetPart): Cube => {
  const { ages } = cube;
  const everyDay = { ...part, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  return {
    ...cube,
    from: Math.max(cube.from, part.from),
    to: Math.min(cube.to, part.to),
    period: partOfDays(cube.period, part),
    always: partOfDays(cube.always, everyDay),
    ages: {
      leads: partOf(ages.leads, everyDay),
      leadDeals: partOf(ages.leadDeals, everyDay),
      opportunities: partOf(ages.opportunities, everyDay),
    },
  };
};

const chosen = (values: readonly string[] | undefined): ReadonlySet<string> | null =>
  values === undefined || values.length === 0 ? null : new Set(values);

/**
 * The part of a cube under a filter by its own two fields and days. Values of other fields are not looked at: they are
 * the part of the filter that the cube itself was counted under.
 */
export const sliceCube = (cube: Cube, { from, to, values }: Filter): Cube =>
  partOfCube(cube, {
    rows: chosen(values[cube.rows]),
    columns: chosen(values[cube.columns]),
    from: from === null ? Number.NEGATIVE_INFINITY : toEpochDay(from),
    to: to === null ? Number.POSITIVE_INFINITY : toEpochDay(to),
  });

/** The two sides of a cube: its first and its second field. */
export type CubeSide = 'row' | 'column';

/** The groups of one field that a cube has leads or opportunities of in its period, in order of their names. */
export const groupsOf = ({ period }: Cube, side: CubeSide): readonly string[] =>
  [...new Set([...period.leads.cells, ...period.opportunities.cells].map((cell) => cell[side]))].toSorted(
    (a, b) => (a < b ? -1 : 1),
  );

/** The part of a cube that lies in one group of one field. */
export const groupCube = (cube: Cube, side: CubeSide, group: string): Cube =>
  partOfCube(cube, {
    rows: side === 'row' ? new Set([group]) : null,
    columns: side === 'column' ? new Set([group]) : null,
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
  });

/** The part of a filter that a cube by two fields cannot slice by itself: the values of the other fields. */
export const outsideFilter = ({ values }: Filter, rows: Dimension, columns: Dimension): Filter => ({
  from: null,
  to: null,
  values: Object.fromEntries(
    Object.entries(values).filter(
      ([dimension, chosenValues]) => dimension !== rows && dimension !== columns && chosenValues.length > 0,
    ),
  ),
});
