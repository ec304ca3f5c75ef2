import { isCleanCell } from './clean-cell.ts';
import { usualDialect, type Dialect } from './dialect.ts';
import { recordCutter } from './record-scanner.ts';
import { splitRecords } from './split-records.ts';

const delimiters = [',', ';', '\t', '|', ', ', ' ', '^', '~'] as const;
const sampledRecords = 300;
const nearlyNothing = 1e-3;

/** Spaces separate cells only where most records agree on three or more: people's names have two words too. */
const fewestBetweenSpaces = 3;

interface Pattern {
  rows: number;
  readonly width: number;
}

/**
 * How well a dialect explains the records: few row widths, many columns, and cells that look like whole values. The
 * product of the two is the consistency measure of van den Burg, Nazábal & Sutton (2019), with our own cell types.
 */
const consistency = (bytes: Uint8Array, isWhole: boolean, dialect: Dialect): number => {
  const decoder = new TextDecoder('windows-1252');
  const cut = recordCutter(dialect);
  const patterns = new Map<number, Pattern>();
  let cells = 0;
  let clean = 0;
  let at = 0;
  for (let count = 0; count < sampledRecords && at < bytes.length; count += 1) {
    const record = cut(bytes, at, isWhole || count === 0);
    if (record === null) break;
    at = record.next;
    if (record.end === record.start) continue;
    const text = decoder.decode(bytes.subarray(record.start, record.end));
    const row = record.trouble === 'none' ? (splitRecords(text, dialect, '\n')[0] ?? []) : [];
    const pattern = patterns.get(row.length) ?? { rows: 0, width: Math.max(1, row.length) };
    pattern.rows += 1;
    patterns.set(row.length, pattern);
    cells += Math.max(1, row.length);
    clean += row.filter(isCleanCell).length;
  }
  if (patterns.size === 0) return 0;
  const [usual] = [...patterns.values()].toSorted((a, b) => b.rows - a.rows);
  if (
    dialect.delimiter === ' ' &&
    (usual === undefined || usual.rows < 2 || usual.width < fewestBetweenSpaces)
  )
    return 0;
  const shape = [...patterns.values()].reduce(
    (sum, { rows, width }) => sum + rows * (Math.max(nearlyNothing, width - 1) / width),
    0,
  );
  return (shape / patterns.size) * Math.max(nearlyNothing, clean / cells);
};

/** Which line ends the bytes could have, the more usual first. */
const lineEndsIn = (text: string): readonly Dialect['lineEnd'][] => {
  if (!text.includes('\n')) return text.includes('\r') ? ['cr'] : ['lf'];
  return /\r(?!\n)/.test(text) ? ['lf', 'any'] : ['lf'];
};

/** How many cells begin with a mark. */
const openings = (text: string, delimiter: string, quote: string): number =>
  [delimiter, '\n', '\r'].reduce(
    (sum, before) => sum + text.split(before + quote).length - 1,
    text.startsWith(quote) ? 1 : 0,
  );

/** Apostrophes are marks only where more cells begin with one than with a quotation mark, and in every fourth line one does. */
const quotesIn = (text: string, delimiter: string): readonly Dialect['quote'][] => {
  const apostrophes = openings(text, delimiter, "'");
  const isUsed = apostrophes > 1 && apostrophes * 4 >= text.split(/[\r\n]+/).length;
  return isUsed && apostrophes > openings(text, delimiter, '"') ? ['"', "'"] : ['"'];
};

const candidatesFor = (text: string): readonly Dialect[] => {
  const lineEnds = lineEndsIn(text);
  return delimiters
    .filter((delimiter) => text.includes(delimiter))
    .flatMap((delimiter) =>
      quotesIn(text, delimiter).flatMap((quote) =>
        (text.includes(`\\${quote}`) ? (['double', 'backslash'] as const) : (['double'] as const)).flatMap(
          (escape) => lineEnds.map((lineEnd) => ({ delimiter, quote, escape, lineEnd }) as const),
        ),
      ),
    );
};

/**
/**
 * Finds a file's dialect from its first bytes, which may be all of it: the one that explains their records best; of
 * equals, the more usual. A file of one column is read as comma-separated. A delimiter that a person chose is not put in
 * question.
 */
export const findDialect = (head: Uint8Array, isWhole = true, delimiter?: string): Dialect => {
  const text = new TextDecoder('windows-1252').decode(head);
  let best: Dialect = {
    ...usualDialect,
    lineEnd: lineEndsIn(text)[0] ?? 'lf',
    delimiter: delimiter ?? usualDialect.delimiter,
  };
  let bestScore = consistency(head, isWhole, best);
  for (const candidate of candidatesFor(text)) {
    if (delimiter !== undefined && candidate.delimiter !== delimiter) continue;
    const score = consistency(head, isWhole, candidate);
    if (score > bestScore * (1 + 1e-9)) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
};
