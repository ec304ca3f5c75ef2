import type { HandoverEvent, SegmentTerms } from '../../domain/handover.ts';
import type { SlaTerms } from '../../domain/sla.ts';
import type { ZoneOffset } from '../../domain/time-zone.ts';
import { question } from '../question.ts';
import { text } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';
import handoverSql from './handover.sql?raw';
import { statementsOf, type ModelStep } from './model.ts';

/** A span of opening time in seconds since 1970-01-01T00:00Z, and the opening seconds of the calendar before it. */
export interface OpeningRow {
  readonly openSeconds: number;
  readonly closeSeconds: number;
  readonly beforeSeconds: number;
}

/** What the static statements of handovers read besides journeys and activities. */
export interface HandoverInput {
  readonly source: HandoverEvent;
  readonly terms: SlaTerms;
  readonly bySegment: readonly SegmentTerms[];
  /** The end of the as-of day: the first second of the next day in the reporting zone. */
  readonly asOfSeconds: number;
  /** Openings by number of calendar, ascending and apart; number 0 is that of every owner who is not named. */
  readonly openings: readonly (readonly OpeningRow[])[];
  readonly calendarOfOwner: ReadonlyMap<string, number>;
  readonly offsets: readonly ZoneOffset[];
}

/** Whole numbers as one bound text, which the engine splits: thousands of openings are one value. */
const numbers = (values: readonly number[]): Sql =>
  sql`unnest(string_split(${values.join(' ')}, ' ')::BIGINT[])`;

const openingStatements = (openings: HandoverInput['openings']): readonly Sql[] => [
  sql`CREATE OR REPLACE TABLE opening (calendar_no INTEGER, open_s BIGINT, close_s BIGINT, before_s BIGINT)`,
  ...openings.flatMap((rows, calendarNo) =>
    rows.length === 0
      ? []
      : [
          sql`INSERT INTO opening SELECT ${calendarNo}::INTEGER, ${numbers(rows.map((row) => row.openSeconds))},
            ${numbers(rows.map((row) => row.closeSeconds))}, ${numbers(rows.map((row) => row.beforeSeconds))}`,
        ],
  ),
];

const ownerStatements = (calendarOfOwner: HandoverInput['calendarOfOwner']): readonly Sql[] => [
  sql`CREATE OR REPLACE TABLE owner_calendar (owner TEXT, calendar_no INTEGER)`,
  ...(calendarOfOwner.size === 0
    ? []
    : [
        sql`INSERT INTO owner_calendar VALUES ${join(
          [...calendarOfOwner].map(([owner, calendarNo]) => sql`(${owner}, ${calendarNo}::INTEGER)`),
          ', ',
        )}`,
      ]),
];

const segmentStatements = (terms: readonly SegmentTerms[]): readonly Sql[] => [
  sql`CREATE OR REPLACE TABLE segment_term (segment TEXT, response_s BIGINT, attempts INTEGER)`,
  ...terms.map(
    ({ segment, responseMinutes, attempts }) =>
      sql`INSERT INTO segment_term VALUES (${segment}, (${responseMinutes} * 60)::BIGINT, ${attempts}::INTEGER)`,
  ),
];

/** Lays out the terms, the calendars and the reporting zone as tables, which the static statements read. */
export const handoverInputStatements = (input: HandoverInput): readonly Sql[] => [
  sql`CREATE OR REPLACE TABLE sla_term (source TEXT, response_s BIGINT, attempts INTEGER, attempt_s BIGINT, as_of_s BIGINT)`,
  sql`INSERT INTO sla_term VALUES (${input.source}, (${input.terms.responseMinutes} * 60)::BIGINT, ${input.terms.attempts}::INTEGER,
    (${input.terms.attemptDays} * 86400)::BIGINT, ${input.asOfSeconds}::BIGINT)`,
  ...segmentStatements(input.bySegment),
  ...openingStatements(input.openings),
  ...ownerStatements(input.calendarOfOwner),
  sql`CREATE OR REPLACE TABLE report_offset (from_s BIGINT, offset_s BIGINT)`,
  sql`INSERT INTO report_offset SELECT ${numbers(input.offsets.map(({ fromSeconds }) => fromSeconds))},
    ${numbers(input.offsets.map(({ offsetSeconds }) => offsetSeconds))}`,
];

/** The rules that the handovers at hand were built under; empty where there are none since the journeys were built. */
export const handoverRules = question(sql`SELECT rules FROM handover_rules`, { rules: text });

/** Forgets the rules before building, so that what breaks off is never taken for built. */
export const forgetHandoverRules: Sql = sql`DELETE FROM handover_rules`;

export const keepHandoverRules = (rules: string): Sql => sql`INSERT INTO handover_rules VALUES (${rules})`;

/** Journeys and activities to handovers. Built on demand: most pages need none. */
export const handoverModel: ModelStep = {
  name: 'following handovers',
  statements: statementsOf(handoverSql),
};
