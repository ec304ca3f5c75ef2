import type { CodedTexts } from '../../src/domain/columns.ts';
import { toEpochDay } from '../../src/domain/local-date.ts';
import { packCube, type Cube, type CubeColumns, type CubeFrame } from '../../src/metrics/cube/cube.ts';

/** Counts of one group and day; those not named are 0. */
export interface TinyRow {
  readonly row?: string;
  readonly column?: string;
  /** A local date, or an age in days. */
  readonly day: string | number;
  readonly [count: string]: string | number | undefined;
}

/** The rows of each facet; those not named are empty. */
export type TinyRows = Readonly<Partial<Record<keyof CubeColumns, readonly TinyRow[]>>>;

const countNames: Readonly<Record<keyof CubeColumns, readonly string[]>> = {
  arrivals: ['leads', 'mqls'],
  leads: [
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
  ],
  leadAges: ['converted', 'disqualified', 'imputed_converted', 'imputed_disqualified'],
  leadDealAges: ['won'],
  sourced: ['sourced', 'won', 'won_minor', 'sourced_windowed', 'won_windowed', 'won_windowed_minor'],
  opportunities: [
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
  ],
  opportunityAges: ['won', 'lost'],
  closes: ['won', 'lost', 'won_minor', 'won_with_amount', 'won_days'],
};

const dayOf = ({ day }: TinyRow): number => (typeof day === 'number' ? day : toEpochDay(day));

const codesOf = (texts: readonly string[]): CodedTexts => {
  const values = [...new Set(texts)];
  return { codes: Int32Array.from(texts, (text) => values.indexOf(text)), values };
};

const columnsOf = (facet: keyof CubeColumns, rows: readonly TinyRow[]) => {
  const named = rows.map((row) => ({ ...row, row: row.row ?? 'Web', column: row.column ?? 'Small' }));
  const sorted = named.toSorted(
    (a, b) =>
      Number(a.row > b.row) - Number(a.row < b.row) ||
      Number(a.column > b.column) - Number(a.column < b.column) ||
      dayOf(a) - dayOf(b),
  );
  return {
    row_group: codesOf(sorted.map((entry) => entry.row)),
    column_group: codesOf(sorted.map((entry) => entry.column)),
    day: Int32Array.from(sorted, dayOf),
    ...Object.fromEntries(
      countNames[facet].map((name) => [
        name,
        Float64Array.from(sorted, (entry: TinyRow) => Number(entry[name] ?? 0)),
      ]),
    ),
  };
};

/** The frame of cubes made by hand: channel by segment, as of 2026-06-30, windows of 30, 60 and 90 days. */
export const tinyFrame: CubeFrame = {
  rows: 'channel',
  columns: 'segment',
  windows: { l2oDays: 30, o2dDays: 60, l2dDays: 90 },
  asOf: toEpochDay('2026-06-30'),
  referenceFrom: toEpochDay('2024-07-01'),
};

/** A cube of a few rows, in any order. */
export const tinyCube = (rows: TinyRows, frame: Partial<CubeFrame> = {}): Cube =>
  packCube(
    { ...tinyFrame, ...frame },
    Object.fromEntries(
      Object.keys(countNames).map((name) => {
        const facet = name as keyof CubeColumns;
        return [facet, columnsOf(facet, rows[facet] ?? [])];
      }),
    ) as unknown as CubeColumns,
  );
