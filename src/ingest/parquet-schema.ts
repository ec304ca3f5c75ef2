import type { SchemaElement } from 'hyparquet';
import { valueTextOf, type ValueText } from './parquet-text.ts';

/** A column that holds one value a row. */
export interface ParquetLeaf {
  /** Names from the outermost group to the column, with dots between. */
  readonly name: string;
  readonly element: SchemaElement;
  /** The level that marks a value as being there. */
  readonly filled: number;
  readonly text: ValueText;
}

/** The columns of a schema that hold one value a row, in order; those that hold lists are left out. */
export const parquetLeaves = (schema: readonly SchemaElement[]): readonly ParquetLeaf[] => {
  const leaves: ParquetLeaf[] = [];
  let next = 1;
  const walk = (children: number, path: readonly string[], filled: number, isRepeated: boolean): void => {
    for (let child = 0; child < children; child += 1) {
      const element = schema[next];
      if (element === undefined) throw new RangeError('The schema is cut off.');
      next += 1;
      const names = [...path, element.name];
      const level = filled + (element.repetition_type === 'OPTIONAL' ? 1 : 0);
      const repeats = isRepeated || element.repetition_type === 'REPEATED';
      if (element.type === undefined) walk(element.num_children ?? 0, names, level, repeats);
      else if (!repeats)
        leaves.push({ name: names.join('.'), element, filled: level, text: valueTextOf(element) });
    }
  };
  walk(schema[0]?.num_children ?? 0, [], 0, false);
  return leaves;
};
