import { withoutExponent } from './plain-number.ts';

/** Where a JSON text breaks its rules; `isCut` where it merely ends too early. */
export class JsonFault extends Error {
  readonly at: number;
  readonly isCut: boolean;
  constructor(at: number, isCut: boolean) {
    super(`Not JSON at ${at}`);
    this.at = at;
    this.isCut = isCut;
  }
}

/** A member of a record: its name, dotted for a member of a member, and its text. */
export type JsonMember = readonly [name: string, text: string];

const deepest = 200;
const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const spaceAt = /[ \t\n\r]*/y;
const words = ['true', 'false', 'null'] as const;

/** Reads one record of a JSON text. Numbers keep the digits they are written with; nothing is ever made an object. */
export class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The members of the object that the text holds, and nothing else. Throws a `JsonFault`. */
  record(): readonly JsonMember[] {
    const members: JsonMember[] = [];
    this.#object((name) => {
      if (this.#peek() === '{') this.#object((inner) => members.push([`${name}.${inner}`, this.#value(2)]));
      else members.push([name, this.#value(1)]);
    });
    this.#space();
    if (this.#at < this.#text.length) throw new JsonFault(this.#at, false);
    return members;
  }

  #space(): void {
    spaceAt.lastIndex = this.#at;
    spaceAt.test(this.#text);
    this.#at = spaceAt.lastIndex;
  }

  #peek(): string {
    this.#space();
    const letter = this.#text[this.#at];
    if (letter === undefined) throw new JsonFault(this.#at, true);
    return letter;
  }

  #expect(mark: string): void {
    if (this.#peek() !== mark) throw new JsonFault(this.#at, false);
    this.#at += 1;
  }

  #object(take: (name: string) => void): void {
    this.#expect('{');
    if (this.#peek() === '}') {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#space();
      const name = this.#string();
      this.#expect(':');
      take(name);
      if (this.#peek() === '}') break;
      this.#expect(',');
    }
    this.#at += 1;
  }

  #array(take: () => void): void {
    this.#expect('[');
    if (this.#peek() === ']') {
      this.#at += 1;
      return;
    }
    for (;;) {
      take();
      if (this.#peek() === ']') break;
      this.#expect(',');
    }
    this.#at += 1;
  }

  #string(): string {
    if (this.#peek() !== '"') throw new JsonFault(this.#at, false);
    const from = this.#at;
    let end = this.#text.indexOf('"', from + 1);
    while (end >= 0 && this.#isEscaped(end, from)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) throw new JsonFault(this.#text.length, true);
    this.#at = end + 1;
    const inner = this.#text.slice(from + 1, end);
    if (!inner.includes('\\')) return inner;
    try {
      return String(JSON.parse(this.#text.slice(from, end + 1)));
    } catch {
      throw new JsonFault(from, false);
    }
  }

  #isEscaped(quote: number, from: number): boolean {
    let at = quote - 1;
    while (at > from && this.#text[at] === '\\') at -= 1;
    return (quote - 1 - at) % 2 === 1;
  }

  /** A value as text: elements of an array stand between semicolons, an object in it stays as it is written. */
  #value(depth: number): string {
    if (depth > deepest) throw new JsonFault(this.#at, false);
    const letter = this.#peek();
    if (letter === '"') return this.#string();
    if (letter === '{') {
      const from = this.#at;
      this.#object(() => this.#value(depth + 1));
      return this.#text.slice(from, this.#at);
    }
    if (letter === '[') {
      const elements: string[] = [];
      this.#array(() => elements.push(this.#value(depth + 1)));
      return elements.join(';');
    }
    return this.#scalar();
  }

  #scalar(): string {
    const rest = this.#text.slice(this.#at, this.#at + 5);
    const word = words.find((known) => rest.startsWith(known));
    if (word !== undefined) {
      this.#at += word.length;
      return word === 'null' ? '' : word;
    }
    numberAt.lastIndex = this.#at;
    const found = numberAt.exec(this.#text)?.[0];
    if (found === undefined)
      throw new JsonFault(this.#at, rest.length < 5 && words.some((known) => known.startsWith(rest)));
    this.#at += found.length;
    return withoutExponent(found);
  }
}
