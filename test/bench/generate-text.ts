import { open } from 'node:fs/promises';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const triples = Array.from({ length: 62 ** 3 }, (_, number) =>
  [Math.floor(number / 3844), Math.floor(number / 62) % 62, number % 62]
    .map((digit) => base62.charAt(digit))
    .join(''),
);

/** An 18-character id of the shape of Salesforce's, its check letters left at `AAA`. Quick enough for millions. */
export const recordId = (prefix: string, serial: number): string =>
  `${prefix}Tl0000${triples[Math.floor(serial / 238_328)] ?? ''}${triples[serial % 238_328] ?? ''}AAA`;

/** How an export writes an empty lookup. */
export const noId = '000000000000000AAA';

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

const dayTexts = new Map<number, string>();

const dayText = (day: number): string => {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  dayTexts.set(day, text);
  return text;
};

/** Seconds since 1970 as `YYYY-MM-DD HH:MM:SS`. */
export const momentText = (seconds: number): string => {
  const day = Math.floor(seconds / 86400);
  const rest = seconds - day * 86400;
  return `${dayText(day)} ${twoDigits[Math.floor(rest / 3600)] ?? ''}:${twoDigits[Math.floor(rest / 60) % 60] ?? ''}:${twoDigits[rest % 60] ?? ''}`;
};

/** Seconds since 1970 as the midnight that an export writes for a date. */
export const dateText = (seconds: number): string => `${dayText(Math.floor(seconds / 86400))} 00:00:00`;

/** One line, every cell quoted. Cells must hold their own marks doubled. */
export const line = (...cells: readonly string[]): string => `"${cells.join('","')}"\n`;

const bufferedCharacters = 1 << 20;

/** Writes a file piece by piece, so that no file is ever whole in memory. */
export class TextFile {
  #waiting = '';
  readonly #file;

  private constructor(file: Awaited<ReturnType<typeof open>>) {
    this.#file = file;
  }

  static async create(path: string): Promise<TextFile> {
    return new TextFile(await open(path, 'w'));
  }

  /** Whether `flush` should be awaited before more is added. */
  get isFull(): boolean {
    return this.#waiting.length > bufferedCharacters;
  }

  add(text: string): void {
    this.#waiting += text;
  }

  async flush(): Promise<void> {
    await this.#file.write(this.#waiting);
    this.#waiting = '';
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#file.close();
  }
}
