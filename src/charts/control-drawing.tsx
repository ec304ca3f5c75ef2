import { controlEdge } from './control-edge.ts';
import type { ControlFrame } from './control-frame.ts';
import { controlLabels, namedPlace } from './control-labels.ts';
import type { LimitShape } from './control-lines.ts';
import { ControlPanel } from './control-panel.tsx';
import type { ControlWords } from './control-words.ts';
import { Drawing } from './drawing.tsx';
import { EmptyWords } from './empty-words.tsx';
import { NoteMarks } from './note-marks.tsx';
import type { TargetLine } from './period-point.ts';

/** A frame and what is written into it. */
export interface ControlDrawingProps {
  readonly frame: ControlFrame;
  readonly limitShape: LimitShape;
  readonly target: TargetLine | null;
  readonly words: ControlWords;
  /** Stands in the middle where there is not one value. */
  readonly emptyText: string;
  readonly format: (value: number) => string;
  readonly formatTick: (value: number, step: number) => string;
  readonly formatSeen: (share: number) => string;
}

const labelClass = {
  named: 'label-named halo',
  signal: 'label-accent-small halo',
  target: 'axis-word axis-word-named halo',
};

/** The sheet of a control chart: value axis, panels, target, values beside marks and at the right edge. */
export function ControlDrawing(props: ControlDrawingProps) {
  const { frame, target, words, emptyText, format, formatTick } = props;
  const named = namedPlace(frame);
  const left = frame.panels[0]?.x ?? 0;
  const last = frame.panels.at(-1);
  const right = last ? last.x + last.width : frame.width;
  const targetEnds = target && [frame.panels[0]?.places[0]?.x ?? left, last?.places.at(-1)?.x ?? right];
  const isEmpty = frame.panels.every(({ places }) => places.every(({ y }) => y === null));
  return (
    <Drawing width={frame.width} height={frame.height}>
      {frame.scale.ticks.map((tick) => (
        <text key={tick} x={left - 8} y={frame.yOf(tick) + 4.5} textAnchor="end" className="axis-word">
          {formatTick(tick, frame.scale.step)}
        </text>
      ))}
      <NoteMarks frame={frame} />
      {frame.panels.map((panel, at) => (
        <ControlPanel
          key={panel.title}
          {...props}
          panel={panel}
          at={at}
          named={named?.panel === at ? named.index : null}
          allWord={words.all}
        />
      ))}
      {target && targetEnds && (
        <line
          x1={targetEnds[0]}
          x2={targetEnds[1]}
          y1={frame.yOf(target.start)}
          y2={frame.yOf(target.end)}
          className="line-ink"
        />
      )}
      {controlEdge(frame, format, target).map(({ key, text, y }) => (
        <text
          key={key}
          x={right + 8}
          y={y + 4.5}
          className={key === 'target' ? 'axis-word axis-word-named' : 'axis-word'}
        >
          {text}
        </text>
      ))}
      {controlLabels(frame, format, target).map(({ key, text, kind, x, y }) => (
        <text key={key} x={x} y={y} textAnchor="middle" className={labelClass[kind]}>
          {text}
        </text>
      ))}
      {frame.hasSeen && (
        <text x={0} y={frame.bottom + 46} className="axis-note">
          {words.seen}
        </text>
      )}
      {isEmpty && (
        <EmptyWords text={emptyText} x={left} y={(frame.top + frame.bottom) / 2} room={right - left} />
      )}
    </Drawing>
  );
}
