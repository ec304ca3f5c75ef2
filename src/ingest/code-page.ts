import { languages, type CodePage, type Language } from './letter-frequencies.ts';
import { textReader } from './text-reader.ts';

/** An encoding of one byte a letter, with the language whose letters it explains best. */
export interface CodePageGuess {
  readonly encoding: CodePage;
  readonly language: string;
  /** Bytes beyond ASCII that the guess rests on. */
  readonly letters: number;
}

const typographic = new Set('€£§°©®«»“”„‘’‚–—…·²³½¼×\u00a0\u00ad%‰™•'.split(''));

const rare = 1e-4;
const symbol = 2e-2;
const control = 1e-9;

const countsOf = (bytes: Uint8Array): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const byte of bytes) if (byte >= 0x80) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  return counts;
};

const likelihoodOf = (letter: string, { letters }: Language, total: number): number => {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x80 && code < 0xa0) return control;
  const frequency = letters[letter.toLowerCase()];
  if (frequency !== undefined) return frequency / total;
  return typographic.has(letter) ? symbol : rare;
};

/** Log-likelihood of the bytes beyond ASCII, were they this language in this encoding. */
const score = (counts: ReadonlyMap<number, number>, language: Language, encoding: string): number => {
  const decode = textReader(encoding);
  const total = Object.values(language.letters).reduce((sum, frequency) => sum + frequency, 0);
  let sum = 0;
  for (const [byte, count] of counts)
    sum += count * Math.log(likelihoodOf(decode(Uint8Array.of(byte)), language, total));
  return sum;
};

/**
 * Guesses the code page of bytes that are no UTF-8: the encoding under which they are the likeliest letters of one of the
 * languages we know. Windows-1252 where nothing speaks for another. The guess never changes where records begin or end.
 */
export const guessCodePage = (bytes: Uint8Array): CodePageGuess => {
  const counts = countsOf(bytes);
  const letters = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let best: CodePageGuess = { encoding: 'windows-1252', language: 'unknown', letters };
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const language of languages) {
    for (const encoding of language.encodings) {
      const value = score(counts, language, encoding);
      if (value > bestScore) {
        best = { encoding, language: language.name, letters };
        bestScore = value;
      }
    }
  }
  return best;
};
