import type { Dimension } from './dimension.ts';

/** What part of the data a page looks at. Null or an empty list means "all". Dates are local, inclusive. */
export interface Filter {
  readonly from: string | null;
  readonly to: string | null;
  readonly values: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}

export const noFilter: Filter = { from: null, to: null, values: {} };
