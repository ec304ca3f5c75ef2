import type { Definitions } from '../../domain/definitions.ts';
import { ruledStages } from '../../domain/stage-rule.ts';
import { sql, type Sql } from '../sql.ts';
import eventSql from './event.sql?raw';
import journeySql from './journey.sql?raw';
import journeyPathSql from './journey-path.sql?raw';
import journeyStartSql from './journey-start.sql?raw';
import opportunitySql from './opportunity.sql?raw';
import oppSql from './opp.sql?raw';
import personSql from './person.sql?raw';
import { stageRuleStatements } from './stage-rule.ts';

/** The statements of a file of static SQL; each ends with a semicolon at the end of a line. */
export const statementsOf = (text: string): readonly Sql[] =>
  text
    .split(/;\s*(?:\n|$)/)
    .filter((statement) => statement.trim() !== '')
    .map((statement) => ({ text: statement, params: [] }));

/**
 * The chosen definitions as a table of one row, which the static statements read. Handovers and ways of earlier
 * definitions are let go of, so that none is asked of journeys it does not belong to.
 */
export const definitionStatements = (definitions: Definitions): readonly Sql[] => [
  sql`DROP TABLE IF EXISTS journey_path`,
  sql`DROP TABLE IF EXISTS handover`,
  sql`CREATE OR REPLACE TABLE handover_rules (rules TEXT)`,
  sql`CREATE OR REPLACE TABLE definition (anchor TEXT, as_of DATE, export_as_of DATE,
    reentry_days INTEGER, backdate_days INTEGER, account_match_days INTEGER)`,
  sql`INSERT INTO definition VALUES (${definitions.anchor}, ${definitions.asOf}::DATE, ${definitions.exportAsOf}::DATE,
    ${definitions.reentryDays}, ${definitions.backdateDays}, ${definitions.accountMatchDays})`,
  sql`CREATE OR REPLACE MACRO stage_rank(stage) AS
    CASE stage WHEN 'mql' THEN 1 WHEN 'sal' THEN 2 WHEN 'sql' THEN 3 WHEN 'recycled' THEN 4 WHEN 'disqualified' THEN 5 END`,
];

/** A step of the journey builder, named for the progress line. */
export interface ModelStep {
  readonly name: string;
  readonly statements: readonly Sql[];
}

const orderingEvents: ModelStep = { name: 'ordering events', statements: statementsOf(eventSql) };

/** Canonical tables to journeys: rules in the order in which they apply. Each step reads only what earlier ones made. */
export const journeyModel: readonly ModelStep[] = [
  { name: 'matching persons', statements: statementsOf(personSql) },
  orderingEvents,
  { name: 'linking opportunities', statements: statementsOf(opportunitySql) },
  { name: 'splitting re-entries', statements: statementsOf(journeyStartSql) },
  { name: 'building journeys', statements: statementsOf(journeySql) },
  { name: 'sourcing opportunities', statements: statementsOf(oppSql) },
];

/** Makes the table of ways that the funnels are counted from. It goes with the next building of journeys. */
export const journeyPathStatements: readonly Sql[] = statementsOf(journeyPathSql);

/** The step that gives stages by rules other than the status; none where every stage is by status. */
const ruleSteps = ({ stages }: Definitions): readonly ModelStep[] => {
  const statements = ruledStages.flatMap((stage) => {
    const rule = stages?.[stage];
    return rule === undefined || rule.kind === 'status' ? [] : stageRuleStatements(stage, rule);
  });
  return statements.length === 0 ? [] : [{ name: 'applying stage rules', statements }];
};

/** All steps under the given definitions: without stage rules those of the static model, at no cost. */
export const journeySteps = (definitions: Definitions): readonly ModelStep[] =>
  journeyModel.flatMap((step) => (step === orderingEvents ? [step, ...ruleSteps(definitions)] : [step]));
