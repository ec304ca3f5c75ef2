import {
  BAR_HEIGHT,
  BAR_TOP,
  LIST_LINE,
  type BulletBar,
  type BulletFrame,
  type BulletPart,
} from './bullet-frame.ts';
import { fitText, textWidth } from './text-size.ts';

/** The piece of the bar that a part is. */
export function PartBar({ bar: { part, x, width } }: { readonly bar: BulletBar }) {
  const place = { x, y: BAR_TOP, width, height: BAR_HEIGHT };
  return (
    <g data-mark={part.key} data-value={part.value ?? ''} data-x={x} data-width={width}>
      {width > 0 && <Swatch {...place} kind={part.kind} />}
    </g>
  );
}

interface SwatchProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: BulletPart['kind'];
}

function Swatch({ kind, ...place }: SwatchProps) {
  if (kind === 'sure') return <rect {...place} className="fill-mark" />;
  const outline = kind === 'expected' ? 'line-mark' : 'line-mark line-dashed';
  return (
    <>
      <rect {...place} className="fill-paper" />
      {kind === 'expected' && <rect {...place} className="fill-hatch" />}
      <rect {...place} className={outline} />
    </>
  );
}

interface PartWordsProps {
  readonly bar: BulletBar;
  readonly index: number;
  readonly frame: BulletFrame;
  readonly format: (value: number) => string;
}

/** Under the bar where the words of all parts fit side by side, else one line a part with a small piece of its bar. */
export function PartWords({ bar: { part, wordX }, index, frame, format }: PartWordsProps) {
  const value = part.value === null ? '–' : format(part.value);
  if (wordX !== null)
    return (
      <>
        <text x={wordX} y={frame.wordY} className="label-settled">
          {part.label}
        </text>
        <text x={wordX} y={frame.wordY + 19} className="label-usual">
          {value}
        </text>
      </>
    );
  const y = frame.wordY + index * LIST_LINE;
  const valueWidth = textWidth(value, { size: 15 });
  return (
    <>
      <Swatch x={1} y={y - 12} width={20} height={13} kind={part.kind} />
      <text x={30} y={y} className="label-settled">
        {fitText(part.label, frame.width - valueWidth - 42, { size: 15, bold: true })}
      </text>
      <text x={frame.width} y={y} textAnchor="end" className="label-usual">
        {value}
      </text>
    </>
  );
}
