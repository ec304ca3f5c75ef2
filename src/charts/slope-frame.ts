import type { RankItem } from './rank-rows.ts';
import { textWidth, wrapText } from './text-size.ts';

/** Sizes of a slope at one width. */
export interface SlopeFrame {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly top: number;
  readonly rowHeight: number;
  readonly leftX: number;
  readonly rightX: number;
  readonly nameWidth: number;
  readonly rateWidth: number;
  readonly titles: readonly [readonly string[], readonly string[]];
}

/** From a dot to the words beside it. */
export const DOT_GAP = 13;
/** Between a name and its rate. */
export const WORD_GAP = 9;
/** Room for the ranks at the outer edges. */
export const RANK_WIDTH = 26;
const TITLE_LINE = 18;
const WIDEST = 720;

/** Names and rates take what they need, the lines between get the rest, and never less than a finger's breadth. */
export function slopeFrame(
  items: readonly RankItem[],
  titles: readonly [string, string],
  room: number,
  formatPercent: (rate: number) => string,
): SlopeFrame {
  const width = Math.min(room, WIDEST);
  const isNarrow = width < 440;
  const ranks = isNarrow ? 0 : RANK_WIDTH;
  const rates = items.flatMap(({ left, right }) => [formatPercent(left), formatPercent(right)]);
  const rateWidth = Math.max(0, ...rates.map((rate) => textWidth(rate, { size: 15, bold: true }))) + 2;
  const least = isNarrow ? 52 : 110;
  const nameRoom = (width - least) / 2 - ranks - rateWidth - DOT_GAP - WORD_GAP;
  const names = items.map(({ label, accent }) =>
    textWidth(label, { size: accent && !isNarrow ? 17 : 15, bold: true }),
  );
  const nameWidth = Math.max(20, Math.min(nameRoom, Math.max(0, ...names)));
  const side = ranks + nameWidth + WORD_GAP + rateWidth + DOT_GAP;
  const titleLines = [
    wrapText(titles[0], side, { size: 14, bold: true }),
    wrapText(titles[1], side, { size: 14, bold: true }),
  ] as const;
  const top = Math.max(titleLines[0].length, titleLines[1].length) * TITLE_LINE + 26;
  const rowHeight = isNarrow ? 36 : items.length > 14 ? 32 : 46;
  return {
    width,
    height: top + Math.max(0, items.length - 1) * rowHeight + 22,
    isNarrow,
    top,
    rowHeight,
    leftX: side,
    rightX: width - side,
    nameWidth,
    rateWidth,
    titles: titleLines,
  };
}
