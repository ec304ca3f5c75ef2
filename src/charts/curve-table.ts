import { numberCell, type ChartTableData } from './chart-table.tsx';
import { stepAt, type Curve } from './curve.ts';

/** The words of the table. */
export interface CurveWords {
  readonly day: string;
  readonly low: string;
  readonly high: string;
}

/** One row for each day on which a curve steps, and for the age that all have reached; one column a curve. */
export function curveTable(
  caption: string,
  curves: readonly Curve[],
  days: number,
  sureTo: number | null,
  words: CurveWords,
  format: (share: number) => string,
): ChartTableData {
  const drawn = curves.filter(({ knownTo }) => knownTo !== null);
  const steps = drawn.flatMap((curve) => [...curve.steps.map(({ day }) => day), curve.knownTo ?? 0]);
  const all = new Set(
    [...steps, ...(sureTo === null || drawn.length === 0 ? [] : [sureTo])].filter((day) => day <= days),
  );
  return {
    caption,
    rowTitle: words.day,
    columns: drawn.flatMap(({ label, hasBand }) =>
      [label, ...(hasBand ? [`${label}, ${words.low}`, `${label}, ${words.high}`] : [])].map((column) => ({
        label: column,
        isNumber: true,
      })),
    ),
    rows: [...all]
      .toSorted((a, b) => a - b)
      .map((day) => ({
        key: String(day),
        label: String(day),
        cells: drawn.flatMap((curve) => cellsOf(curve, day, format)),
      })),
  };
}

function cellsOf({ steps, knownTo, hasBand }: Curve, day: number, format: (share: number) => string) {
  const step = stepAt(steps, day);
  const isKnown = day <= (knownTo ?? -1);
  const numbers = [step?.share ?? 0, ...(hasBand ? [step?.low ?? null, step?.high ?? null] : [])];
  return numbers.map((number) => numberCell(isKnown ? number : null, format));
}
