import { CartesianGrid, ScatterChart, XAxis, YAxis } from 'recharts';
import { ChartFrame } from './chart-frame.tsx';
import { quadrantFrame, X_AXIS_HEIGHT } from './quadrant-frame.ts';
import { QuadrantLayer } from './quadrant-layer.tsx';
import type { QuadrantProps } from './quadrant-props.ts';
import { useWidth } from './use-width.ts';

/**
 * Two rates against each other: averages dashed, curves of equal product dotted, intervals as thin crosses, solid
 * discs where the place is settled, rings where it is not, one exception in red.
 */
export function Quadrant(props: QuadrantProps) {
  const [ref, width] = useWidth();
  const frame = quadrantFrame(props, width);
  const { title, summary, table, onSelect, formatPercent, formatTick = formatPercent } = props;
  const axis = {
    type: 'number',
    tickFormatter: formatTick,
    axisLine: false,
    tickLine: false,
    interval: 0,
    allowDataOverflow: true,
  } as const;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      table={table}
      interactive={onSelect !== undefined}
      chartRef={ref}
    >
      <ScatterChart
        width={frame.width}
        height={frame.height}
        margin={frame.margin}
        accessibilityLayer={false}
        className="chart-quadrant"
      >
        <CartesianGrid />
        <XAxis {...axis} dataKey="x" domain={[0, frame.x.max]} ticks={frame.x.ticks} height={X_AXIS_HEIGHT} />
        <YAxis
          {...axis}
          dataKey="y"
          domain={[0, frame.y.max]}
          ticks={frame.y.ticks}
          width={frame.yAxisWidth}
        />
        <QuadrantLayer frame={frame} {...props} />
      </ScatterChart>
    </ChartFrame>
  );
}
