import type { CodedTexts, NumberColumn } from '../../domain/columns.ts';

/** Counts of every group and day (or age in days), as columns ordered by both groups and the day. */
export type FacetColumns<Count extends string> = Readonly<Record<Count | 'day', NumberColumn>> & {
  readonly row_group: CodedTexts;
  readonly column_group: CodedTexts;
};

/** The days of one group in both fields: those from `start` up to, not including, `end`. */
export interface FacetCell {
  readonly row: string;
  readonly column: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Counts of groups by day or by age, in memory. A part of a facet, by groups or by days, is a facet of the same arrays
 * with fewer or shorter cells. `sums[count][i]` is the total of a count over all days before place i, of all cells in
 * order, so that the total of a stretch of days is one subtraction. Counts and minor units add up exactly.
 */
export interface Facet<Count extends string> {
  readonly cells: readonly FacetCell[];
  /** Days since 1970-01-01, or ages in days; ascending within a cell. */
  readonly days: Int32Array;
  readonly sums: Readonly<Record<Count, Float64Array>>;
}

/** Which part of a facet: groups of the first and the second field (null: all), and the first and last day. */
export interface FacetPart {
  readonly rows: ReadonlySet<string> | null;
  readonly columns: ReadonlySet<string> | null;
  readonly from: number;
  readonly to: number;
}

const cellsOf = <Count extends string>(columns: FacetColumns<Count>): readonly FacetCell[] => {
  const { row_group: row, column_group: column } = columns;
  const cells: FacetCell[] = [];
  let start = 0;
  for (let index = 1; index <= columns.day.length; index += 1) {
    if (row.codes[index] === row.codes[start] && column.codes[index] === column.codes[start]) continue;
    cells.push({
      row: row.values[row.codes[start] ?? 0] ?? '',
      column: column.values[column.codes[start] ?? 0] ?? '',
      start,
      end: index,
    });
    start = index;
  }
  return cells;
};

const runningSums = (numbers: NumberColumn): Float64Array => {
  const sums = new Float64Array(numbers.length + 1);
  let sum = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    sum += numbers[index] ?? 0;
    sums[index + 1] = sum;
  }
  return sums;
};

/** Packs columns that come ordered by both groups and the day. `counts` names those to keep. */
export const packFacet = <Count extends string>(
  columns: FacetColumns<Count>,
  counts: readonly Count[],
): Facet<Count> => ({
  cells: cellsOf(columns),
  days: Int32Array.from(columns.day),
  sums: Object.fromEntries(counts.map((count) => [count, runningSums(columns[count])])) as Record<
    Count,
    Float64Array
  >,
});

/** The first place of a cell whose day is not before `day`; its end where there is none. */
const placeOf = (days: Int32Array, { start, end }: FacetCell, day: number): number => {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? Number.POSITIVE_INFINITY) < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The part of a facet that lies in some groups and days. Cells without a day in it are left out. */
export const partOf = <Count extends string>(facet: Facet<Count>, part: FacetPart): Facet<Count> => {
  const { rows, columns, from, to } = part;
  const cells: FacetCell[] = [];
  for (const cell of facet.cells) {
    if (rows?.has(cell.row) === false || columns?.has(cell.column) === false) continue;
    const start = from === Number.NEGATIVE_INFINITY ? cell.start : placeOf(facet.days, cell, from);
    const end = to === Number.POSITIVE_INFINITY ? cell.end : placeOf(facet.days, cell, to + 1);
    if (start === cell.start && end === cell.end) cells.push(cell);
    else if (start < end) cells.push({ row: cell.row, column: cell.column, start, end });
  }
  return { cells, days: facet.days, sums: facet.sums };
};

/** The part of a facet up to a day, that day included. */
export const upTo = <Count extends string>(facet: Facet<Count>, to: number): Facet<Count> =>
  partOf(facet, { rows: null, columns: null, from: Number.NEGATIVE_INFINITY, to });

/** The total of a count over a facet; 0 over an empty one. */
export const totalOf = <Count extends string>({ cells, sums }: Facet<Count>, count: Count): number => {
  const running = sums[count];
  let total = 0;
  for (const { start, end } of cells) total += (running[end] ?? 0) - (running[start] ?? 0);
  return total;
};

/** A facet with one more count that is a sum or difference of its own: `weights` says how often each is added. */
export const withCount = <Count extends string, Name extends string>(
  facet: Facet<Count>,
  name: Name,
  weights: Readonly<Partial<Record<Count, number>>>,
): Facet<Count | Name> => {
  const running = new Float64Array(facet.days.length + 1);
  for (const [count, weight] of Object.entries(weights) as [Count, number][]) {
    const added = facet.sums[count];
    for (let index = 0; index < running.length; index += 1)
      running[index] = (running[index] ?? 0) + weight * (added[index] ?? 0);
  }
  return { ...facet, sums: { ...facet.sums, [name]: running } as Record<Count | Name, Float64Array> };
};

/** Adds a count of every day to `into`, whose place 0 is the day `first`. Days outside it are left out. */
export const addByDay = <Count extends string>(
  { cells, days, sums }: Facet<Count>,
  count: Count,
  first: number,
  into: Float64Array,
  sign: 1 | -1 = 1,
): void => {
  const running = sums[count];
  for (const cell of cells) {
    const start = placeOf(days, cell, first);
    const end = placeOf(days, cell, first + into.length);
    let before = running[start] ?? 0;
    for (let index = start; index < end; index += 1) {
      const after = running[index + 1] ?? 0;
      const place = (days[index] ?? 0) - first;
      into[place] = (into[place] ?? 0) + sign * (after - before);
      before = after;
    }
  }
};

/**
 * The totals of counts in periods that follow each other: period i reaches from day `starts[i]` up to, not including,
 * `starts[i + 1]`. The places of the periods are looked up once, for whatever counts are asked for.
 */
export const byPeriod = <Count extends string>(
  { cells, days, sums }: Facet<Count>,
  starts: readonly number[],
): ((count: Count) => Float64Array) => {
  const boundaries = new Int32Array(starts);
  const places = new Int32Array(cells.length * boundaries.length);
  let next = 0;
  for (const { start, end } of cells) {
    let place = start;
    for (const day of boundaries) {
      // Days are distinct, so a day lies no more places on than it is days later; where no day is missing, exactly there.
      let found = place < end ? Math.min(end, place + Math.max(0, day - (days[place] ?? day))) : end;
      while (found > place && (days[found - 1] ?? day) >= day) found -= 1;
      place = found;
      places[next] = place;
      next += 1;
    }
  }
  return (count) => {
    const running = sums[count];
    const totals = new Float64Array(Math.max(0, starts.length - 1));
    for (let row = 0; row < places.length; row += starts.length) {
      let before = running[places[row] ?? 0] ?? 0;
      for (let index = 0; index < totals.length; index += 1) {
        const after = running[places[row + index + 1] ?? 0] ?? 0;
        totals[index] = (totals[index] ?? 0) + after - before;
        before = after;
      }
    }
    return totals;
  };
};

/** The first and the last day of a facet; null of an empty one. */
export const spanOf = ({
  cells,
  days,
}: Pick<Facet<never>, 'cells' | 'days'>): { readonly first: number; readonly last: number } | null => {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end } of cells) {
    first = Math.min(first, days[start] ?? first);
    last = Math.max(last, days[end - 1] ?? last);
  }
  return cells.length === 0 ? null : { first, last };
};
