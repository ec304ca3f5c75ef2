import type { Condition } from '../crm/crm-format.ts';
import { textAt } from './column-rows.ts';
import { truths } from './converted-column.ts';
import type { RawTable } from './raw-table.ts';

const guid = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;

const startsWith = (column: ReturnType<RawTable['texts']>, text: string): ((row: number) => boolean) => {
  if (column === null) return () => false;
  const prefix = new TextEncoder().encode(text);
  return (row) => {
    const from = column.offsets[row] ?? 0;
    return column.missing[row] === 0 && prefix.every((byte, index) => column.bytes[from + index] === byte);
  };
};

const meets = (raw: RawTable, condition: Condition): ((row: number) => boolean) => {
  if ('equals' in condition) {
    const column = raw.categories(condition.column);
    const code =
      column?.values.findIndex((value) => value.trim().toLowerCase() === condition.equals.toLowerCase()) ??
      -1;
    return (row) => code >= 0 && column?.codes[row] === code;
  }
  if ('truth' in condition) {
    const column = raw.categories(condition.column);
    const says = column?.values.map((value) => truths.get(value.trim().toLowerCase()) === 1) ?? [];
    return (row) => (says[column?.codes[row] ?? -1] ?? false) === condition.truth;
  }
  if ('anyFilled' in condition) {
    const columns = condition.anyFilled.flatMap((column) => raw.texts(column) ?? []);
    return (row) => columns.some((column) => column.missing[row] === 0);
  }
  const column = raw.texts(condition.column);
  if ('filled' in condition) return (row) => (column?.missing[row] === 0) === condition.filled;
  if ('looksLike' in condition) return (row) => column !== null && guid.test(textAt(column, row) ?? '');
  if ('startsWith' in condition) return startsWith(column, condition.startsWith);
  const starts = startsWith(column, condition.startsNotWith);
  return (row) => !starts(row);
};

/** Marks the rows that meet all conditions with 1. */
export const rowsMeeting = (raw: RawTable, conditions: readonly Condition[]): Uint8Array => {
  const rows = new Uint8Array(raw.rows).fill(1);
  for (const condition of conditions) {
    const holds = meets(raw, condition);
    for (let row = 0; row < rows.length; row += 1) if (rows[row] === 1 && !holds(row)) rows[row] = 0;
  }
  return rows;
};
