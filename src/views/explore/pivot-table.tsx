import { useState } from 'react';
import type { Dimension } from '../../domain/dimension.ts';
import type { Pivot, PivotCell, PivotNumber } from '../../metrics/cube/pivot.ts';
import type { PivotJoint } from '../../metrics/cube/pivot-tallies.ts';
import { fieldWords } from '../../sentences/field-words.ts';
import { count } from '../../sentences/format.ts';
import { pivotTraps } from '../../sentences/pivot-headline.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { PivotCellView } from './pivot-cell.tsx';

/** One group of one field that a cell stands for. */
export interface PivotPlace {
  readonly dimension: Dimension;
  readonly group: string;
}

/** Opens the records of one number of one cell. */
export type OpenPivotNumber = (
  joint: PivotJoint,
  number: PivotNumber,
  places: readonly PivotPlace[],
  name: string,
) => void;

interface PivotTableProps {
  readonly pivot: Pivot;
  readonly rows: Dimension;
  readonly columns: Dimension;
  /** Null where the numbers have no records of their own. */
  readonly onOpen: OpenPivotNumber | null;
}

const columnsShown = 8;
const rowsAtATime = 15;
const trapsShown = 3;

/** The upper end of the strips of a joint: a little above the highest settled interval of the lines. */
const stripEnd = ({ rows, columns }: Pivot, joint: PivotJoint): number => {
  const highs = [...rows, ...columns].flatMap(({ total }) => {
    const rate = total[joint]?.rate;
    return rate === undefined || rate.n < 30 ? [] : (rate.high ?? rate.rate ?? []);
  });
  return Math.max(0.02, ...highs) * 1.15;
};

const allOf = (field: Dimension): string => `All ${fieldWords[field].many.toLowerCase()}`;

/** Two fields against each other, the largest lines first. On a phone one column at a time. */
export function PivotTable({ pivot, rows, columns, onOpen }: PivotTableProps) {
  const [rowLimit, setRowLimit] = useState(rowsAtATime);
  const [narrow, setNarrow] = useState('');
  const traps = new Set(pivotTraps(pivot).slice(0, trapsShown));
  const max = { l2o: stripEnd(pivot, 'l2o'), o2d: stripEnd(pivot, 'o2d') };
  const average = { l2o: pivot.total.l2o?.rate.rate ?? null, o2d: pivot.total.o2d?.rate.rate ?? null };
  const across = pivot.columns.slice(0, columnsShown);
  const down = pivot.rows.slice(0, rowLimit);
  const shownNarrow = across.some(({ group }) => group === narrow) ? narrow : '';
  const columnClass = (group: string): string => (group === shownNarrow ? 'column-narrow' : 'hide-narrow');
  const view = (cell: PivotCell | null, row: string | null, column: string | null) => {
    const places = [
      ...(row === null ? [] : [{ dimension: rows, group: row }]),
      ...(column === null ? [] : [{ dimension: columns, group: column }]),
    ];
    return (
      <td key={column ?? ' all'} className={columnClass(column ?? '')}>
        <PivotCellView
          cell={cell}
          clock={pivot.clock}
          where={places.length === 0 ? 'All' : places.map(({ group }) => group).join(', ')}
          max={max}
          average={average}
          isTrap={cell !== null && traps.has(cell)}
          onOpen={onOpen === null ? null : (joint, number, name) => onOpen(joint, number, places, name)}
        />
      </td>
    );
  };
  return (
    <>
      <div className="only-narrow">
        <SelectField
          label={fieldWords[columns].one}
          options={[
            { value: '', label: allOf(columns) },
            ...across.map(({ group }) => ({ value: group, label: group })),
          ]}
          selected={shownNarrow}
          onChange={setNarrow}
        />
      </div>
      <section
        className="table-scroll"
        aria-label={`${fieldWords[rows].many} by ${fieldWords[columns].one.toLowerCase()}`}
        tabIndex={0}
      >
        <table className="table table-pivot">
          <thead>
            <tr>
              <th scope="col">{fieldWords[rows].one}</th>
              <th scope="col" className={columnClass('')}>
                {allOf(columns)}
              </th>
              {across.map(({ group }) => (
                <th key={group} scope="col" className={columnClass(group)}>
                  <bdi>{group}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {down.map(({ group: row, total }) => (
              <tr key={row}>
                <th scope="row">
                  <bdi>{row}</bdi>
                </th>
                {view(total, row, null)}
                {across.map(({ group: column }) => view(pivot.cellOf(row, column), row, column))}
              </tr>
            ))}
            <tr className="row-total">
              <th scope="row">{allOf(rows)}</th>
              {view(pivot.total, null, null)}
              {across.map(({ group: column, total }) => view(total, null, column))}
            </tr>
          </tbody>
        </table>
      </section>
      {(pivot.columns.length > across.length || pivot.rows.length > down.length) && (
        <p className="note">
          The largest {count(down.length)} of {count(pivot.rows.length)} {fieldWords[rows].many.toLowerCase()}{' '}
          and {count(across.length)} of {count(pivot.columns.length)} {fieldWords[columns].many.toLowerCase()}
          ; totals and comparisons take all of them.{' '}
          {pivot.rows.length > down.length && (
            <Button variant="link" onPress={() => setRowLimit(rowLimit + rowsAtATime)}>
              Show {count(Math.min(rowsAtATime, pivot.rows.length - down.length))} more
            </Button>
          )}
        </p>
      )}
    </>
  );
}
