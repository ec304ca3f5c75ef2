import { canonicalTables, type CanonicalKind, type CanonicalTable } from '../../src/domain/canonical.ts';
import { toEpochDay } from '../../src/domain/local-date.ts';
import { dayAt, zoneClock } from '../../src/domain/time-zone.ts';
import { arrowStream } from '../../src/ingest/arrow-stream.ts';
import {
  CategoryBuilder,
  dayBuilder,
  flagBuilder,
  instantBuilder,
  numberBuilder,
  TextBuilder,
} from '../../src/ingest/column-builders.ts';
import type { ColumnData } from '../../src/ingest/column-data.ts';
import type { CanonicalStream } from '../../src/engine/load-canonical.ts';

type Cell = string | number | boolean | null | undefined;

/** A canonical row as a test writes it: instants as ISO text, days as `YYYY-MM-DD`. */
export type CanonicalRow = Readonly<Record<string, Cell>>;

const column = (kind: CanonicalKind, cells: readonly Cell[]): ColumnData => {
  switch (kind) {
    case 'text': {
      const builder = new TextBuilder();
      for (const cell of cells) builder.append(cell === null || cell === undefined ? null : String(cell));
      return builder.finish();
    }
    case 'category': {
      const builder = new CategoryBuilder();
      for (const cell of cells) builder.append(cell === null || cell === undefined ? null : String(cell));
      return builder.finish();
    }
    case 'instant': {
      const builder = instantBuilder();
      for (const cell of cells)
        builder.append(
          cell === null || cell === undefined ? null : Math.floor(Date.parse(String(cell)) / 1000),
        );
      return builder.finish();
    }
    case 'day': {
      const builder = dayBuilder();
      for (const cell of cells)
        builder.append(cell === null || cell === undefined ? null : toEpochDay(String(cell)));
      return builder.finish();
    }
    case 'number':
    case 'money': {
      const builder = numberBuilder();
      for (const cell of cells) builder.append(cell === null || cell === undefined ? null : Number(cell));
      return builder.finish();
    }
    case 'flag': {
      const builder = flagBuilder();
      for (const cell of cells) builder.append(cell === true ? 1 : 0);
      return builder.finish();
    }
  }
};

/** One canonical table as the stream the engine loads. */
export const canonicalStream = (table: CanonicalTable, rows: readonly CanonicalRow[]): CanonicalStream => {
  const columns = Object.entries<CanonicalKind>(canonicalTables[table]).map(
    ([name, kind]) =>
      [
        name,
        column(
          kind,
          rows.map((row) => row[name]),
        ),
      ] as const,
  );
  return { table, stream: arrowStream(Object.fromEntries(columns), rows.length) };
};

/** The day in Stockholm, or in another zone, of an instant, or of a date that already is one. */
export const localDay = (moment: string, zone = 'Europe/Stockholm'): string =>
  moment.length === 10 ? moment : dayAt(Date.parse(moment), zoneClock(zone));
