import { blankGroup } from '../../domain/dimension.ts';
import type { OwnerLoad } from '../../metrics/rep-load.ts';
import { count, several, wholePercent } from '../../sentences/format.ts';
import { ownerName } from '../../sentences/leaks/ledger-words.ts';
import { Disclosure } from '../../ui/disclosure.tsx';

interface LoadTableProps {
  /** The fullest first, leads of nobody last. */
  readonly loads: readonly OwnerLoad[];
  readonly repCap: number;
}

/** The open leads of every rep against the cap. */
export function LoadTable({ loads, repCap }: LoadTableProps) {
  const reps = loads.filter(({ owner }) => owner !== blankGroup).length;
  if (reps === 0) return null;
  return (
    <Disclosure summary={reps === 1 ? 'The load of the one rep' : `The load of all ${count(reps)} reps`}>
      <p className="note">
        The cap is {several(repCap, ['open lead', 'open leads'])} a person; recycled leads are left out.
      </p>
      <section className="load-list table-scroll" aria-label="Load of every rep" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Rep</th>
              <th scope="col" className="right">
                Open leads
              </th>
              <th scope="col" className="right">
                Of the cap
              </th>
            </tr>
          </thead>
          <tbody>
            {loads.map(({ owner, openLeads, load, level }) => (
              <tr key={owner}>
                <th scope="row" className={owner === blankGroup ? 'quiet' : undefined}>
                  <bdi>{ownerName(owner)}</bdi>
                </th>
                <td className="right">{count(openLeads)}</td>
                <td className="right">
                  {load === null ? (
                    '–'
                  ) : level === 'red' ? (
                    <b>{wholePercent(load)}, over</b>
                  ) : (
                    wholePercent(load)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Disclosure>
  );
}
