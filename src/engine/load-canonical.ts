import { canonicalTableNames, type CanonicalTable } from '../domain/canonical.ts';
import { canonicalTableStatements, partTable } from '../sql/model/canonical.ts';
import type { QueryEngine } from './query-engine.ts';

/** Canonical rows on their way into the engine. */
export interface CanonicalStream {
  readonly table: CanonicalTable;
  readonly stream: Uint8Array;
}

/** Replaces all canonical tables by the given rows. The streams are consumed. */
export const loadCanonical = async (
  engine: QueryEngine,
  streams: readonly CanonicalStream[],
): Promise<void> => {
  for (const table of canonicalTableNames) {
    const parts = streams.filter((part) => part.table === table);
    for (const [index, part] of parts.entries()) await engine.load(partTable(table, index), part.stream);
    await engine.run(
      canonicalTableStatements(
        table,
        parts.map((_, index) => index),
      ),
    );
  }
};
