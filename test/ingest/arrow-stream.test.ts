import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEpochDay } from '../../src/domain/local-date.ts';
import { arrowStream } from '../../src/ingest/arrow-stream.ts';
import {
  CategoryBuilder,
  dayBuilder,
  flagBuilder,
  instantBuilder,
  numberBuilder,
  TextBuilder,
} from '../../src/ingest/column-builders.ts';
import { question } from '../../src/sql/question.ts';
import { optionalDay, optionalNumber, optionalText, number } from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';
import { sharedEngine } from '../support/engine.ts';

interface Row {
  readonly words: string | null;
  readonly kind: string | null;
  readonly instant: number | null;
  readonly day: number | null;
  readonly amount: number | null;
  readonly flag: boolean | null;
}

const words = fc.oneof(
  fc.constantFrom('', 'a', 'é', '😀', '\u0000', '\ufeff', "'; DROP TABLE t; --", 'ﬀ', 'a'.repeat(5000)),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const row: fc.Arbitrary<Row> = fc.record({
  words: fc.option(words),
  kind: fc.option(fc.constantFrom('Web', '', 'Evént', '__proto__', 'constructor', '\ufeff')),
  instant: fc.option(fc.integer({ min: -2_208_988_800, max: 4_102_444_800 })),
  day: fc.option(fc.integer({ min: -25_567, max: 47_482 })),
  amount: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  flag: fc.option(fc.boolean()),
});

const streamOf = (rows: readonly Row[]): Uint8Array => {
  const builders = {
    words: new TextBuilder(),
    kind: new CategoryBuilder(),
    instant: instantBuilder(),
    day: dayBuilder(),
    amount: numberBuilder(),
    flag: flagBuilder(),
  };
  for (const entry of rows) {
    builders.words.append(entry.words);
    builders.kind.append(entry.kind);
    builders.instant.append(entry.instant);
    builders.day.append(entry.day);
    builders.amount.append(entry.amount);
    builders.flag.append(entry.flag === null ? null : Number(entry.flag));
  }
  const columns = Object.fromEntries(
    Object.entries(builders).map(([name, builder]) => [name, builder.finish()]),
  );
  return arrowStream(columns, rows.length);
};

const everything = question(
  sql`SELECT words, kind::TEXT AS kind, (epoch_us(instant) / 1e6)::DOUBLE AS instant, day, amount, flag::INTEGER::DOUBLE AS flag
      FROM round_trip ORDER BY rowid`,
  {
    words: optionalText,
    kind: optionalText,
    instant: optionalNumber,
    day: optionalDay,
    amount: optionalNumber,
    flag: optionalNumber,
  },
);

const asAsked = ({ words: text, kind, instant, day, amount, flag }: Row) => ({
  words: text,
  kind,
  instant,
  day: day === null ? null : fromEpochDay(day),
  amount,
  flag: flag === null ? null : Number(flag),
});

describe('columns on their way into the engine', () => {
  it('arrive with every value they were built with', async () => {
    const engine = await sharedEngine();
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        await engine.load('round_trip', streamOf(rows));
        expect(await engine.ask(everything)).toEqual(rows.map(asAsked));
      }),
      { seed: 81, numRuns: 60 },
    );
    await engine.run([sql`DROP TABLE IF EXISTS round_trip`]);
  });

  it('arrive in order and in full where the builders had to grow many times', async () => {
    const engine = await sharedEngine();
    const rows = Array.from({ length: 70_000 }, (_, index): Row => ({
      words: index % 7 === 0 ? null : `lead ${index} é`,
      kind: `kind ${index % 300}`,
      instant: index % 5 === 0 ? null : index * 1000,
      day: index % 20_000,
      amount: index / 8,
      flag: index % 3 === 0,
    }));
    await engine.load('round_trip', streamOf(rows));
    const found = await engine.ask(everything);
    expect(found).toHaveLength(rows.length);
    const differing = rows.findIndex(
      (entry, index) => JSON.stringify(asAsked(entry)) !== JSON.stringify(found[index]),
    );
    expect(differing).toBe(-1);
    await engine.run([sql`DROP TABLE IF EXISTS round_trip`]);
  });

  it('make a table even where there is no row', async () => {
    const engine = await sharedEngine();
    await engine.load('round_trip', streamOf([]));
    const counted = question(sql`SELECT count(*)::DOUBLE AS n FROM round_trip`, { n: number });
    expect(await engine.ask(counted)).toEqual([{ n: 0 }]);
    await engine.run([sql`DROP TABLE IF EXISTS round_trip`]);
  });
});
