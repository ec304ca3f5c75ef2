import { wrapText } from './text-size.ts';

interface EmptyWordsProps {
  readonly text: string;
  readonly x: number;
  /** The middle of the plot. */
  readonly y: number;
  readonly room: number;
}

const LINE = 21;

/** What stands in a plot with nothing to show, in as many lines as it needs. */
export function EmptyWords({ text, x, y, room }: EmptyWordsProps) {
  const lines = wrapText(text, room, { size: 15 });
  const top = y - ((lines.length - 1) * LINE) / 2;
  const placed = lines.map((line, index) => ({ line, lineY: top + index * LINE }));
  return placed.map(({ line, lineY }) => (
    <text key={lineY} x={x} y={lineY} className="label-usual">
      {line}
    </text>
  ));
}
