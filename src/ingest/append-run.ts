import type { ColumnPlace } from '../crm/recognise.ts';
import type { EmptyCells } from './empty-cells.ts';
import { packedEntry } from './packed-entry.ts';
import type { RecordRun } from './record-run.ts';

/** A column that is filled cell by cell: from text, or from the UTF-8 bytes of a filled cell. */
export interface CellTaker {
  readonly append: (value: string | null) => void;
  readonly appendBytes: (bytes: Uint8Array, from: number, to: number) => void;
}

/**
 * Hands one column of the records from `first` to `end` to its holder; only cells whose bytes are not their text, or
 * that pack several entries, become strings.
 */
export const appendColumn = (
  holder: CellTaker,
  run: RecordRun,
  { cell: column, entry }: ColumnPlace,
  first: number,
  end: number,
  empty: EmptyCells,
): void => {
  const { bytes, starts, ends, isCoded, width } = run;
  for (let cell = first * width + column; cell < end * width; cell += width) {
    const from = starts[cell] ?? 0;
    const to = ends[cell] ?? 0;
    if (entry !== null || isCoded[cell] === 1) {
      const value = entry === null ? run.textOf(cell) : packedEntry(run.textOf(cell), entry);
      holder.append(empty.hasText(value) ? null : value);
    } else if (empty.hasBytes(bytes, from, to)) holder.append(null);
    else holder.appendBytes(bytes, from, to);
  }
};
