/** Which mark separates the decimals, decided over a whole column. */
export type DecimalMark = 'point' | 'comma' | 'undecided';

/** How many cells can only have one mark, and how many, such as 1.234, are either a large number or a small one. */
export interface DecimalEvidence {
  readonly comma: number;
  readonly point: number;
  readonly either: number;
}

/** The evidence of several files of one kind, taken together. */
export const sumDecimalEvidence = (all: readonly DecimalEvidence[]): DecimalEvidence => ({
  comma: all.reduce((sum, { comma }) => sum + comma, 0),
  point: all.reduce((sum, { point }) => sum + point, 0),
  either: all.reduce((sum, { either }) => sum + either, 0),
});

/** What the evidence decides: never by a majority, so that one cell to the contrary leaves it open. */
export const decimalMark = ({ comma, point }: DecimalEvidence): DecimalMark => {
  if (comma > 0 && point === 0) return 'comma';
  return point > 0 && comma === 0 ? 'point' : 'undecided';
};
