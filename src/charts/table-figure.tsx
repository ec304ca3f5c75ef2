import { useId, type ReactNode } from 'react';

interface TableFigureProps {
  readonly title: string;
  readonly summary: string;
  /** Stands in place of the table where there is nothing to show. */
  readonly emptyText: string;
  readonly isEmpty: boolean;
  readonly head: ReactNode;
  readonly body: ReactNode;
}

/** A chart that is a table, and so its own twin: named, described, and scrolled sideways where it is too wide. */
export function TableFigure({ title, summary, emptyText, isEmpty, head, body }: TableFigureProps) {
  const id = useId();
  if (isEmpty) return <p className="definition">{emptyText}</p>;
  return (
    <figure className="figure">
      <section className="table-scroll" aria-label={title} aria-describedby={`${id}-summary`} tabIndex={0}>
        <table className="table table-heat">
          <caption className="visually-hidden">
            {title}. <span id={`${id}-summary`}>{summary}</span>
          </caption>
          <thead>{head}</thead>
          <tbody>{body}</tbody>
        </table>
      </section>
    </figure>
  );
}
