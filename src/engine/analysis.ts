import {
  definitionInForce,
  standardDefinitions,
  type DefinitionHistory,
  type DefinitionSet,
} from '../domain/definition-set.ts';
import { horizonCapDays, type Anchor, type Definitions, type Windows } from '../domain/definitions.ts';
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
  /** The company's definitions; missing: the standard ones. The version in force on the as-of day counts, before the first the first. */
  readonly agreed?: DefinitionHistory;
}

/** What a person has chosen. `knownAt`: only exports known on this day count; null: all of them. */
export interface Choices extends ChosenDefinitions {
  readonly knownAt: string | null;
}

export type JourneyFacts = AnswerOf<typeof journeyFacts>[number];

/** What is known of the files, the definitions in force, the windows, and what the rules did. */
export interface Analysis {
  readonly dataset: DatasetFacts;
  readonly definitions: Definitions;
  /** The version of the company's definitions that was applied. */
  readonly definitionSet: DefinitionSet;
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

/** The version that counts on a day: before the first the first, without any the standard one. */
export const setInForce = (agreed: DefinitionHistory | undefined, asOf: string): DefinitionSet =>
  agreed === undefined ? standardDefinitions : (definitionInForce(agreed, asOf) ?? agreed[0]);

const definitionsFor = async (
  engine: QueryEngine,
  dataset: DatasetFacts,
  choices: ChosenDefinitions,
): Promise<Pick<Analysis, 'definitions' | 'definitionSet' | 'firstDay'>> => {
  const span = await first(engine.ask(eventSpan));
  const coverage = await first(engine.ask(stageCoverage));
  const lastEvent = span.last_day ?? '1970-01-01';
  const exported =
    dataset.stamp === null
      ? lastEvent
      : earlier(addDays(dayAt(dataset.stamp, zoneClock(dataset.reportTimeZone)), -1), lastEvent);
  const asOf = choices.asOf ?? exported;
  const set = setInForce(choices.agreed, asOf);
  const hasMql = coverage.mql > 0 || set.stages.mql.kind !== 'status';
  return {
    firstDay: span.first_day ?? asOf,
    definitionSet: set,
    definitions: {
      anchor: choices.anchor ?? set.anchor ?? (hasMql ? 'mql' : 'created'),
      asOf,
      exportAsOf: later(exported, asOf),
      reentryDays: set.reentryDays,
      backdateDays: set.backdateDays,
      accountMatchDays: set.accountMatchDays,
      stages: set.stages,
    },
  };
};

const windowOf = (ages: readonly AgeCount[], capDays: number): number =>
  shortestFairWindow(aalenJohansen(ages), capDays) ?? fallbackDays;

/** The agreed windows and, for each joint without one, that of the data; null where the joint cannot be measured. */
const windowsFor = async (
  engine: QueryEngine,
  agreed: Windows,
  unmeasured: NotMeasurable,
): Promise<Windows> => {
  const l2oDays =
    unmeasured.l2o === undefined
      ? (agreed.l2oDays ?? windowOf(await engine.ask(daysToOpportunity), horizonCapDays.l2o))
      : null;
  const o2dDays =
    unmeasured.o2d === undefined
      ? (agreed.o2dDays ?? windowOf(await engine.ask(daysToDeal), horizonCapDays.o2d))
      : null;
  if (unmeasured.l2d !== undefined) return { l2oDays, o2dDays, l2dDays: null };
  const together = l2oDays === null || o2dDays === null ? null : l2oDays + o2dDays;
  return {
    l2oDays,
    o2dDays,
    l2dDays: agreed.l2dDays ?? together ?? windowOf(await engine.ask(daysFromLeadToDeal), horizonCapDays.l2d),
  };
};

/**
 * Builds the journeys of what is loaded, under the person's choices or the data's own: censored at the earlier of the
 * last complete day of the export and its last event, anchored at the MQL stage where one is named. Where none is agreed,
 * the window of a joint is the shortest usual one in which 80 % of the final conversions happen; that of lead to deal is both together.
 */
export const analyse = async (
  engine: QueryEngine,
  dataset: DatasetFacts,
  choices: ChosenDefinitions,
  report: (step: string) => void,
): Promise<Analysis> => {
  const { definitions, definitionSet, firstDay } = await definitionsFor(engine, dataset, choices);
  await buildJourneys(engine, definitions, report);
  const facts = await first(engine.ask(journeyFacts));
  const notMeasurable = notMeasurableJoints({
    wonOnly: dataset.wonOnly,
    opportunities: facts.opportunities,
    notWon: facts.not_won,
  });
  return {
    dataset,
    definitions,
    definitionSet,
    windows: await windowsFor(engine, definitionSet.windows, notMeasurable),
    facts,
    firstDay,
    notMeasurable,
    reportTimeZone: dataset.reportTimeZone,
    currency: dataset.currencies.length === 1 ? (dataset.currencies[0] ?? null) : null,
    currencies: dataset.currencies,
  };
};
