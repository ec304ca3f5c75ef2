import { describe, expect, it } from 'vitest';
import { guessCodePage } from '../../src/ingest/code-page.ts';
import { textReader } from '../../src/ingest/text-reader.ts';

/** Every byte of an encoding by the letter it stands for. */
const bytesByLetter = (encoding: string): ReadonlyMap<string, number> =>
  new Map(
    Array.from(
      { length: 128 },
      (_, index) => [textReader(encoding)(Uint8Array.of(index + 128)), index + 128] as const,
    ),
  );

const encoded = (text: string, encoding: string): Uint8Array => {
  const bytes = bytesByLetter(encoding);
  return Uint8Array.from(Array.from(text), (letter) => bytes.get(letter) ?? letter.charCodeAt(0));
};

const texts: readonly (readonly [string, readonly string[], string])[] = [
  [
    'Swedish',
    ['windows-1252'],
    'Källa;Ägare;Företag;Åsa Öberg;Möte bokat på mässan i Göteborg;Väntar på återkoppling',
  ],
  [
    'Spanish',
    ['windows-1252'],
    'Negociación;Compañía;Correo electrónico;¿Cuándo llamó?;Último contacto;Peña Núñez',
  ],
  [
    'German',
    ['windows-1252'],
    'Quelle;Geschäftsführer;Müller & Söhne;Straße;gewünschter Rückruf für nächste Woche',
  ],
  [
    'French',
    ['windows-1252'],
    'Société;créé le;prénom;à rappeler;réunion annulée;conçu près de la gare;être relancé',
  ],
  [
    'Polish',
    ['windows-1250', 'iso-8859-2'],
    'Źródło;Właściciel;Spółka z o.o.;Łódź;Zażółć gęślą jaźń;umówiono spotkanie na środę',
  ],
  ['Turkish', ['windows-1254'], 'Kaynak;Şirket;görüşme yapıldı;değil;müşteri adayı;çağrı;İstanbul’da satış'],
];

describe('the code page of a file', () => {
  it.each(
    texts.flatMap(([language, encodings, text]) =>
      encodings.map((encoding) => [language, encoding, text] as const),
    ),
  )('is told by its letters: %s in %s', (_, encoding, text) => {
    const guess = guessCodePage(encoded(text, encoding));
    expect(textReader(guess.encoding)(encoded(text, encoding))).toBe(text);
  });

  it('is ISO 8859-15 where the euro stands at its place', () => {
    const bytes = encoded('Pris 500 € för mötet på mässan', 'iso-8859-15');
    expect(guessCodePage(bytes).encoding).toBe('iso-8859-15');
  });

  it('is Windows-1252 where nothing speaks for another', () => {
    expect(guessCodePage(Uint8Array.of(0x93, 0x94, 0x80)).encoding).toBe('windows-1252');
  });
});
