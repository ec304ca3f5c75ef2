import type { ConversionChange } from '../../metrics/conversion-change.ts';
import { smallRest } from '../../metrics/pool-small.ts';
import { count, percent, signedPoints } from '../../sentences/format.ts';

interface Line {
  readonly name: string;
  readonly k0: number;
  readonly n0: number;
  readonly k1: number;
  readonly n1: number;
  readonly mix: number;
  readonly rate: number;
}

/** Channels by how much they moved the whole, those too small for a line of their own last. */
const linesOf = ({ lines, rest }: ConversionChange): readonly Line[] => [
  ...lines
    .map((line) => ({ ...line, name: line.group }))
    .toSorted((a, b) => Math.abs(b.mix + b.rate) - Math.abs(a.mix + a.rate)),
  ...(rest === null ? [] : [{ ...rest, name: smallRest }]),
];

const rateOf = (k: number, n: number): string => (n === 0 ? '–' : percent(k / n));

/** Mix and rate of every channel in percentage points; both add up to the change. */
export function ChangeTable({ change }: { readonly change: ConversionChange }) {
  return (
    <table className="table table-change">
      <thead>
        <tr>
          <th scope="col">Channel</th>
          <th scope="col" className="right">
            Leads
          </th>
          <th scope="col" className="right hide-narrow">
            Conversion
          </th>
          <th scope="col" className="right">
            Mix
          </th>
          <th scope="col" className="right">
            Rate
          </th>
        </tr>
      </thead>
      <tbody>
        {linesOf(change).map(({ name, k0, n0, k1, n1, mix, rate }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="right">
              {count(n0)} to {count(n1)}
            </td>
            <td className="right hide-narrow">
              {rateOf(k0, n0)} to {rateOf(k1, n1)}
            </td>
            <td className="right">{signedPoints(mix)}</td>
            <td className="right">{signedPoints(rate)}</td>
          </tr>
        ))}
        <tr className="row-total">
          <th scope="row">Together {signedPoints(change.change)}</th>
          <td>{''}</td>
          <td className="hide-narrow">{''}</td>
          <td className="right">{signedPoints(change.mixTotal)}</td>
          <td className="right">{signedPoints(change.rateTotal)}</td>
        </tr>
      </tbody>
    </table>
  );
}
