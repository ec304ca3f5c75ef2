import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalContent } from '../support/canonical-content.ts';
import { fileOf, importing } from '../support/import-texts.ts';

/** How a spreadsheet of one country saves a table. */
interface Writing {
  readonly locale: 'sv-SE' | 'es-ES' | 'pl-PL' | 'de-DE' | 'en-GB' | 'en-US';
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly encoding: 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'windows-1252';
  readonly end: '\n' | '\r\n';
  readonly isQuoted: boolean;
}

const writings: fc.Arbitrary<Writing> = fc.record({
  locale: fc.constantFrom('sv-SE', 'es-ES', 'pl-PL', 'de-DE', 'en-GB', 'en-US'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'utf-16le', 'windows-1252'),
  end: fc.constantFrom('\n', '\r\n'),
  isQuoted: fc.boolean(),
});

const leads = Array.from({ length: 30 }, (_, index) => ({
  id: `L${index}`,
  created: Date.UTC(2026, index % 6, ((index * 7) % 28) + 1),
  won: index % 3 === 0 ? Date.UTC(2026, 8, (index % 28) + 1) : null,
  channel: ['Mässa', 'Café', 'Web; direct', 'Say "hi", twice'][index % 4] ?? '',
  amount: 1000 * index + 250.5,
}));

const written = ({ locale, delimiter, end, isQuoted }: Writing): string => {
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
  const cell = (text: string): string =>
    isQuoted || /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = leads.map(({ id, created, won, channel, amount }) => [
    id,
    date.format(created),
    channel,
    won === null ? '' : date.format(won),
    won === null ? '' : date.format(won),
    number.format(amount),
  ]);
  return [['lead_id', 'created_at', 'channel', 'opportunity_date', 'won_date', 'amount'], ...rows]
    .map((row) => row.map(cell).join(delimiter) + end)
    .join('');
};

const encoded = (text: string, encoding: Writing['encoding']): Uint8Array<ArrayBuffer> => {
  switch (encoding) {
    case 'utf-8':
      return Uint8Array.from(Buffer.from(text, 'utf8'));
    case 'utf-8 with a mark':
      return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf8'));
    case 'utf-16le':
      return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
    case 'windows-1252':
      return Uint8Array.from(Buffer.from(text.replaceAll('\u2212', '-'), 'latin1'));
  }
};

const plain: Writing = { locale: 'sv-SE', delimiter: ',', encoding: 'utf-8', end: '\n', isQuoted: true };

const contentOf = async (writing: Writing) =>
  canonicalContent(await importing([fileOf('leads.csv', encoded(written(writing), writing.encoding))]));

describe('a table saved by another country’s spreadsheet', () => {
  it('gives the same leads, opportunities and amounts in any dialect, encoding and locale', async () => {
    const expected = await contentOf(plain);
    expect(expected.leads).toHaveLength(30);
    expect(expected.opportunities.map(({ amount_minor }) => amount_minor)).toContain(325_050);
    await fc.assert(
      fc.asyncProperty(writings, async (writing) => {
        expect(await contentOf(writing)).toEqual(expected);
      }),
      { seed: 71, numRuns: 40 },
    );
  });
});
