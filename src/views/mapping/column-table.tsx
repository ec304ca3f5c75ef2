import type { ReactNode } from 'react';

/** The frame of a table of columns; the rows are the columns of one file. */
export function ColumnTable({ file, children }: { readonly file: string; readonly children: ReactNode }) {
  return (
    <section className="table-scroll" aria-label={`Columns of ${file}`} tabIndex={0}>
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">Column in the file</th>
            <th scope="col">Means</th>
            <th scope="col">Examples</th>
            <th scope="col">Read as</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
