import { canonicalTableNames } from '../../src/domain/canonical.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { question } from '../../src/sql/question.ts';
import { text } from '../../src/sql/row-spec.ts';

/** Every row of every canonical table as text, sorted, each behind the name of its table. */
export const canonicalText = async (engine: QueryEngine): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const table of canonicalTableNames) {
    const found = await engine.ask(
      question({ text: `SELECT t::TEXT AS line FROM ${table} t ORDER BY line`, params: [] }, { line: text }),
    );
    lines.push(...found.map(({ line }) => `${table} ${line}`));
  }
  return lines;
};
