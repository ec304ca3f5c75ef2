import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../src/domain/time-zone.ts';
import { CategoryBuilder, TextBuilder } from '../../src/ingest/column-builders.ts';
import { MomentColumn } from '../../src/ingest/moment-column.ts';
import { NumberColumn } from '../../src/ingest/number-column.ts';

describe('a column filled with bytes', () => {
  const numberText = fc.oneof(
    fc.stringMatching(/^-?\d{0,17}[.,]?\d{0,4}$/),
    fc.double().map(String),
    fc.constantFrom('-', '-0', '.', '1.', '.5', '--1', '1.2.3', '0x10', '1 000'),
  );
  const momentText = fc.oneof(
    fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d([T x][0-2]\d:[0-6]\d:[0-6]\d(\.\d{1,4})?(Z|z|[+-]\d{4})?)?$/),
    fc.constantFrom(
      '2026-1-2',
      '02/03/2026',
      '2026-02-30',
      '2026-01-01T10:00',
      'soon',
      '2026-01-01 24:00:00',
    ),
  );
  const cells = (text: fc.Arbitrary<string>) =>
    fc.array(
      text.filter((cell) => cell !== ''),
      { maxLength: 20 },
    );
  const filled = <Column extends { append: (cell: string) => void; appendBytes: TextBuilder['appendBytes'] }>(
    make: () => Column,
    values: readonly string[],
  ): readonly [Column, Column] => {
    const [byText, byBytes] = [make(), make()];
    for (const value of values) {
      byText.append(value);
      const bytes = new TextEncoder().encode(`"${value}"`);
      byBytes.appendBytes(bytes, 1, bytes.length - 1);
    }
    return [byText, byBytes];
  };

  it('holds the numbers that its texts say', () => {
    fc.assert(
      fc.property(cells(numberText), (values) => {
        const [byText, byBytes] = filled(() => new NumberColumn(), values);
        expect(byBytes.finish()).toEqual(byText.finish());
        expect(byBytes.example).toBe(byText.example);
      }),
      { seed: 23, numRuns: 1000 },
    );
  });

  it('holds the moments that its texts say', () => {
    const stockholm = zoneClock('Europe/Stockholm');
    const kolkata = zoneClock('Asia/Kolkata');
    fc.assert(
      fc.property(cells(momentText), fc.boolean(), (values, dateOnly) => {
        const [byText, byBytes] = filled(() => new MomentColumn(), values);
        expect(byBytes.finish(kolkata, stockholm, dateOnly)).toEqual(
          byText.finish(kolkata, stockholm, dateOnly),
        );
        expect(byBytes.example).toBe(byText.example);
      }),
      { seed: 24, numRuns: 1000 },
    );
  });

  it('holds the words that its texts say', () => {
    fc.assert(
      fc.property(cells(fc.string({ unit: 'binary', maxLength: 6 })), (values) => {
        for (const make of [() => new TextBuilder(), () => new CategoryBuilder()]) {
          const [byText, byBytes] = filled<TextBuilder | CategoryBuilder>(make, values);
          expect(byBytes.finish()).toEqual(byText.finish());
        }
      }),
      { seed: 25, numRuns: 100 },
    );
  });

  it('tells apart more different words than its dictionary first has room for', () => {
    const values = Array.from({ length: 3000 }, (_, serial) => `word ${serial % 1500}`);
    const [byText, byBytes] = filled(() => new CategoryBuilder(), values);
    expect(byBytes.finish()).toEqual(byText.finish());
  });
});
