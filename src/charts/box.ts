/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A round mark. */
export interface Disc extends Spot {
  readonly radius: number;
}

/** Whether two boxes come closer than `gap`. */
export function boxesTouch(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** Whether a box comes closer to a disc than `gap`. */
export function boxTouchesDisc(box: Box, disc: Disc, gap = 0): boolean {
  const near = nearestIn(box, disc);
  return Math.hypot(near.x - disc.x, near.y - disc.y) < disc.radius + gap;
}

/** Whether a box lies wholly inside another. */
export function isInside(box: Box, outer: Box): boolean {
  return (
    box.x >= outer.x &&
    box.y >= outer.y &&
    box.x + box.width <= outer.x + outer.width &&
    box.y + box.height <= outer.y + outer.height
  );
}

/** The place in a box nearest to a spot. */
export function nearestIn(box: Box, spot: Spot): Spot {
  return {
    x: Math.min(Math.max(spot.x, box.x), box.x + box.width),
    y: Math.min(Math.max(spot.y, box.y), box.y + box.height),
  };
}

/** Whether the straight line between two spots runs through a box, looked at every few pixels. */
export function lineTouchesBox(from: Spot, to: Spot, box: Box): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4));
  for (let step = 0; step <= steps; step += 1) {
    const x = from.x + ((to.x - from.x) * step) / steps;
    const y = from.y + ((to.y - from.y) * step) / steps;
    if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) return true;
  }
  return false;
}
