/** A triangle of an equal size around a place, pointing up or down. */
export function trianglePath(direction: 'up' | 'down', x: number, y: number, radius: number): string {
  const tip = direction === 'up' ? -radius : radius;
  const base = -tip * 0.7;
  return `M${x - radius} ${y + base}H${x + radius}L${x} ${y + tip}Z`;
}
