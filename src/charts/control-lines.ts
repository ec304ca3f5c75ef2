import type { ControlFrame, PanelFrame, PlacedPeriod } from './control-frame.ts';
import { linePath } from './line-path.ts';
import { chainsOf, runsOf } from './runs.ts';

/** A place with a value. */
interface Drawn extends PlacedPeriod {
  readonly y: number;
}

/** The lines of one panel as SVG paths, one path a run without a gap. */
export interface ControlLines {
  readonly solid: readonly string[];
  readonly dashed: readonly string[];
  readonly lastYear: readonly string[];
  readonly limits: readonly string[];
  readonly bands: readonly BandPath[];
  /** From the period before to a signal, cut short at both marks. */
  readonly signals: readonly string[];
}

/** A band and its edges: above, below and at its end. */
export interface BandPath {
  readonly area: string;
  readonly edges: readonly string[];
}

/** Limits change from period to period in steps, or they lie on a straight slope. */
export type LimitShape = 'stepped' | 'straight';

/** Draws up the lines of a panel. A period that is not over is joined to nothing, lest it look like a fall. */
export function controlLines(panel: PanelFrame, frame: ControlFrame, shape: LimitShape): ControlLines {
  const { places, slot } = panel;
  const drawn = runsOf(places, isDrawn).map((run) => run.filter(isDrawn));
  const joins = drawn
    .flatMap((run) => run.slice(1).map((to, index) => ({ from: run[index] ?? to, to }) as const))
    .filter(({ from, to }) => from.point.state !== 'incomplete' && to.point.state !== 'incomplete');
  const isSolid = ({ from, to }: Join) => from.point.state === 'matured' && to.point.state === 'matured';
  return {
    solid: joinedPaths(joins.filter((join) => isSolid(join) && join.to.point.signal === null)),
    dashed: joinedPaths(joins.filter((join) => !isSolid(join) && join.to.point.signal === null)),
    signals: joins.filter(({ to }) => to.point.signal !== null).map(cutShort),
    lastYear: runsOf(places, ({ point }) => point.lastYear !== null).map((run) =>
      linePath(run.map(({ x, point }) => [x, frame.yOf(point.lastYear ?? 0)] as const)),
    ),
    limits: (['lower', 'upper'] as const).flatMap((side) =>
      runsOf(places, ({ point }) => point[side] !== null).map((run) => {
        const steps = run.map(({ x, point }) => ({ x, y: frame.yOf(point[side] ?? 0) }));
        return shape === 'stepped'
          ? linePath(steps.flatMap(({ x, y }) => [[x - slot / 2, y] as const, [x + slot / 2, y] as const]))
          : linePath(steps.map(({ x, y }) => [x, y] as const));
      }),
    ),
    bands: bandPaths(panel, frame),
  };
}

interface Join {
  readonly from: Drawn;
  readonly to: Drawn;
}

/** Bands open from the last measured point, if it stands right before them. */
function bandPaths({ places, slot }: PanelFrame, { yOf, top, bottom }: ControlFrame): readonly BandPath[] {
  const cut = (value: number) => Math.min(bottom, Math.max(top, yOf(value)));
  return runsOf(places, ({ point }) => point.low !== null && point.high !== null).map((run) => {
    const corners = run.map(({ x, point }) => ({ x, low: cut(point.low ?? 0), high: cut(point.high ?? 0) }));
    const first = run[0] && places[places.indexOf(run[0]) - 1];
    if (first && first.y !== null && first.point.state === 'matured')
      corners.unshift({ x: first.x, low: first.y, high: first.y });
    const [only] = corners;
    if (only && corners.length === 1)
      corners.splice(0, 1, { ...only, x: only.x - slot * 0.3 }, { ...only, x: only.x + slot * 0.3 });
    const highs = corners.map(({ x, high }) => [x, high] as const);
    const lows = corners.map(({ x, low }) => [x, low] as const);
    return {
      area: `${linePath([...highs, ...lows.toReversed()])}Z`,
      edges: [linePath(highs), linePath(lows), linePath([...highs.slice(-1), ...lows.slice(-1)])],
    };
  });
}

/** The line to a signal stays clear of both marks. */
function cutShort({ from, to }: Join): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const at = (distance: number) =>
    [from.x + ((to.x - from.x) / length) * distance, from.y + ((to.y - from.y) / length) * distance] as const;
  return linePath([at(Math.min(7, length / 3)), at(Math.max(length - 11, length / 2))]);
}

function joinedPaths(joins: readonly Join[]): readonly string[] {
  return chainsOf(joins, (join, before) => before.to === join.from).map((chain) =>
    linePath([
      ...chain.slice(0, 1).map(({ from }) => [from.x, from.y] as const),
      ...chain.map(({ to }) => [to.x, to.y] as const),
    ]),
  );
}

function isDrawn(place: PlacedPeriod): place is Drawn {
  return place.y !== null;
}
