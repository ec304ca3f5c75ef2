import type { CodedTexts } from '../domain/columns.ts';
import { packCube, type Cube, type CubeColumns } from '../metrics/cube/cube.ts';
import type { ReviewInput } from '../metrics/review/weekly-review.ts';
import type { Analysis } from './analysis.ts';
import type { CountedCube } from './cube.ts';
import type { ImportAbout } from './data-import.ts';
import type { PromiseFacts } from './promise-facts.ts';

/** What the first page shows of a data set, counted beforehand. */
export interface CountsAhead {
  readonly about: Omit<ImportAbout, 'downloads'>;
  readonly analysis: Analysis;
  readonly cube: Cube;
  readonly reviewFacts: Omit<ReviewInput, keyof PromiseFacts>;
}

/** The same with the cube as the columns it is packed from. */
export interface CountedAhead extends Omit<CountsAhead, 'cube'> {
  readonly cube: CountedCube;
}

type Written<Column> = Column extends CodedTexts
  ? { readonly codes: readonly number[]; readonly values: readonly string[] }
  : readonly number[];

type WrittenColumns = {
  readonly [Facet in keyof CubeColumns]: {
    readonly [Name in keyof CubeColumns[Facet]]: Written<CubeColumns[Facet][Name]>;
  };
};

/** Counts as JSON, numbers one after the other. */
export const countsText = (counted: CountedAhead): string =>
  JSON.stringify(counted, (_, value: unknown) =>
    value instanceof Int32Array || value instanceof Float64Array ? Array.from(value) : value,
  );

const columnOf = (
  written: readonly number[] | { readonly codes: readonly number[]; readonly values: readonly string[] },
) =>
  'codes' in written
    ? { codes: Int32Array.from(written.codes), values: written.values }
    : Float64Array.from(written);

const facetOf = (written: Readonly<Record<string, Parameters<typeof columnOf>[0]>>) =>
  Object.fromEntries(Object.entries(written).map(([name, column]) => [name, columnOf(column)]));

/** Reads what `countsText` wrote; the text comes with the page and is not checked again. */
export const readCounts = (text: string): CountsAhead => {
  const { cube, ...counted } = JSON.parse(text) as Omit<CountedAhead, 'cube'> & {
    readonly cube: { readonly frame: CountedCube['frame']; readonly columns: WrittenColumns };
  };
  // Entries lose which facet has which counts; the file was written from these very columns.
  const columns = Object.fromEntries(
    Object.entries(cube.columns).map(([name, facet]) => [name, facetOf(facet)]),
  ) as unknown as CubeColumns;
  return { ...counted, cube: packCube(cube.frame, columns) };
};
