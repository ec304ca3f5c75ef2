import type { Box } from './box.ts';
import type { ControlFrame } from './control-frame.ts';
import type { PeriodNote, PeriodPanel } from './period-point.ts';
import { textWidth } from './text-size.ts';

/** The mark of what was noted in a period: the numbers of its notes in a box over the plot. */
export interface NoteMark {
  readonly key: string;
  readonly text: string;
  /** The middle of the period. */
  readonly x: number;
  readonly box: Box;
}

const TOP = 19;
const HEIGHT = 15;
const LABEL = { size: 12.5, bold: true };

/** The numbers of the notes of one period, which follow each other: "2", "2, 3" or "2–5". */
const numbersOf = (notes: readonly PeriodNote[]): string => {
  const numbers = notes.map(({ number }) => number);
  return numbers.length > 2 ? `${numbers[0] ?? ''}–${numbers.at(-1) ?? ''}` : numbers.join(', ');
};

/** One mark for each period with notes. */
export const noteMarks = (frame: ControlFrame): readonly NoteMark[] =>
  frame.panels.flatMap(({ places }) =>
    places.flatMap(({ id, point, x }) => {
      if (point.notes.length === 0) return [];
      const text = numbersOf(point.notes);
      const width = Math.max(HEIGHT, Math.ceil(textWidth(text, LABEL)) + 6);
      return [{ key: id, text, x, box: { x: x - width / 2, y: TOP, width, height: HEIGHT } }];
    }),
  );

/** What was noted, period by period, for those who do not see the marks; null where nothing was. */
export const noteWords = (panels: readonly PeriodPanel[], notesWord: string): string | null => {
  const told = new Map<number, { readonly text: string; readonly when: readonly string[] }>();
  for (const { points } of panels)
    for (const { label, notes } of points)
      for (const { number, text } of notes)
        told.set(number, { text, when: [...(told.get(number)?.when ?? []), label] });
  if (told.size === 0) return null;
  const words = [...told]
    .toSorted(([one], [other]) => one - other)
    .map(([number, { text, when }]) => `${number} (${when.join(', ')}): ${text}`);
  return `${notesWord}: ${words.join('; ')}`;
};

/** The marks, and a dotted line from each through its period. */
export function NoteMarks({ frame }: { readonly frame: ControlFrame }) {
  return noteMarks(frame).map(({ key, text, x, box }) => (
    <g key={key} data-note={key}>
      <line x1={x} x2={x} y1={TOP + HEIGHT} y2={frame.bottom + 6} className="line-note" />
      <rect {...box} rx={2} className="note-box" />
      <text x={x} y={TOP + 12} textAnchor="middle" className="note-number">
        {text}
      </text>
    </g>
  ));
}
