import fc from 'fast-check';
import type { Filter } from '../../src/domain/filter.ts';
import { addDays } from '../../src/domain/local-date.ts';
import type { TinyRow, TinyRows } from './tiny-cube.ts';

/** The channels of generated cubes. */
export const channels = ['Event', 'Referral', 'Web'] as const;
/** The segments of generated cubes. */
export const segments = ['(blank)', 'Large', 'Small'] as const;
/** Days up to the as-of day of cubes made by hand. */
export const days = fc.integer({ min: 0, max: 500 }).map((day) => addDays('2025-02-15', day));

const place = { row: fc.constantFrom(...channels), column: fc.constantFrom(...segments), day: days };

const leadRow = fc
  .record({ ...place, converted: fc.nat(9), disqualified: fc.nat(9), open: fc.nat(9), share: fc.nat(3) })
  .map(({ open, share, ...row }): TinyRow => ({
    ...row,
    journeys: row.converted + row.disqualified + open,
    converted_windowed: Math.min(row.converted, share * 2),
    converted_fast: Math.min(row.converted, share),
    converted_l2d: Math.min(row.converted, share * 3),
    won: Math.min(row.converted, share),
    won_windowed: Math.min(row.converted, share) >> 1,
  }));

const opportunityRow = fc
  .record({ ...place, won: fc.nat(9), lost: fc.nat(9), open: fc.nat(9), created_minor: fc.nat(99_999) })
  .map(({ open, ...row }): TinyRow => ({ ...row, opportunities: row.won + row.lost + open, sourced: open }));

const sourcedRow = fc.record({ ...place, sourced: fc.nat(9), won: fc.nat(4), won_minor: fc.nat(9_999) });
const closeRow = fc.record({ ...place, won: fc.nat(9), lost: fc.nat(9), won_minor: fc.nat(99_999) });
const arrivalRow = fc.record({ ...place, leads: fc.nat(9), mqls: fc.nat(9) });
const ageRow = fc.record({ ...place, day: fc.nat(400), converted: fc.nat(5), disqualified: fc.nat(5) });

const rowsOf = <Row extends TinyRow>(row: fc.Arbitrary<Row>) =>
  fc.uniqueArray(row, {
    maxLength: 30,
    selector: (entry) => `${String(entry.row)} ${String(entry.column)} ${entry.day}`,
  });

/** Rows of every facet. */
export const tinyRows: fc.Arbitrary<TinyRows> = fc.record({
  leads: rowsOf(leadRow),
  opportunities: rowsOf(opportunityRow),
  sourced: rowsOf(sourcedRow),
  closes: rowsOf(closeRow),
  arrivals: rowsOf(arrivalRow),
  leadAges: rowsOf(ageRow),
});

/** Filters by days, channels and segments. */
export const filters: fc.Arbitrary<Filter> = fc.record({
  from: fc.option(days),
  to: fc.option(days),
  values: fc.record({
    channel: fc.subarray([...channels]),
    segment: fc.subarray([...segments]),
  }),
});
