import type { Curve } from './curve.ts';
import type { CurveScales } from './curve-paths.ts';
import { curveScale } from './curve-frame.ts';
import type { NiceScale } from './nice-ticks.ts';
import { textWidth } from './text-size.ts';

/** A small panel; its scales are those of all panels, moved to its place. */
export interface SmallPanel extends CurveScales {
  readonly curve: Curve;
  readonly x: number;
  readonly y: number;
  /** Only panels at the left edge name the shares, only the lowest of each column the days. */
  readonly hasShares: boolean;
  readonly hasDays: boolean;
}

/** Sizes and panels of small multiples at one width. */
export interface MultiplesFrame {
  readonly width: number;
  readonly height: number;
  readonly panelWidth: number;
  readonly panelHeight: number;
  readonly scale: NiceScale;
  readonly days: readonly number[];
  readonly panels: readonly SmallPanel[];
}

const NARROWEST = 128;
const GAP = 24;
/** Above a panel: its name and its value. */
const HEAD = 44;
const PANEL_HEIGHT = 110;
const FOOT = 26;

/** As many columns as fit, six at most, and rows filled evenly; each panel on the same scale. */
export function multiplesFrame(
  curves: readonly Curve[],
  days: number,
  formatTick: (share: number) => string,
  width: number,
): MultiplesFrame {
  const scale = curveScale(curves, days, 3);
  const left =
    Math.ceil(Math.max(0, ...scale.ticks.map((tick) => textWidth(formatTick(tick), { size: 13.5 })))) + 10;
  const fitting = Math.floor((width - left + GAP) / (NARROWEST + GAP));
  const most = Math.max(1, Math.min(6, fitting));
  const rows = Math.max(1, Math.ceil(curves.length / most));
  const columns = Math.max(1, Math.ceil(curves.length / rows));
  const panelWidth = (width - left - GAP * (columns - 1) - 8) / columns;
  const rowHeight = HEAD + PANEL_HEIGHT + FOOT;
  return {
    width,
    height: rows * rowHeight + 22,
    panelWidth,
    panelHeight: PANEL_HEIGHT,
    scale,
    days: [0, days],
    panels: curves.map((curve, index) => {
      const x = left + (index % columns) * (panelWidth + GAP);
      const y = Math.floor(index / columns) * rowHeight + HEAD;
      return {
        curve,
        x,
        y,
        hasShares: index % columns === 0,
        hasDays: index + columns >= curves.length,
        xOf: (day) => x + (days > 0 ? day / days : 0) * panelWidth,
        yOf: (share) => y + PANEL_HEIGHT - (share / scale.max) * PANEL_HEIGHT,
      };
    }),
  };
}
