/** Sections 3.6 and 3.7: what a young cohort will end at, and how much of it is expected by now. */
import type { LifeRow } from './life-table.ts';
import { chanceAfter, hazardVariance, incidenceAt, survivalAt, survivalBefore } from './life-table.ts';

const Z = 1.959963984540054;

/** What was, what is expected on top, and the range of the final share. */
export interface NaiveProjection {
  expected_more: number;
  var_process: number;
  var_parameter: number;
  se: number;
  projected: number;
  lower: number;
  upper: number;
}

/** Projects a cohort of n journeys; null if it is empty. Open ages after which nobody is known to live count as 0. */
export function projectCohort(
  table: LifeRow[],
  horizon: number,
  cohort: { n: number; converted: number; open_ages: number[] },
): NaiveProjection | null {
  const { n, converted, open_ages } = cohort;
  if (n === 0) return null;
  const known = open_ages.filter((age) => survivalAt(table, age) > 0);
  const chances = known.map((age) => (age < horizon ? chanceAfter(table, age, horizon) : 0));
  const more = chances.reduce((sum, chance) => sum + chance, 0);
  const process = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
  let parameter = 0;
  for (const row of table) {
    if (row.age < 1 || row.age > horizon) continue;
    let expected = 0;
    for (const age of known) {
      if (age < row.age) expected += survivalBefore(table, row.age) / survivalAt(table, age);
    }
    parameter += (expected ** 2 / row.at_risk) * hazardVariance(row, chanceAfter(table, row.age, horizon));
  }
  const se = Math.sqrt(process + parameter);
  return {
    expected_more: more,
    var_process: process,
    var_parameter: parameter,
    se,
    projected: (converted + more) / n,
    lower: Math.max(converted, converted + more - Z * se) / n,
    upper: Math.min(converted + open_ages.length, converted + more + Z * se) / n,
  };
}

/** The share of the final conversions expected by now; ages since the anchor of *all* journeys of the cohort. */
export function maturityOf(table: LifeRow[], horizon: number, ages: number[]): number | null {
  const final = incidenceAt(table, horizon) * ages.length;
  if (final === 0) return null;
  return ages.reduce((sum, age) => sum + incidenceAt(table, Math.min(age, horizon)), 0) / final;
}
