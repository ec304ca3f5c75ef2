/** One line of a slope: the same thing ranked by two rates. */
export interface RankItem {
  readonly key: string;
  readonly label: string;
  readonly left: number;
  readonly right: number;
  readonly settled: boolean;
  readonly accent: boolean;
}

/** An item with its rows and ranks on both sides; equal rates share a rank, not a row. */
export interface RankRow extends RankItem {
  readonly leftRow: number;
  readonly rightRow: number;
  readonly leftRank: number;
  readonly rightRank: number;
}

/** Ranks the items on both sides, highest rate first; the exception comes last so that it is drawn on top. */
export function rankRows(items: readonly RankItem[]): readonly RankRow[] {
  const byLeft = items.toSorted((a, b) => b.left - a.left);
  const byRight = items.toSorted((a, b) => b.right - a.right);
  return items
    .map((item) => ({
      ...item,
      leftRow: byLeft.indexOf(item),
      rightRow: byRight.indexOf(item),
      leftRank: 1 + items.filter((other) => other.left > item.left).length,
      rightRank: 1 + items.filter((other) => other.right > item.right).length,
    }))
    .toSorted((a, b) => Number(a.accent) - Number(b.accent) || Number(a.settled) - Number(b.settled));
}
