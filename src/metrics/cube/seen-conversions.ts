import { incidenceAt } from '../../stats/aalen-johansen.ts';
import type { Cube } from './cube.ts';
import { groupCube, groupsOf } from './cube.ts';
import type { Facet } from './facet.ts';
import { curveInForce, curveOf, type ReferenceCurve } from './reference-curve.ts';

/** The share of the final conversions that is in at an age in days. */
export type ShareAt = (age: number) => number;

/** How much of the end a curve has in at each age; null where it knows no end. */
export const shareAtOf = ({ points, horizonDays, final }: ReferenceCurve): ShareAt | null => {
  if (horizonDays === null || final === null || final <= 0) return null;
  const shares = Float64Array.from(
    { length: horizonDays + 1 },
    (_, age) => (incidenceAt(points, age)?.converted ?? 0) / final,
  );
  return (age) => shares[Math.min(Math.max(0, age), horizonDays)] ?? 0;
};

/** Sums over the days of one stretch what their ages are expected to have in. */
export const seenOver = <Count extends string>(
  { days, sums }: Facet<Count>,
  count: Count,
  { start, end }: { readonly start: number; readonly end: number },
  asOf: number,
  shareAt: ShareAt,
): number => {
  const running = sums[count];
  let seen = 0;
  for (let place = start; place < end; place += 1)
    seen += ((running[place + 1] ?? 0) - (running[place] ?? 0)) * shareAt(asOf - (days[place] ?? asOf));
  return seen;
};

/**
 * For every cell of the leads (l2o) or opportunities (o2d) of the period, in their order: how many of its records' final
 * conversions are in by now, told in whole records, so that divided by all records it is the maturity of the cell. The
 * curve is that of the row, or of all rows where the row rests on too few; null where neither knows an end.
 */
export const seenByCell = (cube: Cube, joint: 'l2o' | 'o2d'): readonly (number | null)[] => {
  const all = curveOf({ name: 'all', cube }, joint);
  const shares = new Map(
    groupsOf(cube, 'row').map((row) => {
      const own = curveOf({ name: row, cube: groupCube(cube, 'row', row) }, joint);
      return [row, shareAtOf(curveInForce(own, [all]))];
    }),
  );
  const { leads, opportunities } = cube.period;
  const { cells } = joint === 'l2o' ? leads : opportunities;
  return cells.map((cell) => {
    const shareAt = shares.get(cell.row) ?? null;
    if (shareAt === null) return null;
    return joint === 'l2o'
      ? seenOver(leads, 'journeys', cell, cube.asOf, shareAt)
      : seenOver(opportunities, 'opportunities', cell, cube.asOf, shareAt);
  });
};
