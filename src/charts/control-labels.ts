import type { Box, Disc } from './box.ts';
import type { ControlFrame, PlacedPeriod } from './control-frame.ts';
import { noteMarks } from './note-marks.tsx';
import type { TargetLine } from './period-point.ts';
import { placeLabels, type LabelRequest } from './place-labels.ts';
import { fitText, textWidth } from './text-size.ts';

/** A value beside its mark, or the name of the target. */
export interface ControlLabel {
  readonly key: string;
  readonly text: string;
  readonly kind: 'named' | 'signal' | 'target';
  /** The middle of the text. */
  readonly x: number;
  /** The line the text stands on. */
  readonly y: number;
}

/** The place of a period in its chart. */
export interface PeriodPlace {
  readonly panel: number;
  readonly index: number;
}

const SIZE = 17;
const HEIGHT = 18;
const ABOVE_BASE = 14;

/** The last matured period of the first panel that has one: the value the chart speaks of. */
export function namedPlace(frame: ControlFrame): PeriodPlace | null {
  return lastPlace(frame, ({ point, y }) => y !== null && point.state === 'matured');
}

/** The last signal of the first panel that has one. */
export function signalPlace(frame: ControlFrame): PeriodPlace | null {
  return lastPlace(frame, ({ point, y }) => y !== null && point.signal !== null);
}

function lastPlace(frame: ControlFrame, holds: (place: PlacedPeriod) => boolean): PeriodPlace | null {
  for (const [panel, { places }] of frame.panels.entries()) {
    const index = places.findLastIndex(holds);
    if (index >= 0) return { panel, index };
  }
  return null;
}

/** Finds the values of the named period and of the signal a place beside their marks, off marks and, if it can be, lines. */
export function controlLabels(
  frame: ControlFrame,
  format: (value: number) => string,
  target: TargetLine | null,
): readonly ControlLabel[] {
  const signal = signalPlace(frame);
  const named = namedPlace(frame);
  const isSame = signal && named && signal.panel === named.panel && signal.index === named.index;
  const wanted = [
    ...requestOf(frame, format, signal, 'signal'),
    ...(isSame ? [] : requestOf(frame, format, named, 'named')),
    ...(target && frame.isNarrow ? targetRequest(frame, target) : []),
  ];
  const placed = placeLabels(
    wanted.map(({ request }) => request),
    {
      bounds: { x: 0, y: 16, width: rightEnd(frame), height: frame.bottom - 16 },
      discs: discsOf(frame),
      solid: noteMarks(frame).map(({ box }) => box),
      faint: [...faintBoxes(frame), ...targetBoxes(frame, target)],
    },
  );
  return wanted.map(({ request, text, kind }) => {
    const box = placed.find(({ key }) => key === request.key)?.box ?? {
      ...request,
      x: request.x - request.width / 2,
      y: frame.top - HEIGHT,
    };
    return { key: request.key, text, kind, x: box.x + box.width / 2, y: box.y + ABOVE_BASE };
  });
}

/** Where the edge words begin. */
function rightEnd(frame: ControlFrame): number {
  const last = frame.panels.at(-1);
  return last ? last.x + last.width : frame.width;
}

interface Wanted {
  readonly request: LabelRequest;
  readonly text: string;
  readonly kind: ControlLabel['kind'];
}

function requestOf(
  frame: ControlFrame,
  format: (value: number) => string,
  at: PeriodPlace | null,
  kind: 'named' | 'signal',
): readonly Wanted[] {
  const place = at && frame.panels[at.panel]?.places[at.index];
  if (!place || place.y === null || place.point.value === null) return [];
  const text = format(place.point.value);
  const width = textWidth(text, { size: SIZE, bold: true });
  return [
    {
      request: { key: kind, x: place.x, y: place.y, radius: 6, width, height: HEIGHT, furthest: 10 },
      text,
      kind,
    },
  ];
}

function targetRequest(frame: ControlFrame, target: TargetLine): readonly Wanted[] {
  const x = frame.panels.at(-1)?.places.at(-1)?.x;
  if (x === undefined) return [];
  const text = fitText(target.label, frame.width / 2, { size: 13.5, bold: true });
  const width = textWidth(text, { size: 13.5, bold: true });
  const request = { key: 'target', x, y: frame.yOf(target.end), radius: 2, width, height: HEIGHT };
  return [{ request, text, kind: 'target' }];
}

function discsOf(frame: ControlFrame): readonly Disc[] {
  return frame.panels.flatMap(({ places }) =>
    places.flatMap(({ x, y }) => (y === null ? [] : [{ x, y, radius: 5 }])),
  );
}

/** Boxes around the lines from mark to mark. */
function faintBoxes(frame: ControlFrame): readonly Box[] {
  return frame.panels.flatMap(({ places }) =>
    places.flatMap(({ x, y }, index) => {
      const before = places[index - 1];
      if (y === null || !before || before.y === null) return [];
      const top = Math.min(y, before.y);
      return [{ x: before.x, y: top, width: x - before.x, height: Math.abs(y - before.y) }];
    }),
  );
}

/** Boxes along the target, one from period to period. */
function targetBoxes(frame: ControlFrame, target: TargetLine | null): readonly Box[] {
  const places = frame.panels.flatMap((panel) => panel.places);
  if (!target || places.length < 2) return [];
  const pieces = places.length - 1;
  return places.slice(1).map(({ x }, index) => {
    const at = (piece: number) => frame.yOf(target.start + ((target.end - target.start) * piece) / pieces);
    const from = places[index]?.x ?? x;
    const top = Math.min(at(index), at(index + 1));
    return { x: from, y: top, width: x - from, height: Math.abs(at(index) - at(index + 1)) };
  });
}
