import type { Rate } from '../../domain/rate.ts';
import { count, percent } from '../../sentences/format.ts';
import { RateCell } from '../../ui/rate-cell.tsx';

/** A share with its name, and what opens its records. */
export interface RateRow {
  readonly label: string;
  readonly rate: Rate;
  readonly onPress?: () => void;
}

/** Shares below each other on one scale from 0 to 100 %. */
export function RateRows({ head, rows }: { readonly head: string; readonly rows: readonly RateRow[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">95% interval, k of n</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, rate, onPress }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <RateCell
                rate={rate}
                max={1}
                average={null}
                tone="settled"
                label={label}
                {...(onPress && { onPress })}
                formatPercent={percent}
                formatCount={count}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
