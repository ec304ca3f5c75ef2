import { BAR_HEIGHT, BAR_TOP, bulletFrame, type BulletFrame, type BulletInput } from './bullet-frame.ts';
import { PartBar, PartWords } from './bullet-parts.tsx';
import { bulletTable, type BulletProps } from './bullet-table.ts';
import { ChartFrame } from './chart-frame.tsx';
import { twinTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { fitText, textWidth } from './text-size.ts';
import { useWidth } from './use-width.ts';

/** What is sure is solid, what is expected hatched, what is still to be created a dashed outline; the target is a tick. */
export function Bullet(props: BulletProps) {
  const { title, summary, interval, target, words, format } = props;
  const [ref, width] = useWidth();
  const frame = bulletFrame(props, width);
  return (
    <ChartFrame title={title} summary={summary} chartRef={ref} table={twinTable(bulletTable(props))}>
      <Drawing width={width} height={frame.height}>
        {interval && <Interval frame={frame} interval={interval} words={words.interval} />}
        <line x1={0} x2={width} y1={BAR_TOP + BAR_HEIGHT} y2={BAR_TOP + BAR_HEIGHT} className="line-hair" />
        <line x1={0} x2={0} y1={BAR_TOP} y2={BAR_TOP + BAR_HEIGHT} className="line-limit" />
        {frame.bars.map((bar) => (
          <PartBar key={bar.part.key} bar={bar} />
        ))}
        {frame.bars.map((bar, index) => (
          <PartWords key={bar.part.key} bar={bar} index={index} frame={frame} format={format} />
        ))}
        {target && <Target frame={frame} target={target} format={format} />}
      </Drawing>
    </ChartFrame>
  );
}

interface IntervalProps {
  readonly frame: BulletFrame;
  readonly interval: NonNullable<BulletInput['interval']>;
  readonly words: string;
}

function Interval({ frame, interval, words }: IntervalProps) {
  const [x1, x2] = [frame.xOf(interval.low), frame.xOf(interval.high)];
  const [top, bottom] = [BAR_TOP - 9, BAR_TOP + BAR_HEIGHT + 9];
  return (
    <g data-low={interval.low} data-high={interval.high}>
      <rect x={x1} y={top} width={x2 - x1} height={bottom - top} className="fill-band" />
      <line x1={x1} x2={x1} y1={top} y2={bottom} className="line-limit" />
      <line x1={x2} x2={x2} y1={top} y2={bottom} className="line-limit" />
      <text
        x={Math.max(x2, Math.min(frame.width, textWidth(words, { size: 13.5 })))}
        y={frame.noteY}
        textAnchor="end"
        className="axis-word"
      >
        {words}
      </text>
    </g>
  );
}

interface TargetProps {
  readonly frame: BulletFrame;
  readonly target: NonNullable<BulletInput['target']>;
  readonly format: (value: number) => string;
}

/** A 3 px tick with paper either side; its words end at the tick, or begin at the left edge where there is no room. */
function Target({ frame, target, format }: TargetProps) {
  const x = frame.xOf(target.value);
  const ends = { x1: x, x2: x, y1: BAR_TOP - 16, y2: BAR_TOP + BAR_HEIGHT + 12 };
  const style = { size: 15, bold: true };
  const value = format(target.value);
  const label = fitText(target.label, frame.width - textWidth(` ${value}`, style), style);
  const words = `${label} ${value}`;
  return (
    <g data-target={target.value} data-x={x}>
      <line {...ends} className="line-gap" />
      <line {...ends} className="line-tick" />
      <text
        x={Math.min(frame.width, Math.max(x + 2, textWidth(words, style)))}
        y={BAR_TOP - 23}
        textAnchor="end"
        className="label-settled"
      >
        {words}
      </text>
    </g>
  );
}
