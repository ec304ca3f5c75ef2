import { noFilter } from '../domain/filter.ts';
import { conversionTable, type ConversionGroup } from '../metrics/conversion-table.ts';
import type { AnswerOf } from '../sql/question.ts';
import { ruleFields, ruleValues, stageReach } from '../sql/questions/rule-fields.ts';
import type { Analysis } from './analysis.ts';
import { conversionCells } from './conversion.ts';
import { makeJourneyPath } from './funnels.ts';
import { first, type QueryEngine } from './query-engine.ts';

/** A value that a rule can name, with how many leads or activities have it. */
export interface NamedValue {
  readonly value: string;
  readonly records: number;
}

/** What the definitions in force give, and what rules can be made of. */
export interface DefinitionGround {
  readonly fields: AnswerOf<typeof ruleFields>[number];
  readonly channels: readonly NamedValue[];
  readonly segments: readonly NamedValue[];
  /** Types of human activities. */
  readonly acts: readonly NamedValue[];
  /** Owners of leads. */
  readonly owners: readonly NamedValue[];
  readonly reach: AnswerOf<typeof stageReach>[number];
  /** The headline numbers, over all leads. */
  readonly total: ConversionGroup;
}

/** Asks what the definitions at hand give and which fields, values and activities the data has. */
export const definitionGround = async (
  engine: QueryEngine,
  analysis: Analysis,
): Promise<DefinitionGround> => {
  const values = await engine.ask(ruleValues);
  const of = (field: string): readonly NamedValue[] => values.filter((value) => value.field === field);
  await makeJourneyPath(engine);
  const cells = await conversionCells(engine, analysis, noFilter, 'channel', 'channel');
  return {
    fields: await first(engine.ask(ruleFields)),
    channels: of('channel'),
    segments: of('segment'),
    acts: of('act'),
    owners: of('owner'),
    reach: await first(engine.ask(stageReach)),
    total: conversionTable(cells.leads, cells.opportunities, 'row_group', analysis.notMeasurable).total,
  };
};
