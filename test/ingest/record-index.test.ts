import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBuilder } from '../../src/ingest/column-builders.ts';
import type { ColumnData } from '../../src/ingest/column-data.ts';
import { RecordIndex, type FirstSeen } from '../../src/ingest/record-index.ts';

type TextColumn = Extract<ColumnData, { kind: 'text' }>;

const columnOf = (cells: readonly (string | null)[]): TextColumn => {
  const builder = new TextBuilder();
  for (const cell of cells) builder.append(cell);
  const data = builder.finish();
  if (data.kind !== 'text') throw new TypeError('A text builder gives text.');
  return data;
};

type Key = readonly (string | null)[];

/** What the index should say, by a plain map of keys written out. */
const byMap = (parts: readonly (readonly Key[])[]): readonly (FirstSeen | null)[] => {
  const seen = new Map<string, FirstSeen>();
  return parts.flatMap((keys, part) =>
    keys.map((key, row) => {
      const text = JSON.stringify(key);
      const first = seen.get(text) ?? null;
      if (first === null) seen.set(text, { part, row });
      return first;
    }),
  );
};

const byIndex = (parts: readonly (readonly Key[])[], width: number): readonly (FirstSeen | null)[] => {
  const index = new RecordIndex();
  return parts.flatMap((keys) => {
    const columns = Array.from({ length: width }, (_, at) => columnOf(keys.map((key) => key[at] ?? null)));
    const part = index.addPart(columns);
    return keys.map((_, row) => index.add(part, row));
  });
};

const cell = fc.oneof(
  fc.constant(null),
  fc.constantFrom('', 'a', 'A', 'é', '\u0000', 'a\u0000', '__proto__'),
  fc.string({ maxLength: 3 }),
);

describe('finding a record that was seen before', () => {
  it('says what a map of all keys would say, over several files', () => {
    const parts = fc.array(fc.array(fc.tuple(cell), { maxLength: 60 }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, (keys) => {
        expect(byIndex(keys, 1)).toEqual(byMap(keys));
      }),
      { seed: 71, numRuns: 300 },
    );
  });

  it('says so for keys of two columns, whose cells must not run into each other', () => {
    const parts = fc.array(fc.array(fc.tuple(cell, cell), { maxLength: 60 }), { maxLength: 3 });
    fc.assert(
      fc.property(parts, (keys) => {
        expect(byIndex(keys, 2)).toEqual(byMap(keys));
      }),
      { seed: 72, numRuns: 300 },
    );
    expect(
      byIndex(
        [
          [
            ['ab', 'c'],
            ['a', 'bc'],
          ],
        ],
        2,
      ),
    ).toEqual([null, null]);
  });

  it('holds while it grows past its first size many times', () => {
    const keys = Array.from({ length: 40_000 }, (_, index): Key => [`00Q${(index % 30_000).toString(36)}`]);
    expect(byIndex([keys], 1)).toEqual(byMap([keys]));
  });

  it('tells apart different ids that have the same hash', () => {
    const pairs: readonly (readonly [string, string])[] = collidingPairs();
    expect(pairs.length).toBeGreaterThan(0);
    for (const [a, b] of pairs) {
      expect(hash(a)).toBe(hash(b));
      expect(byIndex([[[a], [b], [a], [b]]], 1)).toEqual([
        null,
        null,
        { part: 0, row: 0 },
        { part: 0, row: 1 },
      ]);
    }
  });
});

/** FNV-1a over a text of ASCII letters, without the final mix: equal before it means equal after it. */
const hash = (text: string): number => {
  let value = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
};

/** Pairs among 300,000 numbered ids whose hashes are equal: about ten are to be expected. */
const collidingPairs = (): readonly (readonly [string, string])[] => {
  const byHash = new Map<number, string>();
  const found: (readonly [string, string])[] = [];
  for (let number = 0; number < 300_000; number += 1) {
    const id = `lead ${Math.imul(number, 0x9e3779b1) >>> 0} ${number % 7}`;
    const other = byHash.get(hash(id));
    if (other !== undefined) found.push([other, id]);
    byHash.set(hash(id), id);
  }
  return found;
};
