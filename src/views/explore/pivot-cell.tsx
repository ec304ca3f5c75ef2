import { Triangle } from '../../charts/triangle.tsx';
import type { PivotCell, PivotNumber } from '../../metrics/cube/pivot.ts';
import { pivotJoints, type PivotClock, type PivotJoint } from '../../metrics/cube/pivot-tallies.ts';
import { metrics } from '../../metrics/registry.ts';
import { count, perHundred, percent, wholePercent } from '../../sentences/format.ts';
import { RateCell } from '../../ui/rate-cell.tsx';

interface PivotCellViewProps {
  readonly cell: PivotCell | null;
  readonly clock: PivotClock;
  /** What the cell is of, for those who do not see the heads. */
  readonly where: string;
  /** Upper ends of the interval strips. */
  readonly max: Readonly<Record<PivotJoint, number>>;
  readonly average: Readonly<Record<PivotJoint, number | null>>;
  readonly isTrap: boolean;
  readonly onOpen: ((joint: PivotJoint, number: PivotNumber, name: string) => void) | null;
}

/** Below these shares a cell says how much of it is in: to date a young cell's rate is too low, within the window it rests on older ones. */
const seenShown: Readonly<Record<PivotClock, number>> = { toDate: 0.95, windowed: 0.8, period: 0 };

/** What a joint is called in a cell, by the clock. */
export const jointLabel = (clock: PivotClock, joint: PivotJoint): string => {
  if (clock !== 'period') return metrics[joint].label.toLowerCase();
  return joint === 'l2o' ? 'opportunities for 100 leads' : 'won of all that closed';
};

/** A cell as a small record: both joints with k of n, rate, interval, how much is in, and whether it stands out. */
export function PivotCellView({ cell, clock, where, max, average, isTrap, onOpen }: PivotCellViewProps) {
  if (cell === null) return <span className="quiet">none</span>;
  return pivotJoints.map((joint) => {
    const number = cell[joint];
    const label = `${where}, ${jointLabel(clock, joint)}`;
    return (
      <span className="pivot-number" key={joint}>
        <RateCell
          layout="stack"
          rate={number?.rate ?? null}
          max={max[joint]}
          average={average[joint]}
          tone={isTrap && joint === 'o2d' ? 'signal' : 'settled'}
          label={label}
          {...(onOpen === null || number === null ? {} : { onPress: () => onOpen(joint, number, label) })}
          formatPercent={clock === 'period' && joint === 'l2o' ? perHundred : percent}
          formatCount={count}
        />
        {number !== null && <Note number={number} clock={clock} isTrap={isTrap && joint === 'o2d'} />}
      </span>
    );
  });
}

function Note({
  number,
  clock,
  isTrap,
}: {
  readonly number: PivotNumber;
  readonly clock: PivotClock;
  readonly isTrap: boolean;
}) {
  const { side, seen, rate } = number;
  const isYoung = seen !== null && seen < seenShown[clock] && rate.rate !== null;
  if (side === null && !isYoung) return null;
  return (
    <span className="pivot-note">
      {side !== null && (
        <>
          <Triangle direction={side === 'above' ? 'up' : 'down'} tone={isTrap ? 'signal' : 'mark'} />
          <span>{side === 'above' ? 'above the rest' : 'below the rest'}</span>
        </>
      )}
      {isYoung && <span className="seen">{wholePercent(seen)} seen</span>}
    </span>
  );
}
