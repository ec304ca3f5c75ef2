/** Section 3.5 by definition: competing risks with sums over everybody at every age. Quadratic, on purpose. */
import type { DetailedJourney } from './detailed-journeys.ts';
import type { DetailedOpportunity } from './detailed-opportunities.ts';
import { monthsBefore } from './periods.ts';
import type { NaiveSettings } from './settings.ts';

const Z = 1.959963984540054;

/** One life: its age in whole days at its event (1 wanted, 2 competing) or at the as-of day (0 censored). */
export interface Life {
  age: number;
  event: 0 | 1 | 2;
}

/** One row an age at which something ended or was censored. */
export interface LifeRow {
  age: number;
  at_risk: number;
  d1: number;
  d2: number;
}

/** The life table, by age. */
export function lifeTable(lives: Life[]): LifeRow[] {
  const ages = [...new Set(lives.map((life) => life.age))].toSorted((a, b) => a - b);
  return ages.map((age) => ({
    age,
    at_risk: lives.filter((life) => life.age >= age).length,
    d1: lives.filter((life) => life.age === age && life.event === 1).length,
    d2: lives.filter((life) => life.age === age && life.event === 2).length,
  }));
}

/** The chance to have had no event up to and including an age; before the first age it is 1. */
export function survivalAt(table: LifeRow[], age: number): number {
  let survival = 1;
  for (const row of table) if (row.age <= age) survival *= 1 - (row.d1 + row.d2) / row.at_risk;
  return survival;
}

/** The same up to but not including an age. */
export function survivalBefore(table: LifeRow[], age: number): number {
  return survivalAt(
    table.filter((row) => row.age < age),
    age,
  );
}

/** The chance of the wanted (1) or competing (2) event by an age, that age included. */
export function incidenceAt(table: LifeRow[], age: number, event: 1 | 2 = 1): number {
  let incidence = 0;
  for (const row of table) {
    if (row.age > age) continue;
    incidence += survivalBefore(table, row.age) * ((event === 1 ? row.d1 : row.d2) / row.at_risk);
  }
  return incidence;
}

/** The bracket in the variances of 3.5 and 3.6. */
export function hazardVariance(row: LifeRow, gain: number): number {
  const [h1, h2] = [row.d1 / row.at_risk, row.d2 / row.at_risk];
  return h1 * (1 - gain) ** 2 + h2 * gain ** 2 - (h1 * (1 - gain) - h2 * gain) ** 2;
}

/** The chance that a life still going after an age has the wanted event by the horizon; 0 if none is going. */
export function chanceAfter(table: LifeRow[], age: number, horizon: number): number {
  const survival = survivalAt(table, age);
  return survival === 0 ? 0 : (incidenceAt(table, horizon) - incidenceAt(table, age)) / survival;
}

/** The standard error of the incidence of event 1. */
export function incidenceError(table: LifeRow[], age: number): number {
  let variance = 0;
  for (const row of table) {
    if (row.age > age) continue;
    const before = survivalBefore(table, row.age);
    variance += (before ** 2 / row.at_risk) * hazardVariance(row, chanceAfter(table, row.age, age));
  }
  return Math.sqrt(variance);
}

/** The 95 % interval of the incidence of event 1, by complementary log-log. */
export function incidenceInterval(table: LifeRow[], age: number): [number, number] {
  const incidence = incidenceAt(table, age);
  const se = incidenceError(table, age);
  if (incidence === 0 || se === 0) return [incidence, incidence];
  const theta = (Z * se) / ((1 - incidence) * Math.abs(Math.log(1 - incidence)));
  return [1 - (1 - incidence) ** Math.exp(-theta), 1 - (1 - incidence) ** Math.exp(theta)];
}

/** H: the largest age up to the cap with at least 30 at risk; null if there is none. */
export function horizonOf(table: LifeRow[], cap: number): number | null {
  return table.findLast((row) => row.age <= cap && row.at_risk >= 30)?.age ?? null;
}

/** The smallest window of the list in which 80 % of what happens by the horizon has happened (3.2); else null. */
export function defaultWindow(table: LifeRow[], horizon: number): number | null {
  const enough = 0.8 * incidenceAt(table, horizon);
  const windows = [7, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365];
  return windows.find((window) => incidenceAt(table, window) >= enough) ?? null;
}

/** Section 6.1: the first age by which the share q of what happens by the horizon has happened; null if nothing does. */
export function timeToShare(table: LifeRow[], share: number, horizon: number): number | null {
  const final = incidenceAt(table, horizon);
  if (final === 0) return null;
  return table.find((row) => incidenceAt(table, row.age) >= share * final)?.age ?? null;
}

/** Section 6.2: the first age at which the share without any event is at most a half; null if it is never reached. */
export function medianTimeToAnyEnd(table: LifeRow[]): number | null {
  return table.find((row) => survivalAt(table, row.age) <= 0.5)?.age ?? null;
}

/** The lives of the reference set: cohort journeys anchored in the last months. */
export function l2oLives(journeys: DetailedJourney[], months: number, settings: NaiveSettings): Life[] {
  const after = monthsBefore(settings.as_of_date, months);
  return journeys
    .filter(({ row }) => row.in_cohort && row.anchor_date !== null && row.anchor_date > after)
    .map(({ row }) => ({
      age: row.t_days ?? 0,
      event: row.outcome === 'opportunity' ? 1 : row.outcome === 'disqualified' ? 2 : 0,
    }));
}

/** The lives of the opportunities created in the last months: won is wanted, lost competes. */
export function o2dLives(
  opportunities: DetailedOpportunity[],
  months: number,
  settings: NaiveSettings,
): Life[] {
  const after = monthsBefore(settings.as_of_date, months);
  return opportunities
    .filter((item) => item.created_date > after)
    .map((item) => ({
      age: item.t_days,
      event: item.outcome === 'won' ? 1 : item.outcome === 'lost' ? 2 : 0,
    }));
}
