/** A label on a line: where its start would rather be, and how wide it is. */
export interface LineLabel {
  readonly wanted: number;
  readonly width: number;
}

/**
 * Starts of labels side by side on one line, in their order, with a gap between, as near to where they would rather be
 * as moving rightwards and then back from the right end allows. Null where they do not fit at all.
 */
export function packLabels(
  labels: readonly LineLabel[],
  gap: number,
  room: number,
): readonly number[] | null {
  const needed = labels.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, labels.length - 1);
  if (needed > room) return null;
  let floor = 0;
  const starts = labels.map(({ wanted, width }) => {
    const start = Math.max(floor, wanted);
    floor = start + width + gap;
    return start;
  });
  let ceiling = room;
  return starts
    .map((start, index) => ({ start, width: labels[index]?.width ?? 0 }))
    .toReversed()
    .map(({ start, width }) => {
      const moved = Math.min(start, ceiling - width);
      ceiling = moved - gap;
      return moved;
    })
    .toReversed();
}
