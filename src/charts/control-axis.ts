import type { PanelFrame } from './control-frame.ts';
import { chainsOf } from './runs.ts';
import { textWidth } from './text-size.ts';

/** A word under the axis. */
export interface AxisWord {
  readonly index: number;
  readonly x: number;
  readonly text: string;
}

/** The row "seen": shares of young periods, and runs of periods of which all is seen. */
export interface SeenRow {
  readonly shares: readonly AxisWord[];
  /** Hairlines with a word in their middle; `text` is empty where the run is too short for it. */
  readonly runs: readonly {
    readonly x1: number;
    readonly x2: number;
    readonly x: number;
    readonly text: string;
  }[];
}

const WORD = { size: 13.5 };
const WORD_GAP = 3;

/** The names of the periods, every so many that they do not touch; `anchor` is always among them. */
export function periodWords(panel: PanelFrame, anchor: number): readonly AxisWord[] {
  const names = panel.places.map(({ point }) => point.label);
  const widest = Math.max(0, ...names.map((name) => textWidth(name, WORD)));
  return everySoMany(panel, names, widest, anchor);
}

/** The shares already seen; the last one is always there, for it is the one in doubt. */
export function seenRow(panel: PanelFrame, allWord: string, formatSeen: (share: number) => string): SeenRow {
  const isAll = (index: number) => {
    const point = panel.places[index]?.point;
    return point !== undefined && point.state === 'matured';
  };
  const texts = panel.places.map(({ point }, index) =>
    isAll(index) || point.seen === null ? '' : formatSeen(point.seen),
  );
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, WORD)));
  const shares = everySoMany(panel, texts, widest, panel.places.length - 1).filter(({ text }) => text !== '');
  const matured = chainsOf(
    panel.places.flatMap((_, index) => (isAll(index) ? [index] : [])),
    (index, before) => index === before + 1,
  );
  const runs = matured.map((run) => {
    const x1 = (panel.places[run[0] ?? 0]?.x ?? 0) - panel.slot * 0.3;
    const x2 = (panel.places[run.at(-1) ?? 0]?.x ?? 0) + panel.slot * 0.3;
    const fits = x2 - x1 > textWidth(allWord, WORD) + 24;
    return { x1, x2, x: (x1 + x2) / 2, text: fits ? allWord : '' };
  });
  return { shares, runs };
}

function everySoMany(
  panel: PanelFrame,
  texts: readonly string[],
  widest: number,
  anchor: number,
): readonly AxisWord[] {
  const every = Math.max(1, Math.ceil((widest + WORD_GAP) / panel.slot));
  return panel.places.flatMap(({ x }, index) =>
    (index - anchor) % every === 0 ? [{ index, x, text: texts[index] ?? '' }] : [],
  );
}
