/** The corners of a path of `M` and `L` only. */
export const placesOf = (path: string): readonly (readonly [number, number])[] =>
  Array.from(path.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g), ([, x, y]) => [Number(x), Number(y)] as const);
