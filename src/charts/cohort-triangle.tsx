import { heatStep } from './heat-step.ts';
import { TableFigure } from './table-figure.tsx';

/** A share of a cohort at an age. */
export interface TriangleCell {
  /** Null where the cohort is not old enough for anything to be said. */
  readonly value: number | null;
  /** `young`: not all of the cohort are old enough, so the value is an estimate. */
  readonly state: 'matured' | 'young';
  /** A second line, as a rule "k of n". */
  readonly note?: string;
}

/** A cohort with its cells by age. */
export interface TriangleRow {
  readonly key: string;
  readonly label: string;
  readonly size: number;
  readonly cells: readonly TriangleCell[];
}

/** Cohorts by age. */
export interface CohortTriangleProps {
  readonly rows: readonly TriangleRow[];
  /** The heads of the ages. */
  readonly ages: readonly string[];
  readonly rowTitle: string;
  readonly sizeTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly emptyText: string;
  readonly format: (share: number) => string;
  readonly formatCount: (count: number) => string;
  /** Said of a young cell to those who do not see that it is hatched. */
  readonly youngWord: string;
}

/** A heat of one hue: cohorts down, ages across, a number in every cell, young cells hatched. */
export function CohortTriangle(props: CohortTriangleProps) {
  const { rows, ages, rowTitle, sizeTitle, title, summary, emptyText, formatCount } = props;
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
  return (
    <TableFigure
      title={title}
      summary={summary}
      emptyText={emptyText}
      isEmpty={rows.length === 0}
      head={
        <tr>
          <th scope="col">{rowTitle}</th>
          <th scope="col" className="right">
            {sizeTitle}
          </th>
          {ages.map((age) => (
            <th key={age} scope="col" className="right">
              {age}
            </th>
          ))}
        </tr>
      }
      body={rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            <bdi>{row.label}</bdi>
          </th>
          <td className="right">
            <data value={row.size}>{formatCount(row.size)}</data>
          </td>
          {ages.map((age, index) => (
            <AgeCell key={age} {...props} cell={row.cells[index]} most={most} />
          ))}
        </tr>
      ))}
    />
  );
}

interface AgeCellProps extends CohortTriangleProps {
  readonly cell: TriangleCell | undefined;
  readonly most: number;
}

function AgeCell({ cell, most, format, youngWord }: AgeCellProps) {
  if (!cell || cell.value === null) return <td className="right quiet">–</td>;
  const isYoung = cell.state === 'young';
  const heat = `heat-${heatStep(cell.value, most)}`;
  return (
    <td className={`right heat ${heat}${isYoung ? ' heat-young' : ''}`}>
      <data value={cell.value}>
        {isYoung ? '~' : ''}
        {format(cell.value)}
      </data>
      {isYoung && <span className="visually-hidden">{` ${youngWord}`}</span>}
      {cell.note !== undefined && <span className="heat-note">{cell.note}</span>}
    </td>
  );
}
