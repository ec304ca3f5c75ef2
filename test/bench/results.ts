import { xlsxToCsv, type Measurements } from './measure.ts';
import type { MeasuredWork } from './measure-cube.ts';

/** Our seconds over native seconds, by name, to four digits behind the point. */
export const ratios = (pairs: readonly MeasuredWork[]): Readonly<Record<string, number>> =>
  Object.fromEntries(pairs.map(({ name, ours, native }) => [name, Number((ours / native).toFixed(4))]));

const seconds = (value: number): string =>
  value < 0.1 ? `${(value * 1000).toFixed(2)} ms` : `${value.toFixed(3)} s`;

/** Pairs as lines of a table. */
export const linesOf = (pairs: readonly MeasuredWork[]): string => {
  const rows = [
    ['', 'ours', 'native', 'ratio'] as const,
    ...pairs.map(
      ({ name, ours, native }) =>
        [name, seconds(ours), seconds(native), (ours / native).toPrecision(3)] as const,
    ),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, ...cells]) => name.padEnd(width) + cells.map((cell) => cell.padStart(12)).join(''))
    .join('\n');
};

/** The same as a table to be read, with seconds and memory. */
export const table = (
  { pairs, peakMegabytes }: Measurements,
  leads: number,
): string => `${leads} leads, ${leads * 5} history rows; native DuckDB on one thread

${linesOf(pairs)}

Peak memory of the process: ${peakMegabytes.import} MB after the import, ${peakMegabytes.journeys} MB after building journeys.
Questions: median of 3 after one warm-up. Import and journeys: one run. "import lead" and "import history" come last, with
the program warmed up. "${xlsxToCsv}": 100,000 rows as a workbook against the same rows as CSV, both by our own import,
median of 3 after one warm-up.
`;
