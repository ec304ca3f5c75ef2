import type { CodedTexts, NumberColumn } from '../domain/columns.ts';

/** How a column of an answer is decoded. `day` is a local date `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'day' | 'texts';

export interface ColumnSpec<Kind extends ColumnKind, Nullable extends boolean> {
  readonly kind: Kind;
  readonly nullable: Nullable;
}

type Decoded<Kind extends ColumnKind> = Kind extends 'number'
  ? number
  : Kind extends 'boolean'
    ? boolean
    : Kind extends 'texts'
      ? readonly string[]
      : string;

/** Column name to how it is decoded. The engine refuses an answer whose columns differ. */
export type RowSpec = Readonly<Record<string, ColumnSpec<ColumnKind, boolean>>>;

/** The specification of an answer that can be read as columns: texts and numbers, none empty. */
export type ColumnarSpec = Readonly<Record<string, ColumnSpec<'text' | 'number', false>>>;

/** The columns that a specification gives, all of one length. */
export type ColumnsOf<Spec extends ColumnarSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends ColumnSpec<'text', false> ? CodedTexts : NumberColumn;
};

/** The plain row that a specification gives. */
export type RowOf<Spec extends RowSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends ColumnSpec<infer Kind, infer Nullable>
    ? Nullable extends true
      ? Decoded<Kind> | null
      : Decoded<Kind>
    : never;
};

const column = <Kind extends ColumnKind, Nullable extends boolean>(kind: Kind, nullable: Nullable) =>
  ({ kind, nullable }) as const;

export const text = column('text', false);
export const number = column('number', false);
export const boolean = column('boolean', false);
export const texts = column('texts', false);
export const day = column('day', false);
export const optionalText = column('text', true);
export const optionalNumber = column('number', true);
export const optionalDay = column('day', true);
