import type { DefinitionSet } from '../domain/definition-set.ts';
import type { RuledStage } from '../domain/stage-rule.ts';
import { takenLeads, type TakenLeads } from '../metrics/taken-leads.ts';
import { dropSides, keepSide } from '../sql/model/definition-side.ts';
import type { AnswerOf } from '../sql/question.ts';
import { disputedLeads, takenCounts } from '../sql/questions/definition-overlap.ts';
import { analyse, type Analysis, type ChosenDefinitions } from './analysis.ts';
import { buildJourneys } from './build-journeys.ts';
import { makeJourneyPath } from './funnels.ts';
import type { QueryEngine } from './query-engine.ts';

/** A lead that only one definition takes; `side` is before for the first and after for the second. */
export type DisputedLead = AnswerOf<ReturnType<typeof disputedLeads>>[number];

/** Whom two definitions take, and some of the leads that only one of them takes. */
export interface DefinitionOverlap {
  readonly taken: TakenLeads;
  readonly disputed: readonly DisputedLead[];
}

/** Two definitions: a stage of the set at hand and a stage of another, or of the same where `set` is null. */
export interface OverlapRequest {
  readonly first: RuledStage;
  readonly second: { readonly stage: RuledStage; readonly set: DefinitionSet | null };
  /** Disputed leads listed of each side at most. */
  readonly listed: number;
}

const answer = async (
  engine: QueryEngine,
  { first, second, listed }: OverlapRequest,
): Promise<DefinitionOverlap> => ({
  taken: takenLeads(await engine.ask(takenCounts(first, second.stage))),
  disputed: await engine.ask(disputedLeads(first, second.stage, listed)),
});

/**
 * Holds one definition of a stage against another over the same data as of the same day. Where the other set is not the
 * one at hand its journeys are built in between; at the end, after an error too, those of `analysis` are there again.
 */
export const definitionOverlap = async (
  engine: QueryEngine,
  analysis: Analysis,
  choices: Pick<ChosenDefinitions, 'anchor'>,
  request: OverlapRequest,
  report: (step: string) => void,
): Promise<DefinitionOverlap> => {
  const { set } = request.second;
  try {
    await makeJourneyPath(engine);
    await engine.run([keepSide('before')]);
    if (set !== null) {
      const chosen = { ...choices, agreed: [set], asOf: analysis.definitions.asOf } as const;
      await analyse(engine, analysis.dataset, chosen, report);
      await makeJourneyPath(engine);
    }
    await engine.run([keepSide('after')]);
    return await answer(engine, request);
  } finally {
    await engine.run(dropSides);
    if (set !== null) await buildJourneys(engine, analysis.definitions, report);
  }
};
