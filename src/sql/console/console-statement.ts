import type { Sql } from '../sql.ts';

/** A statement that a person typed: safe to be read from, or the reason why it is not run. */
export type ConsoleStatement =
  | { readonly isAllowed: true; readonly text: string }
  | { readonly isAllowed: false; readonly reason: string };

/** Rows that are shown at most. */
export const consoleRows = 1000;

const wordLetter = /[\w$\u0080-\uffff]/u;
const dollarQuote = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/uy;
const escapedText = /[eE]'(?:[^'\\]|\\.|'')*'/suy;
const lineComment = /--[^\n\r]*/uy;
const quoted: Readonly<Record<string, RegExp>> = { "'": /'[^']*'/uy, '"': /"[^"]*"/uy };

/** The end of what a pattern finds at a place, the text's end where it begins there and is left open. */
const endOf = (pattern: RegExp, text: string, start: number): number => {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : text.length;
};

/** The end of a comment in brackets; these nest. */
const commentEnd = (text: string, start: number): number => {
  let depth = 0;
  for (let place = start; place < text.length; place += 1) {
    const two = text.slice(place, place + 2);
    if (two !== '/*' && two !== '*/') continue;
    depth += two === '/*' ? 1 : -1;
    place += 1;
    if (depth === 0) return place + 1;
  }
  return text.length;
};

/** The end of what begins at a place, comments and quoted texts as one; the text's end where one is left open. */
const skipFrom = (text: string, start: number): number => {
  const two = text.slice(start, start + 2);
  if (two === '--') return endOf(lineComment, text, start);
  if (two === '/*') return commentEnd(text, start);
  const pattern = quoted[two.charAt(0)];
  if (pattern !== undefined) return endOf(pattern, text, start);
  if (start > 0 && wordLetter.test(text.charAt(start - 1))) return start + 1;
  if (two === "e'" || two === "E'") return endOf(escapedText, text, start);
  if (!two.startsWith('$')) return start + 1;
  dollarQuote.lastIndex = start;
  const tag = dollarQuote.exec(text)?.[0];
  if (tag === undefined) return start + 1;
  const end = text.indexOf(tag, start + tag.length);
  return end < 0 ? text.length : end + tag.length;
};

/** What the statement says outside of comments and quoted texts, each of these as one space. */
const bare = (text: string): string => {
  let out = '';
  for (let place = 0; place < text.length;) {
    const next = skipFrom(text, place);
    out += next === place + 1 ? (text[place] ?? '') : ' ';
    place = next;
  }
  return out;
};

const depthOf = (text: string): { readonly least: number; readonly last: number } => {
  let [least, last] = [0, 0];
  for (const letter of text) {
    last += Number(letter === '(') - Number(letter === ')');
    least = Math.min(least, last);
  }
  return { least, last };
};

/**
 * Takes one statement that only reads: it begins with SELECT, FROM or WITH, and nothing follows its end. It is later
 * read from as a part of another one, so that whatever writes is no statement at all; that is why its brackets have to
 * close.
 */
export const consoleStatement = (typed: string): ConsoleStatement => {
  const refused = (reason: string): ConsoleStatement => ({ isAllowed: false, reason });
  const text = bare(typed).trim();
  if (text === '') return refused('There is no statement yet.');
  const end = text.indexOf(';');
  if (
    end >= 0 &&
    text
      .slice(end + 1)
      .replaceAll(';', '')
      .trim() !== ''
  )
    return refused('Only one statement at a time: something follows the semicolon.');
  if (!/^(?:select|from|with)\b/iu.test(text))
    return refused('Only statements that read are run: begin with SELECT, FROM or WITH.');
  const { least, last } = depthOf(text);
  if (least < 0 || last !== 0) return refused('The brackets do not match.');
  return { isAllowed: true, text: withoutEnd(typed) };
};

/** The statement without semicolons at its end; those in comments and quoted texts stay. */
const withoutEnd = (typed: string): string => {
  for (let place = 0; place < typed.length; place = skipFrom(typed, place))
    if (typed[place] === ';') return typed.slice(0, place);
  return typed;
};

/**
 * Asks for the columns that a statement gives. The line breaks end a comment that the statement may end with; the bound
 * value makes the engine prepare it, and it prepares no more than one.
 */
export const describeStatement = (text: string): Sql => ({
  text: `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM (\n${text}\n) AS answer) WHERE ?`,
  params: [true],
});

/** Asks for the rows of a statement as texts, one more than are shown. */
export const rowsStatement = (text: string): Sql => ({
  text: `SELECT COLUMNS(*)::VARCHAR FROM (\n${text}\n) AS answer WHERE ? LIMIT ${consoleRows + 1}`,
  params: [true],
});
