import type { Question } from '../sql/question.ts';
import type { ColumnarSpec, ColumnsOf, RowOf, RowSpec } from '../sql/row-spec.ts';
import type { Sql } from '../sql/sql.ts';

/** The keyhole to the database. Everything above sees plain readonly rows and knows no engine. */
export interface QueryEngine {
  /** Answers a question. Rejects with an `EngineError` that carries the statement. */
  readonly ask: <Spec extends RowSpec>(question: Question<Spec>) => Promise<readonly RowOf<Spec>[]>;
  /** Answers a question of many rows as columns, so that no object is made for a row. Rejects like `ask`. */
  readonly columns: <Spec extends ColumnarSpec>(question: Question<Spec>) => Promise<ColumnsOf<Spec>>;
  /** Runs statements that return no rows, in order. */
  readonly run: (statements: readonly Sql[]) => Promise<void>;
  /** Creates a table from an Arrow IPC stream, replacing one of the same name. The bytes are consumed. */
  readonly load: (table: string, stream: Uint8Array) => Promise<void>;
  /** Appends an Arrow IPC stream of the same columns in the same order to a table that `load` made. The bytes are consumed. */
  readonly append: (table: string, stream: Uint8Array) => Promise<void>;
  /** A whole table's rows as an Arrow IPC stream, as `load` takes it. The statement has no bound values. */
  readonly dump: (statement: Sql) => Promise<Uint8Array>;
  /** Ends the engine; whatever is still asked is rejected. */
  readonly close: () => Promise<void>;
}

/** The one row of a question that always has one. */
export const first = async <Row>(rows: Promise<readonly Row[]>): Promise<Row> => {
  const [row] = await rows;
  if (row === undefined) throw new RangeError('A question of one row gave none.');
  return row;
};

/** A statement the engine refused, with the statement itself for the console and for tests. */
export class EngineError extends Error {
  readonly statement: string;
  constructor(message: string, statement: string) {
    super(message);
    this.name = 'EngineError';
    this.statement = statement;
  }
}
