import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { question } from '../../src/sql/question.ts';
import { text } from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';

const names = question(
  sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY table_name`,
  { name: text },
);

/** Every table the engine holds. */
export const tableNames = async (engine: QueryEngine): Promise<readonly string[]> =>
  (await engine.ask(names)).map((row) => row.name);
