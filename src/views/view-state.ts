import type { DefinitionHistory } from '../domain/definition-set.ts';
import type { Anchor } from '../domain/definitions.ts';
import { dimensions, type Dimension } from '../domain/dimension.ts';
import type { Filter } from '../domain/filter.ts';
import type { Choices } from '../engine/analysis.ts';
import type { Basis } from '../metrics/channel-verdict.ts';
import type { ReviewBlockId } from '../sentences/review/review-agenda.ts';

/** The ways to look at how records get on: curves by age, one panel a group, months by age, time in stage, funnels, moves. */
export const shapes = ['curves', 'multiples', 'triangle', 'dwell', 'funnel', 'moves'] as const;

export type Shape = (typeof shapes)[number];

/**
 * What the address holds of a view. Groups are held by their position in the sorted list of groups, never by name, so
 * that a shared link carries no value out of the data.
 */
export interface ViewState {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly anchor?: Anchor;
  readonly from?: string;
  readonly to?: string;
  readonly channel?: readonly number[];
  readonly segment?: readonly number[];
  readonly basis?: Basis;
  /** The windows looked through, in days; missing: those in force. */
  readonly l2oDays?: number;
  readonly o2dDays?: number;
  /** The two fields of the pivot. */
  readonly rows?: Dimension;
  readonly columns?: Dimension;
  /** Whether the pivot follows cohorts or counts what happened in the period. */
  readonly clock?: 'cohort' | 'period';
  /** How the way from start to outcome is drawn, and of which joint. */
  readonly shape?: Shape;
  readonly joint?: 'l2o' | 'o2d';
  /** What is compared: two groups of the field of the rows, by position, or two periods. */
  readonly compare?: 'groups' | 'periods';
  readonly a?: number;
  readonly b?: number;
  readonly aFrom?: string;
  readonly aTo?: string;
  readonly bFrom?: string;
  readonly bTo?: string;
  /** The block of the review that is presented, alone; missing: the whole page. */
  readonly present?: ReviewBlockId;
}

/** A change of the view: an undefined value clears the field. */
export type ViewChange = { readonly [Field in keyof ViewState]?: ViewState[Field] | undefined };

/** What was chosen: of the definitions that a company agreed on, where there are any, the version of the as-of day counts. */
export const choicesOf = (
  { asOf, knownAt, anchor }: ViewState,
  agreed: DefinitionHistory | null,
): Choices => ({
  asOf: asOf ?? null,
  knownAt: knownAt ?? null,
  anchor: anchor ?? null,
  ...(agreed !== null && { agreed }),
});

/** Names of the groups that each filterable field has, sorted. */
export type GroupNames = Readonly<Partial<Record<Dimension, readonly string[]>>>;

const pick = (
  names: readonly string[] | undefined,
  positions: readonly number[] | undefined,
): readonly string[] => (positions ?? []).flatMap((position) => names?.[position] ?? []);

export const filterOf = (state: ViewState, names: GroupNames): Filter => ({
  from: state.from ?? null,
  to: state.to ?? null,
  values: { channel: pick(names.channel, state.channel), segment: pick(names.segment, state.segment) },
});

/** The two fields of the pivot: channel by segment unless chosen, never the same twice. */
export const pivotFieldsOf = ({
  rows = 'channel',
  columns = 'segment',
}: ViewState): { readonly rows: Dimension; readonly columns: Dimension } => ({
  rows,
  columns: columns === rows ? (dimensions.find((field) => field !== rows) ?? columns) : columns,
});

const nothingChosen: Readonly<Record<keyof ViewState, undefined>> = {
  asOf: undefined,
  knownAt: undefined,
  anchor: undefined,
  from: undefined,
  to: undefined,
  channel: undefined,
  segment: undefined,
  basis: undefined,
  l2oDays: undefined,
  o2dDays: undefined,
  rows: undefined,
  columns: undefined,
  clock: undefined,
  shape: undefined,
  joint: undefined,
  compare: undefined,
  a: undefined,
  b: undefined,
  aFrom: undefined,
  aTo: undefined,
  bFrom: undefined,
  bTo: undefined,
  present: undefined,
};

/** The change that leads from any view to this one. */
export const changeTo = (state: ViewState): ViewChange => ({ ...nothingChosen, ...state });
