import { heatStep } from './heat-step.ts';
import { TableFigure } from './table-figure.tsx';

/** From where to where, and how many; null is a way that does not exist. */
export interface TransitionRow {
  readonly key: string;
  readonly label: string;
  /** One count a column. */
  readonly counts: readonly (number | null)[];
}

/** How many went from each state to each. */
export interface TransitionMatrixProps {
  readonly rows: readonly TransitionRow[];
  /** The names of the states that are gone to. */
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  /** Stands over the names of the rows, as a rule "From, to". */
  readonly rowTitle: string;
  readonly totalTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly emptyText: string;
  readonly formatCount: (count: number) => string;
  readonly formatShare: (share: number) => string;
}

/** A matrix of counts; each cell is as dark as its share of its row, and says both. */
export function TransitionMatrix(props: TransitionMatrixProps) {
  const { rows, columns, rowTitle, totalTitle, title, summary, emptyText, formatCount } = props;
  return (
    <TableFigure
      title={title}
      summary={summary}
      emptyText={emptyText}
      isEmpty={rows.length === 0 || columns.length === 0}
      head={
        <tr>
          <th scope="col">{rowTitle}</th>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col" className="right">
              <bdi>{label}</bdi>
            </th>
          ))}
          <th scope="col" className="right">
            {totalTitle}
          </th>
        </tr>
      }
      body={rows.map((row) => {
        const total = row.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        return (
          <tr key={row.key}>
            <th scope="row">
              <bdi>{row.label}</bdi>
            </th>
            {columns.map(({ key }, index) => (
              <CountCell key={key} {...props} count={row.counts[index] ?? null} total={total} />
            ))}
            <td className="right">
              <data value={total}>{formatCount(total)}</data>
            </td>
          </tr>
        );
      })}
    />
  );
}

interface CountCellProps extends TransitionMatrixProps {
  readonly count: number | null;
  readonly total: number;
}

function CountCell({ count, total, formatCount, formatShare }: CountCellProps) {
  if (count === null) return <td className="right quiet">–</td>;
  return (
    <td className={`right heat heat-${heatStep(count, total)}`}>
      <data value={count}>{formatCount(count)}</data>
      {total > 0 && <span className="heat-note">{formatShare(count / total)}</span>}
    </td>
  );
}
