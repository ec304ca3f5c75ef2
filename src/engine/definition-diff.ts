import type { Dimension } from '../domain/dimension.ts';
import { changedParts, type DefinitionPart } from '../domain/definition-set.ts';
import { noFilter } from '../domain/filter.ts';
import { addDays } from '../domain/local-date.ts';
import type { Rate } from '../domain/rate.ts';
import { slaGrid } from '../domain/sla-grid.ts';
import { ruledStages, type RuledStage } from '../domain/stage-rule.ts';
import { conversionTable } from '../metrics/conversion-table.ts';
import {
  diffTable,
  stageOverlap,
  type Change,
  type DefinitionSide,
  type DiffTable,
  type MovedCounts,
  type StageOverlap,
} from '../metrics/definition-diff.ts';
import { attainmentOf } from '../metrics/sla-attainment.ts';
import { dropSides, keepSide } from '../sql/model/definition-side.ts';
import type { AnswerOf } from '../sql/question.ts';
import { attainmentCounts } from '../sql/questions/attainment-counts.ts';
import { movedCounts, movedJourneys, overlapCounts } from '../sql/questions/definition-diff.ts';
import { analyse, setInForce, type Analysis, type ChosenDefinitions } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import { buildJourneys } from './build-journeys.ts';
import { conversionCells } from './conversion.ts';
import { makeJourneyPath } from './funnels.ts';
import { handoversInForce } from './handovers-in-force.ts';
import { first, type QueryEngine } from './query-engine.ts';
import { responseGap } from './response-gap.ts';

/** A journey that moved: how, and what it was before and after; null where a definition does not count it. */
export type MovedJourney = AnswerOf<ReturnType<typeof movedJourneys>>[number];

/** What another definition does to the same data. */
export interface DefinitionDiff {
  readonly analyses: Change<Analysis>;
  readonly table: DiffTable;
  readonly moved: MovedCounts;
  /** Some of the journeys that moved, by id: as many as were asked for. */
  readonly journeys: readonly MovedJourney[];
  /**
   * Handovers answered in time of those due in the last ninety days, null where that cannot be told; null as a whole where
   * nothing differs that handovers are judged by.
   */
  readonly answered: Change<Rate | null> | null;
  readonly overlaps: Readonly<Record<RuledStage, StageOverlap>>;
}

/** What is compared: by which field, how many journeys are listed. */
export interface DiffRequest {
  readonly by: Dimension;
  readonly listed: number;
}

const sideOf = async (engine: QueryEngine, analysis: Analysis, by: Dimension): Promise<DefinitionSide> => {
  const cells = await conversionCells(engine, analysis, noFilter, by, by);
  return {
    leads: analysis.facts.journeys,
    inCohort: analysis.facts.in_cohort,
    opportunities: analysis.facts.opportunities,
    deals: analysis.facts.deals,
    imputedMql: analysis.facts.imputed_mql,
    windows: analysis.windows,
    table: conversionTable(cells.leads, cells.opportunities, 'row_group', analysis.notMeasurable),
  };
};

/** What handovers are judged by, beside the journeys. */
const judgingParts: ReadonlySet<DefinitionPart> = new Set([
  'handoverSource',
  'sla',
  'calendars',
  'holidayCountry',
]);

const answeredOf = async (engine: QueryEngine, analysis: Analysis): Promise<Rate | null> => {
  const { definitions, reportTimeZone } = analysis;
  const { rules } = await handoversInForce(analysis, []);
  await buildHandovers(engine, definitions, reportTimeZone, rules);
  if ((await responseGap(engine, analysis, rules.calendars)) !== null) return null;
  const filter = { ...noFilter, from: addDays(definitions.asOf, 1 - slaGrid.days) };
  return attainmentOf(await engine.ask(attainmentCounts({ filter, group: 'channel' }))).attainment;
};

const overlapsOf = async (engine: QueryEngine): Promise<DefinitionDiff['overlaps']> => {
  const counts = await engine.ask(overlapCounts);
  return Object.fromEntries(ruledStages.map((stage) => [stage, stageOverlap(counts, stage)])) as Record<
    RuledStage,
    StageOverlap
  >;
};

/**
 * Compares the journeys that are built, those of `before`, with those of other definitions over the same data as of the same
 * day. The
 * others are built in between; at the end, after an error too, the journeys of `before` are there again.
 */
export const definitionDiff = async (
  engine: QueryEngine,
  before: Analysis,
  choices: Omit<ChosenDefinitions, 'asOf'>,
  { by, listed }: DiffRequest,
  report: (step: string) => void,
): Promise<DefinitionDiff> => {
  const sideBefore = await sideOf(engine, before, by);
  const drafted = setInForce(choices.agreed, before.definitions.asOf);
  const isJudgedOtherwise = changedParts(before.definitionSet, drafted).some((part) =>
    judgingParts.has(part),
  );
  const answeredBefore = isJudgedOtherwise ? await answeredOf(engine, before) : null;
  try {
    await makeJourneyPath(engine);
    await engine.run([keepSide('before')]);
    const after = await analyse(
      engine,
      before.dataset,
      { ...choices, asOf: before.definitions.asOf },
      report,
    );
    await makeJourneyPath(engine);
    await engine.run([keepSide('after')]);
    return {
      analyses: { before, after },
      table: diffTable(sideBefore, await sideOf(engine, after, by)),
      moved: await first(engine.ask(movedCounts)),
      journeys: await engine.ask(movedJourneys(listed)),
      overlaps: await overlapsOf(engine),
      answered: isJudgedOtherwise ? { before: answeredBefore, after: await answeredOf(engine, after) } : null,
    };
  } finally {
    await engine.run(dropSides);
    await buildJourneys(engine, before.definitions, report);
  }
};
