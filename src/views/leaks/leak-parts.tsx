import { Triangle } from '../../charts/triangle.tsx';
import type { LeakDetail } from '../../metrics/leak-page/leak-page.ts';
import { isNobody, type OwnerLeak } from '../../metrics/leak-page/leak-owners.ts';
import { count, moneyShort, monthAndYear, percent } from '../../sentences/format.ts';
import { ownerName } from '../../sentences/leaks/ledger-words.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';

interface LeakPartsProps {
  readonly line: LeakDetail;
  readonly currency: string | null;
  readonly owner: string | null;
  readonly onOwner: (owner: OwnerLeak | null) => void;
}

/** One leak by owner and by month; both add up to it. An owner is marked only where the difference is a signal. */
export function LeakParts({ line, currency, owner, onOwner }: LeakPartsProps) {
  const money = (minor: number): string => (currency === null ? '–' : moneyShort(minor, currency));
  return (
    <>
      <Disclosure summary="By owner">
        <p className="note">
          A triangle marks an owner whose share lies above that of all others together, after correction for
          the number compared. It says nothing of why.
        </p>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Owner</th>
              <th scope="col" className="right">
                Leads
              </th>
              <th scope="col" className="right">
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {line.owners.map((part) => (
              <tr key={part.owner} className={part.rate.n < 30 ? 'quiet' : undefined}>
                <th scope="row">
                  {part.isSignal && !isNobody(part) && <Triangle direction="up" label="signal, above" />}{' '}
                  <Button
                    variant="link"
                    label={`${ownerName(part.owner)}: ${part.owner === owner ? 'show all owners' : 'list only these leads'}`}
                    onPress={() => onOwner(part.owner === owner ? null : part)}
                  >
                    {ownerName(part.owner)}
                  </Button>
                </th>
                <td className="right">
                  {`${count(part.journeys)} of ${count(part.rate.n)}`}
                  <div className="sample">{part.rate.rate === null ? '–' : percent(part.rate.rate)}</div>
                </td>
                <td className="right">{money(part.minor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
      <Disclosure summary="By month of arrival">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" className="right">
                Leads
              </th>
              <th scope="col" className="right">
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {line.months.map(({ month, journeys, minor }) => (
              <tr key={month}>
                <th scope="row">{monthAndYear(month)}</th>
                <td className="right">{count(journeys)}</td>
                <td className="right">{money(minor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  );
}
