import { useState, type ReactElement, type ReactNode } from 'react';
import { count } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';

interface MoreRowsProps {
  /** What the rows are of, in the plural: "owners". */
  readonly name: string;
  readonly head: ReactNode;
  readonly rows: readonly ReactElement[];
}

const first = 6;

/** A table that shows its first rows, and the rest on demand. */
export function MoreRows({ name, head, rows }: MoreRowsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <table className="table table-cards table-counts">
        <thead>{head}</thead>
        <tbody>{isOpen ? rows : rows.slice(0, first)}</tbody>
      </table>
      {rows.length > first && (
        <p className="foot">
          <Button variant="link" onPress={() => setOpen(!isOpen)}>
            {isOpen ? `Show the first ${count(first)} ${name}` : `Show all ${count(rows.length)} ${name}`}
          </Button>
        </p>
      )}
    </>
  );
}
