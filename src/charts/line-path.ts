/** A straight-edged SVG path through places, to a tenth of a pixel. */
export function linePath(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`).join('');
}

function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
