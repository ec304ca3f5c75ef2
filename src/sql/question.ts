import type { RowOf, RowSpec } from './row-spec.ts';
import type { Sql } from './sql.ts';

/** A question to the engine: the statement, its bound values and the rows it must give. */
export interface Question<Spec extends RowSpec> extends Sql {
  readonly rows: Spec;
}

/** The rows a question gives. */
export type AnswerOf<Asked> = Asked extends Question<infer Spec> ? readonly RowOf<Spec>[] : never;

export const question = <Spec extends RowSpec>(statement: Sql, rows: Spec): Question<Spec> => ({
  ...statement,
  rows,
});
