import { canonicalTableNames } from '../domain/canonical.ts';
import {
  consoleRows,
  consoleStatement,
  describeStatement,
  rowsStatement,
} from '../sql/console/console-statement.ts';
import { question } from '../sql/question.ts';
import { optionalText, text, type RowSpec } from '../sql/row-spec.ts';
import { sql } from '../sql/sql.ts';
import { EngineError, type QueryEngine } from './query-engine.ts';

/** A column of a table or of an answer, with the type that the engine names it by. */
export interface ConsoleColumn {
  readonly name: string;
  readonly type: string;
}

/** A row of an answer, which has no name but its place, from 0. */
export interface ConsoleRow {
  readonly place: number;
  readonly values: readonly (string | null)[];
}

/** What a statement gave. Values are texts; null is no value. */
export interface ConsoleAnswer {
  readonly columns: readonly ConsoleColumn[];
  readonly rows: readonly ConsoleRow[];
  /** There are more rows than are given. */
  readonly isCut: boolean;
}

/** A table that can be read from, and its columns. */
export interface ConsoleTable {
  readonly name: string;
  readonly columns: readonly ConsoleColumn[];
}

/** A statement that was not run or gave no answer, in words. */
export class ConsoleError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConsoleError';
  }
}

/** The tables beside the console: as the files were mapped, and what the definitions made of them. */
const factTables = ['journey', 'opp', 'sourced_opp', 'handover', 'definition'] as const;

const kinds: readonly (readonly [start: RegExp, words: string])[] = [
  [/^Parser Error/u, 'The statement is not written as the engine reads it.'],
  [/^Catalog Error/u, 'There is no such table or function.'],
  [/^Binder Error/u, 'A column is not there, or cannot be used like this.'],
  [/^Conversion Error/u, 'A value cannot be read as the type that is asked for.'],
  [/^Out of Memory/u, 'The answer needs more memory than there is.'],
  [/^(?:Permission|Invalid Input) Error/u, 'The engine does not do this.'],
];

/** What an error of the engine means, with the engine's own words behind it. */
const inWords = (message: string): string => {
  const [first = ''] = message.split('\n');
  const words = kinds.find(([start]) => start.test(first))?.[1] ?? 'The engine could not answer.';
  return `${words} (${first})`;
};

const asked = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof EngineError) throw new ConsoleError(inWords(error.message));
    throw error;
  }
};

/** Runs one statement that reads. Throws a `ConsoleError` in words where it is refused or wrong. */
export const askConsole = async (engine: QueryEngine, typed: string): Promise<ConsoleAnswer> => {
  const statement = consoleStatement(typed);
  if (!statement.isAllowed) throw new ConsoleError(statement.reason);
  const described = await asked(
    engine.ask(question(describeStatement(statement.text), { column_name: text, column_type: text })),
  );
  const columns = described.map(({ column_name: name, column_type: type }) => ({ name, type }));
  const spec: RowSpec = Object.fromEntries(columns.map(({ name }) => [name, optionalText]));
  const rows = await asked(engine.ask(question(rowsStatement(statement.text), spec)));
  return {
    columns,
    rows: rows.slice(0, consoleRows).map((row, place) => ({
      place,
      values: columns.map(({ name }) => (row[name] === null ? null : String(row[name]))),
    })),
    isCut: rows.length > consoleRows,
  };
};

const columnsThere = question(
  sql`SELECT table_name, column_name, data_type FROM information_schema.columns
    WHERE table_schema = 'main' ORDER BY table_name, ordinal_position`,
  { table_name: text, column_name: text, data_type: text },
);

/** The tables that are there to be read from, those of the files first. */
export const consoleTables = async (engine: QueryEngine): Promise<readonly ConsoleTable[]> => {
  const columns = await engine.ask(columnsThere);
  return [...canonicalTableNames, ...factTables]
    .map((name) => ({
      name,
      columns: columns
        .filter((column) => column.table_name === name)
        .map((column) => ({ name: column.column_name, type: column.data_type })),
    }))
    .filter((table) => table.columns.length > 0);
};
