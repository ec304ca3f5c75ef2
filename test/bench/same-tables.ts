import { canonicalTables, type CanonicalKind, type CanonicalTable } from '../../src/domain/canonical.ts';
import { question, type Question } from '../../src/sql/question.ts';
import { optionalNumber, type ColumnSpec } from '../../src/sql/row-spec.ts';

const weightOf = (name: string, kind: CanonicalKind): string => {
  switch (kind) {
    case 'text':
    case 'category':
      return `sum(length(${name}) + ascii(right(${name}, 4)))`;
    case 'instant':
      return `sum(epoch_ms(${name}))`;
    case 'day':
      return `sum(${name} - DATE '1970-01-01')`;
    case 'number':
    case 'money':
      return `sum(${name})`;
    case 'flag':
      return `count(*) FILTER (${name})`;
  }
};

/** Counts and sums of every column of a canonical table: what two imports of the same files must agree on. */
export const weights = (
  table: CanonicalTable,
): Question<Readonly<Record<string, ColumnSpec<'number', true>>>> => {
  const columns = Object.entries<CanonicalKind>(canonicalTables[table]).flatMap(([name, kind]) => [
    [`${name}_filled`, `count(${name})`] as const,
    [`${name}_weight`, weightOf(name, kind)] as const,
  ]);
  const all = [['rows', 'count(*)'] as const, ...columns];
  return question(
    {
      text: `SELECT ${all.map(([name, value]) => `(${value})::DOUBLE AS ${name}`).join(', ')} FROM ${table}`,
      params: [],
    },
    Object.fromEntries(all.map(([name]) => [name, optionalNumber])),
  );
};

/** Throws where the two engines answer differently: a ratio of unequal work says nothing. */
export const expectSame = (what: string, ours: unknown, native: unknown): void => {
  if (JSON.stringify(ours) === JSON.stringify(native)) return;
  throw new Error(
    `${what}: the engines answer differently.\n${JSON.stringify(ours).slice(0, 2000)}\n${JSON.stringify(native).slice(0, 2000)}`,
  );
};
