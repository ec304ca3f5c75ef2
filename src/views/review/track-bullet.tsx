import { Bullet } from '../../charts/bullet.tsx';
import type { BudgetTrack } from '../../metrics/plan/budget-track.ts';
import { moneyShort } from '../../sentences/format.ts';

interface TrackBulletProps {
  readonly budget: BudgetTrack;
  readonly currency: string;
  readonly summary: string;
}

/** Won, expected and still to be created against the budget, with the range of the whole. */
export function TrackBullet({ budget, currency, summary }: TrackBulletProps) {
  const format = (minor: number): string => moneyShort(minor, currency);
  const { range } = budget;
  return (
    <Bullet
      parts={[
        { key: 'won', label: 'Won', value: budget.wonMinor, kind: 'sure' },
        { key: 'open', label: 'Open, expected', value: budget.openMinor, kind: 'expected' },
        { key: 'arrived', label: 'Arrived, expected', value: budget.arrivedMinor, kind: 'expected' },
        { key: 'toCreate', label: 'To be created', value: budget.toCreateMinor, kind: 'planned' },
      ]}
      interval={range}
      target={{ label: 'Budget', value: budget.budgetMinor }}
      format={format}
      title="The quarter against its budget"
      summary={summary}
      words={{
        row: 'Part',
        value: 'Amount',
        low: 'Low end',
        high: 'High end',
        interval: range === null ? '' : `80% range ${format(range.low)} to ${format(range.high)}`,
      }}
    />
  );
}
