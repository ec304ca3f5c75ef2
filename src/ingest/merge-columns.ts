import { CategoryBuilder, TextBuilder } from './column-builders.ts';
import { noDay, noFlag, type ColumnData } from './column-data.ts';
import { textAt } from './column-rows.ts';

const noColumn: ColumnData = { kind: 'category', codes: new Int32Array(0), values: [] };

/** Columns of one kind as one: in each row the value of the chosen column. */
export const mergedColumn = (parts: readonly ColumnData[], chosen: Int32Array): ColumnData => {
  const [first] = parts;
  const pick = (valueOf: (part: ColumnData, row: number) => number): Float64Array =>
    Float64Array.from(chosen, (part, row) => valueOf(parts[part] ?? first ?? noColumn, row));
  switch (first?.kind) {
    case 'instant':
      return {
        kind: 'instant',
        seconds: pick((part, row) =>
          part.kind === 'instant' ? (part.seconds[row] ?? Number.NaN) : Number.NaN,
        ),
      };
    case 'day':
      return {
        kind: 'day',
        days: Int32Array.from(pick((part, row) => (part.kind === 'day' ? (part.days[row] ?? noDay) : noDay))),
      };
    case 'number':
      return {
        kind: 'number',
        numbers: pick((part, row) =>
          part.kind === 'number' ? (part.numbers[row] ?? Number.NaN) : Number.NaN,
        ),
      };
    case 'flag':
      return {
        kind: 'flag',
        flags: Uint8Array.from(
          pick((part, row) => (part.kind === 'flag' ? (part.flags[row] ?? noFlag) : noFlag)),
        ),
      };
    case 'text':
    case 'category':
    case undefined: {
      const builder = first?.kind === 'text' ? new TextBuilder() : new CategoryBuilder();
      for (const [row, part] of chosen.entries()) {
        const column = parts[part];
        builder.append(column?.kind === 'text' || column?.kind === 'category' ? textAt(column, row) : null);
      }
      return builder.finish();
    }
  }
};
