import {
  boxesTouch,
  boxTouchesDisc,
  isInside,
  lineTouchesBox,
  nearestIn,
  type Box,
  type Disc,
  type Spot,
} from './box.ts';

/** A label that wants to stand at a disc. */
export interface LabelRequest extends Disc {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** The largest gap to the disc that still makes sense. */
  readonly furthest?: number;
}

/** Where a label stands; `leader` joins it to its disc when it had to move away. */
export interface PlacedLabel {
  readonly key: string;
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly leader: { readonly from: Spot; readonly to: Spot } | null;
}

/** What labels must keep clear of (`solid`) and what they rather keep clear of (`faint`). */
export interface LabelSurroundings {
  readonly bounds: Box;
  readonly discs: readonly Disc[];
  readonly solid: readonly Box[];
  readonly faint: readonly Box[];
}

/** Right, left, above, below, then the corners, then places between. */
const DIRECTIONS = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: -1 },
  { x: -1, y: 1 },
  { x: 1, y: -0.5 },
  { x: 1, y: 0.5 },
  { x: -1, y: -0.5 },
  { x: -1, y: 0.5 },
  { x: 0.5, y: -1 },
  { x: 0.5, y: 1 },
  { x: -0.5, y: -1 },
  { x: -0.5, y: 1 },
] as const;

/** Gaps to the disc, tried from near to far; from the third on a leader line is drawn. */
const GAPS = [6, 10, 20, 32, 46, 62, 80];
const LEADER_FROM = 20;
const CLEARANCE = 3;
const FAINT_COST = 7;

/**
 * Finds each label a place near its disc where it touches no other label, disc or fixed text. Requests are served
 * in order, so the important ones come first. A label that finds no place is left out: its disc stays, and the
 * table beside the chart names it.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  surroundings: LabelSurroundings,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    const best = candidatesOf(request)
      .filter((candidate) => isFree(candidate, request, placed, surroundings))
      .map((candidate) => ({
        candidate,
        cost: candidate.cost + faintCost(candidate.box, surroundings.faint),
      }))
      .reduce<{ candidate: Candidate; cost: number } | null>(
        (cheapest, next) => (cheapest && cheapest.cost <= next.cost ? cheapest : next),
        null,
      );
    if (best) placed.push(best.candidate);
  }
  return placed;
}

interface Candidate extends PlacedLabel {
  readonly cost: number;
}

function candidatesOf(request: LabelRequest): readonly Candidate[] {
  const { furthest = Infinity } = request;
  return GAPS.filter((gap) => gap <= furthest).flatMap((gap) =>
    DIRECTIONS.map((direction, rank) => {
      const reach = request.radius + gap;
      const diagonal = Math.abs(direction.x * direction.y) === 1;
      const away = diagonal ? reach * Math.SQRT1_2 : reach;
      const box = {
        x: request.x + direction.x * away - request.width * ((1 - direction.x) / 2),
        y: request.y + direction.y * away - request.height * ((1 - direction.y) / 2),
        width: request.width,
        height: request.height,
      };
      return {
        key: request.key,
        box,
        anchor: direction.x === 1 ? 'start' : direction.x === -1 ? 'end' : 'middle',
        leader: gap >= LEADER_FROM ? leaderTo(box, request) : null,
        cost: gap + rank,
      } as const;
    }),
  );
}

function leaderTo(box: Box, disc: Disc): { readonly from: Spot; readonly to: Spot } {
  const end = nearestIn(box, disc);
  const length = Math.hypot(end.x - disc.x, end.y - disc.y) || 1;
  const along = (distance: number) => ({
    x: disc.x + ((end.x - disc.x) / length) * distance,
    y: disc.y + ((end.y - disc.y) / length) * distance,
  });
  return { from: along(disc.radius + 2), to: along(length - 2) };
}

function isFree(
  { box, leader }: Candidate,
  request: LabelRequest,
  placed: readonly PlacedLabel[],
  { bounds, discs, solid }: LabelSurroundings,
): boolean {
  if (!isInside(box, bounds)) return false;
  if (discs.some((disc) => boxTouchesDisc(box, disc, CLEARANCE))) return false;
  const texts = [...solid, ...placed.map((label) => label.box)];
  if (texts.some((text) => boxesTouch(box, text, CLEARANCE))) return false;
  if (placed.some((label) => label.leader && lineTouchesBox(label.leader.from, label.leader.to, box)))
    return false;
  if (!leader) return true;
  if (texts.some((text) => lineTouchesBox(leader.from, leader.to, text))) return false;
  const others = discs.filter((disc) => disc.x !== request.x || disc.y !== request.y);
  return !others.some((disc) => lineTouchesBox(leader.from, leader.to, boxAround(disc)));
}

function boxAround({ x, y, radius }: Disc): Box {
  return { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
}

function faintCost(box: Box, faint: readonly Box[]): number {
  return faint.filter((line) => boxesTouch(box, line, 1)).length * FAINT_COST;
}
