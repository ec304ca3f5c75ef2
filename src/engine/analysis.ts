import {
  defaultRules,
  horizonCapDays,
  type Anchor,
  type Definitions,
  type Windows,
} from '../domain/definitions.ts';
import { addDays } from '../domain/local-date.ts';
import { dayAt, zoneClock } from '../domain/time-zone.ts';
import { notMeasurableJoints, type NotMeasurable } from '../metrics/measurability.ts';
import { aalenJohansen, type AgeCount } from '../stats/aalen-johansen.ts';
import { shortestFairWindow } from '../stats/conversion-window.ts';
import { daysFromLeadToDeal, daysToDeal, daysToOpportunity } from '../sql/questions/age-counts.ts';
import { eventSpan, journeyFacts, stageCoverage } from '../sql/questions/dataset-facts.ts';
import type { AnswerOf } from '../sql/question.ts';
import { buildJourneys } from './build-journeys.ts';
import { first, type QueryEngine } from './query-engine.ts';

/** What is known of the loaded files before any rule is applied. */
export interface DatasetFacts {
  readonly wonOnly: boolean;
  readonly reportTimeZone: string;
  /** Modification time of the newest file in milliseconds, where known. */
  readonly stamp: number | null;
  readonly currencies: readonly string[];
}

/** What a person has chosen of the definitions; null leaves the choice to the data. */
export interface ChosenDefinitions {
  readonly asOf: string | null;
  readonly anchor: Anchor | null;
}

/** What a person has chosen. `knownAt`: only exports known on this day count; null: all of them. */
export interface Choices extends ChosenDefinitions {
  readonly knownAt: string | null;
}

export type JourneyFacts = AnswerOf<typeof journeyFacts>[number];

/** The definitions in force, the windows derived from the data, and what the rules did. */
export interface Analysis {
  readonly definitions: Definitions;
  readonly windows: Windows;
  readonly facts: JourneyFacts;
  readonly firstDay: string;
  readonly notMeasurable: NotMeasurable;
  readonly reportTimeZone: string;
  /** The one currency of all amounts; null where there are several or none, and amounts are not added. */
  readonly currency: string | null;
  readonly currencies: readonly string[];
}

/** Windows where a curve is too thin to derive one: a quarter for each joint. */
const fallbackDays = 90;

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

const definitionsFor = async (
  engine: QueryEngine,
  dataset: DatasetFacts,
  choices: ChosenDefinitions,
): Promise<{ readonly definitions: Definitions; readonly firstDay: string }> => {
  const span = await first(engine.ask(eventSpan));
  const coverage = await first(engine.ask(stageCoverage));
  const lastEvent = span.last_day ?? '1970-01-01';
  const exported =
    dataset.stamp === null
      ? lastEvent
      : earlier(addDays(dayAt(dataset.stamp, zoneClock(dataset.reportTimeZone)), -1), lastEvent);
  const asOf = choices.asOf ?? exported;
  return {
    firstDay: span.first_day ?? asOf,
    definitions: {
      anchor: choices.anchor ?? (coverage.mql > 0 ? 'mql' : 'created'),
      asOf,
      exportAsOf: later(exported, asOf),
      ...defaultRules,
    },
  };
};

const windowOf = (ages: readonly AgeCount[], capDays: number): number =>
  shortestFairWindow(aalenJohansen(ages), capDays) ?? fallbackDays;

const windowsFor = async (engine: QueryEngine, unmeasured: NotMeasurable): Promise<Windows> => {
  const l2oDays =
    unmeasured.l2o === undefined ? windowOf(await engine.ask(daysToOpportunity), horizonCapDays.l2o) : null;
  const o2dDays =
    unmeasured.o2d === undefined ? windowOf(await engine.ask(daysToDeal), horizonCapDays.o2d) : null;
  if (unmeasured.l2d !== undefined) return { l2oDays, o2dDays, l2dDays: null };
  const together = l2oDays === null || o2dDays === null ? null : l2oDays + o2dDays;
  return {
    l2oDays,
    o2dDays,
    l2dDays: together ?? windowOf(await engine.ask(daysFromLeadToDeal), horizonCapDays.l2d),
  };
};

/**
 * Builds the journeys of what is loaded, under the person's choices or the data's own: censored at the earlier of the
 * last complete day of the export and its last event, anchored at the MQL stage where one is named. The window of a
 * joint is the shortest usual one in which 80 % of the final conversions happen; that of lead to deal is both together.
 */
export const analyse = async (
  engine: QueryEngine,
  dataset: DatasetFacts,
  choices: ChosenDefinitions,
  report: (step: string) => void,
): Promise<Analysis> => {
  const { definitions, firstDay } = await definitionsFor(engine, dataset, choices);
  await buildJourneys(engine, definitions, report);
  const facts = await first(engine.ask(journeyFacts));
  const notMeasurable = notMeasurableJoints({
    wonOnly: dataset.wonOnly,
    opportunities: facts.opportunities,
    notWon: facts.not_won,
  });
  return {
    definitions,
    windows: await windowsFor(engine, notMeasurable),
    facts,
    firstDay,
    notMeasurable,
    reportTimeZone: dataset.reportTimeZone,
    currency: dataset.currencies.length === 1 ? (dataset.currencies[0] ?? null) : null,
    currencies: dataset.currencies,
  };
};
