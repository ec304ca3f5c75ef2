import type { ReadRecord } from './read-record.ts';
import type { RecordSource } from './record-source.ts';
import { setAsideColumn, type SetAsideColumn } from './set-aside-columns.ts';
import { isBlank } from './blank-cells.ts';
import { unsafeCell } from './write-csv.ts';

/** Where the original columns and our own stand in a file of records set aside. */
interface Layout {
  readonly width: number;
  readonly original: readonly number[];
  readonly own: ReadonlyMap<SetAsideColumn, number>;
}

const headerRecords = 20;
const shownLetters = 2000;

const layoutOf = (headers: readonly string[]): Layout | null => {
  const own = new Map<SetAsideColumn, number>();
  const original: number[] = [];
  for (const [position, header] of headers.entries()) {
    const name = setAsideColumn(header);
    if (name === undefined) original.push(position);
    else own.set(name, position);
  }
  return own.has('code') && own.has('text') ? { width: headers.length, original, own } : null;
};

const originalCells = ({ original }: Layout, cells: readonly string[]): readonly string[] =>
  original.map((position) => unsafeCell(cells[position] ?? ''));

const ownCell = ({ own }: Layout, cells: readonly string[], name: SetAsideColumn): string =>
  unsafeCell(cells[own.get(name) ?? -1] ?? '');

/** Cells that do not fit the header, so that the record is set aside once more: more of them than columns, or fewer. */
const misfit = ({ original }: Layout, text: string, isWide: boolean): readonly string[] =>
  isWide || original.length < 2 ? [text, ...original.map(() => '')] : [text];

/** A record without our columns. One that could not be split, and that nobody filled in, stays set aside for the same reason. */
const mended = (record: ReadRecord, layout: Layout): ReadRecord => {
  const { cells } = record;
  if (cells === null || isBlank(cells)) return record;
  if (cells.length !== layout.width)
    return { ...record, cells: misfit(layout, cells[0] ?? '', cells.length > layout.width) };
  const original = originalCells(layout, cells);
  const code = ownCell(layout, cells, 'code');
  if (!isBlank(original) || code === '') return { ...record, cells: original };
  if (code === 'QUOTE_UNCLOSED' || code === 'QUOTE_STRAY') return { ...record, cells: null, trouble: code };
  return {
    ...record,
    cells: misfit(layout, ownCell(layout, cells, 'text') || code, code === 'FIELD_COUNT_HIGH'),
  };
};

const decisiveIn = (text: string): ReadonlyMap<string, string> => {
  try {
    const found: unknown = JSON.parse(text);
    return new Map(
      typeof found === 'object' && found !== null
        ? Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
        : [],
    );
  } catch {
    return new Map();
  }
};

/**
 * A source whose records come without the columns that we add to what was set aside, and whose cells are as they were
 * before they were made safe for a spreadsheet. A file without such columns is passed on as it is.
 */
export const setAsideSource = (source: RecordSource): RecordSource => {
  let layout: Layout | null = null;
  let decisive = '';
  return {
    ...source,
    read: (take, report, signal, takeRun) => {
      let before = 0;
      const first = (record: ReadRecord): void => {
        before += 1;
        const cells = record.cells ?? [];
        layout = layoutOf(cells);
        take(layout === null ? record : { ...record, cells: originalCells(layout, cells) });
      };
      return source.read(
        (record) => {
          if (layout === null) {
            if (before > headerRecords) take(record);
            else first(record);
            return;
          }
          decisive ||= ownCell(layout, record.cells ?? [], 'decisive');
          take(mended(record, layout));
        },
        report,
        signal,
        takeRun === undefined
          ? undefined
          : (run, from, offset, line) =>
              layout === null && before > headerRecords ? takeRun(run, from, offset, line) : from,
      );
    },
    recordAt: async (from, to) => {
      const record = await source.recordAt(from, to);
      if (layout === null) return record;
      if (record.cells.length !== layout.width) return { cells: [], text: record.text };
      return {
        cells: originalCells(layout, record.cells),
        text: ownCell(layout, record.cells, 'text') || record.text,
      };
    },
    textOf: async (from, to) => {
      if (layout === null) return source.textOf(from, to);
      const { cells, text } = await source.recordAt(from, to);
      const written = cells.length === layout.width ? ownCell(layout, cells, 'text') : '';
      return (written || text).slice(0, shownLetters);
    },
    decisiveCells: () => decisiveIn(decisive),
  };
};
