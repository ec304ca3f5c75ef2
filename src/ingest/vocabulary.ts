import type { CrmFormat, GroupedField, PlainSource, Source } from '../crm/crm-format.ts';
import { valueKey } from '../crm/value-key.ts';
import type { RawTable } from './raw-table.ts';
import { rowsMeeting } from './rows-meeting.ts';

/** What a column's own words are mapped to: a stage, an outcome, or the name of a channel or segment. */
export type VocabularyRole = 'status' | 'outcome' | GroupedField;

/** One word of the company's own, how many records use it, and what it is taken for; null where nobody has said. */
export interface Word {
  readonly value: string;
  readonly count: number;
  readonly meaning: string | null;
}

/** All words of one role in the files of one format, the most used first. */
export interface Vocabulary {
  readonly format: string;
  readonly role: VocabularyRole;
  /** The columns the words stand in, as the files write them. */
  readonly columns: readonly string[];
  readonly words: readonly Word[];
}

interface Found {
  readonly role: VocabularyRole;
  readonly column: string;
  readonly meaning: (value: string) => string | null;
}

const wordsOfSource = (name: string, source: PlainSource, format: CrmFormat): readonly Found[] => {
  if (name === 'channel' || name === 'segment') {
    const groups = format.groups?.[name];
    return typeof source === 'string'
      ? [{ role: name, column: source, meaning: (value) => groups?.[valueKey(value)] ?? null }]
      : [];
  }
  if (typeof source !== 'object') return [];
  if ('as' in source && source.as === 'stage') {
    const statuses = new Map(Object.entries(format.statuses));
    const meaning = (value: string): string | null => statuses.get(value.trim().toLowerCase()) ?? null;
    return [source.column, source.from].flatMap((column) =>
      column === undefined ? [] : [{ role: 'status' as const, column, meaning }],
    );
  }
  if ('values' in source && name === 'outcome') {
    const outcomes = new Map(
      Object.entries({ ...source.values, ...format.outcomes }).map(([value, to]) => [valueKey(value), to]),
    );
    return [
      { role: 'outcome', column: source.column, meaning: (value) => outcomes.get(valueKey(value)) ?? null },
    ];
  }
  return [];
};

const plainSources = (source: Source): readonly PlainSource[] =>
  typeof source === 'object' && 'either' in source ? source.either : [source];

/** The source that is read of several: the first whose column the file has. */
const readSources = (source: Source, raw: RawTable): readonly PlainSource[] => {
  const sources = plainSources(source);
  if (sources.length === 1) return sources;
  const read = sources.find((one) =>
    typeof one === 'object' && 'won' in one
      ? raw.has(one.won) && raw.has('closed' in one ? one.closed : one.lost)
      : typeof one === 'object' && 'column' in one && raw.has(one.column),
  );
  return read === undefined ? [] : [read];
};

/** How often each value stands in the rows that a rule is for. */
const countsOf = (codes: Int32Array, values: number, applies: Uint8Array): Float64Array => {
  const counts = new Float64Array(values);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code >= 0 && applies[row] === 1) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

/** The words of one file, by role and column: only those of rows that a rule is for. */
export const vocabulariesOf = (format: CrmFormat, raw: RawTable): readonly Vocabulary[] => {
  const seen = new Set<string>();
  return raw.table.rows.flatMap((rule) => {
    const applies = rowsMeeting(raw, rule.when ?? []);
    return Object.entries(rule.columns).flatMap(([name, source]) =>
      readSources(source, raw).flatMap((one) =>
        wordsOfSource(name, one, format).flatMap(({ role, column, meaning }) => {
          const cells = raw.categories(column);
          if (cells === null || seen.has(`${role} ${column}`)) return [];
          seen.add(`${role} ${column}`);
          const counts = countsOf(cells.codes, cells.values.length, applies);
          const words = cells.values.flatMap((value, code) =>
            counts[code] === 0 ? [] : [{ value, count: counts[code] ?? 0, meaning: meaning(value) }],
          );
          return [{ format: format.id, role, columns: [raw.written(column)], words }];
        }),
      ),
    );
  });
};

/** The words of several files and columns, each role of a format once. */
export const joinVocabularies = (all: readonly Vocabulary[]): readonly Vocabulary[] => {
  const joined = new Map<string, { vocabulary: Vocabulary; words: Map<string, Word> }>();
  for (const vocabulary of all) {
    const key = `${vocabulary.format} ${vocabulary.role}`;
    const known = joined.get(key) ?? {
      vocabulary: { ...vocabulary, columns: [] },
      words: new Map<string, Word>(),
    };
    const columns = [...new Set([...known.vocabulary.columns, ...vocabulary.columns])];
    for (const word of vocabulary.words) {
      const earlier = known.words.get(word.value);
      known.words.set(word.value, { ...word, count: word.count + (earlier?.count ?? 0) });
    }
    joined.set(key, { vocabulary: { ...known.vocabulary, columns }, words: known.words });
  }
  return [...joined.values()].map(({ vocabulary, words }) => ({
    ...vocabulary,
    words: [...words.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  }));
};
