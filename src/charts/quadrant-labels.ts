import type { Box } from './box.ts';
import { placeLabels, type LabelSurroundings, type PlacedLabel } from './place-labels.ts';
import type { PlotPoint } from './quadrant-layout.ts';
import { textWidth, wrapText, type TextStyle } from './text-size.ts';

/** One line of a label. */
export interface LabelLine {
  readonly text: string;
  readonly className: string;
  /** From the top of the label to the line's foot. */
  readonly baseline: number;
}

/** A label in its place, with its lines. */
export interface QuadrantLabel extends PlacedLabel {
  readonly lines: readonly LabelLine[];
}

const NOTE: TextStyle = { size: 14 };
const NOTE_LINE = 18;
/** A name with a note stands close to its disc; further off goes the name alone. */
const NOTE_REACH = 20;

/** Sets and places the names of the points, settled ones first, then by size; a note gives way to the name. */
export function quadrantLabels(
  points: readonly PlotPoint[],
  surroundings: LabelSurroundings,
  isNarrow: boolean,
): readonly QuadrantLabel[] {
  const ordered = points.toSorted(
    (a, b) => Number(b.point.settled) - Number(a.point.settled) || b.radius - a.radius,
  );
  const full = placeNames(ordered, surroundings, (point) => setLabel(point, isNarrow, true));
  const missing = ordered.filter(({ point }) => !full.some(({ key }) => key === point.key));
  const solid = [...surroundings.solid, ...full.map(({ box }) => box)];
  const bare = placeNames(missing, { ...surroundings, solid }, (point) => setLabel(point, isNarrow, false));
  return [...full, ...bare];
}

function placeNames(
  points: readonly PlotPoint[],
  surroundings: LabelSurroundings,
  setName: (point: PlotPoint['point']) => ReturnType<typeof setLabel>,
): readonly QuadrantLabel[] {
  const wanted = points.map(({ point, x, y, radius }) => {
    const { lines, width, height } = setName(point);
    const furthest = lines.length > 1 ? NOTE_REACH : Infinity;
    return { key: point.key, x, y, radius, width, height, furthest, lines };
  });
  return placeLabels(wanted, surroundings).flatMap((label) => {
    const set = wanted.find(({ key }) => key === label.key);
    return set ? [{ ...label, lines: set.lines }] : [];
  });
}

function setLabel(point: PlotPoint['point'], isNarrow: boolean, isNoted: boolean) {
  const { className, style } = nameStyle(point, isNarrow);
  const hasNote = isNoted && point.note !== undefined && (point.accent || !isNarrow);
  const notes = hasNote && point.note ? wrapText(point.note, isNarrow ? 130 : 290, NOTE) : [];
  const nameHeight = Math.round(style.size * 1.2);
  const lines: readonly LabelLine[] = [
    { text: point.label, className, baseline: Math.round(style.size * 0.95) },
    ...notes.map((text, index) => ({
      text,
      className: 'label-note',
      baseline: nameHeight + 14 + index * NOTE_LINE,
    })),
  ];
  return {
    lines,
    width: Math.max(textWidth(point.label, style), ...notes.map((note) => textWidth(note, NOTE))),
    height: nameHeight + notes.length * NOTE_LINE,
  };
}

function nameStyle({ accent, settled }: PlotPoint['point'], isNarrow: boolean) {
  if (accent && isNarrow) return { className: 'label-accent-small', style: { size: 17, bold: true } };
  if (accent) return { className: 'label-accent', style: { size: 20, bold: true } };
  if (settled) return { className: 'label-settled', style: { size: 15, bold: true } };
  return { className: 'label-usual', style: { size: 15 } };
}

/** The thin lines a label rather does not cover. */
export function crossesOf(points: readonly PlotPoint[]): readonly Box[] {
  return points.flatMap(({ x, y, left, right, top, bottom }) => [
    { x: left, y: y - 1, width: right - left, height: 2 },
    { x: x - 1, y: top, width: 2, height: bottom - top },
  ]);
}
