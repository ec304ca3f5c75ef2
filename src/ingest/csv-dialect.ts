import { nextRecord, type Dialect } from './record-scanner.ts';
import { splitRecords } from './split-records.ts';

const delimiters = [',', ';', '\t', '|'] as const;

const sampledRecords = 200;

interface Candidate {
  readonly dialect: Dialect;
  readonly width: number;
  readonly agreement: number;
  /** Whether no other width, one included, occurs more often. */
  readonly isUsual: boolean;
}

const judge = (bytes: Uint8Array, dialect: Dialect): Candidate => {
  const decoder = new TextDecoder('windows-1252');
  const widths = new Map<number, number>();
  let at = 0;
  for (let count = 0; count < sampledRecords && at < bytes.length; count += 1) {
    const record = nextRecord(bytes, at, dialect, true);
    if (record === null) break;
    at = record.next;
    if (record.end === record.start || record.trouble !== 'none') continue;
    const width =
      splitRecords(decoder.decode(bytes.subarray(record.start, record.end)), dialect, '\n')[0]?.length ?? 0;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const total = [...widths.values()].reduce((sum, count) => sum + count, 0);
  const usual = [...widths.entries()].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  const [width, count] = usual.find(([cells]) => cells > 1) ?? [1, 0];
  return { dialect, width, agreement: total === 0 ? 0 : count / total, isUsual: usual[0]?.[0] === width };
};

/**
 * Finds the delimiter and line end from the first records: the delimiter under which most records have the same width
 * above one; of equals, the one with more columns. Titles above a short table may outnumber its records, so a delimiter
 * whose records are the fewer still counts where no other has the most. A file of one column is read as comma-separated.
 */
export const findDialect = (head: Uint8Array): Dialect => {
  const lineEnd = head.includes(0x0a) || !head.includes(0x0d) ? 'lf' : 'cr';
  const candidates = delimiters.map((delimiter) => judge(head, { delimiter, lineEnd }));
  const best = candidates
    .filter((candidate) => candidate.width > 1)
    .toSorted(
      (a, b) => Number(b.isUsual) - Number(a.isUsual) || b.agreement - a.agreement || b.width - a.width,
    )[0];
  return best?.dialect ?? { delimiter: ',', lineEnd };
};
