import { findingLinesShown, reasonWords, type CellFinding, type ReasonCode } from './ledger.ts';
import type { ReadFile } from './read-file.ts';
import { turn } from './turn.ts';
import { CsvWriter, rowsBetweenTurns } from './write-csv.ts';

/** Cells of one column left empty in loaded rows, for one reason; `cell` is the column's place in a record, rows ascend. */
export interface LeftEmpty {
  readonly reason: ReasonCode;
  readonly column: string;
  readonly cell: number | null;
  readonly rows: Int32Array;
}

const headers = ['Line', 'Column', 'Cell as written', 'Reason', 'Code', 'Record as written'] as const;

/** Every cell by its row and, in one row, by its place among the findings: two numbers in one, so that a million sort at once. */
const inOrder = (leftEmpty: readonly LeftEmpty[]): Float64Array => {
  const cells = new Float64Array(leftEmpty.reduce((sum, { rows }) => sum + rows.length, 0));
  let at = 0;
  for (const [index, { rows }] of leftEmpty.entries()) {
    for (const row of rows) {
      cells[at] = row * leftEmpty.length + index;
      at += 1;
    }
  }
  return cells.toSorted();
};

/** What the ledger says of the cells left empty in loaded records, and the list of all of them. */
export interface LeftEmptyCells {
  readonly findings: readonly CellFinding[];
  /** Null where no cell was left empty. */
  readonly list: Blob | null;
}

/**
 * Lists the cells left empty in loaded records as a CSV file of its own, not among the records set aside: its records
 * are loaded, and dropped again they would be at odds with themselves. They are mended where they came from.
 */
export const leftEmptyCells = async (
  { source, places }: Pick<ReadFile, 'source' | 'places'>,
  leftEmpty: readonly LeftEmpty[],
  signal: AbortSignal,
): Promise<LeftEmptyCells> => {
  const writer = new CsvWriter();
  const examples = new Map<LeftEmpty, string>();
  for (const key of inOrder(leftEmpty)) {
    const finding = leftEmpty[key % leftEmpty.length];
    if (finding === undefined) continue;
    if (writer.rows % rowsBetweenTurns === 0) {
      await turn();
      signal.throwIfAborted();
    }
    if (writer.rows === 0) writer.append(headers);
    const { line, from, to } = places.at(Math.floor(key / leftEmpty.length));
    const { cells, text } = await source.recordAt(from, to);
    const cell = cells[finding.cell ?? -1] ?? '';
    if (!examples.has(finding)) examples.set(finding, cell);
    writer.append([String(line), finding.column, cell, reasonWords[finding.reason], finding.reason, text]);
  }
  return {
    findings: leftEmpty.map((finding) => ({
      reason: finding.reason,
      column: finding.column,
      count: finding.rows.length,
      example: examples.get(finding) ?? '',
      lines: Array.from(finding.rows.subarray(0, findingLinesShown), (row) => places.at(row).line),
    })),
    list: writer.rows === 0 ? null : writer.finish(),
  };
};
