import type { Definitions } from '../domain/definitions.ts';
import { definitionStatements, journeySteps } from '../sql/model/model.ts';
import type { QueryEngine } from './query-engine.ts';

/** Builds `journey` and `opp` from the canonical tables under the given definitions; `report` names each step before it runs. */
export const buildJourneys = async (
  engine: QueryEngine,
  definitions: Definitions,
  report: (step: string) => void,
): Promise<void> => {
  await engine.run(definitionStatements(definitions));
  for (const step of journeySteps(definitions)) {
    report(step.name);
    await engine.run(step.statements);
  }
};
