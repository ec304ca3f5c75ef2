import type { SlaTerms } from '../../domain/sla.ts';
import type { LeakDetail, LeakPage } from '../../metrics/leak-page/leak-page.ts';
import { count, moneyShort, percent } from '../../sentences/format.ts';
import {
  addsUpWords,
  causeLines,
  ownerName,
  ownersWords,
  trendWords,
} from '../../sentences/leaks/ledger-words.ts';
import { leakName } from '../../sentences/review/leak-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Trend } from './leak-trend.tsx';

interface LeakTableProps {
  readonly page: LeakPage;
  readonly terms: SlaTerms;
  readonly currency: string | null;
  readonly onOpen: (line: LeakDetail) => void;
}

/** Every leak: how many, how much, how it went, whose, and what goes with it. The rows add up to the last. */
export function LeakTable({ page, terms, currency, onOpen }: LeakTableProps) {
  const { ledger, hasMoney, lines, leads } = page;
  const money = hasMoney && currency !== null;
  return (
    <table className="table table-cards table-counts table-leaks">
      <thead>
        <tr>
          <th scope="col">Leak</th>
          <th scope="col" className="right">
            Lost value
          </th>
          <th scope="col" className="right">
            Leads, of {count(leads)}
          </th>
          <th scope="col">By month of arrival</th>
          <th scope="col">Whose</th>
          <th scope="col">Goes with</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{leakName(line)}</th>
            <td className="right" data-label={money ? undefined : 'Lost value'}>
              <b>{money ? moneyShort(line.minor, currency) : '–'}</b>
              {line.moneyShare !== null && <span className="beneath">{percent(line.moneyShare)}</span>}
            </td>
            <td className="right" data-label="Leads">
              <Button
                variant="link"
                label={`${count(line.journeys)} leads, ${leakName(line)}: show the records`}
                onPress={() => onOpen(line)}
              >
                {count(line.journeys)}
              </Button>
              <span className="beneath">{line.rate.rate === null ? '–' : percent(line.rate.rate)}</span>
            </td>
            <td className="full" data-label="Trend">
              <Trend trend={line.trend} name={leakName(line)} words={trendWords(line.trend)} />
            </td>
            <td className="full" data-label="Whose">
              <div>
                <Button
                  variant="link"
                  label={`${ownersWords(line.owners)}, ${leakName(line)}: show the owners`}
                  onPress={() => onOpen(line)}
                >
                  {ownersWords(line.owners)}
                </Button>
                <Largest line={line} currency={money ? currency : null} />
              </div>
            </td>
            <td className="full quiet" data-label="Goes with">
              <ul>
                {causeLines(line, terms).map((cause) => (
                  <li key={cause}>{cause}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
        <tr className="row-total">
          <th scope="row">Together</th>
          <td className="right">{money ? moneyShort(ledger.lost.minor, currency) : '–'}</td>
          <td className="right" data-label="Leads">
            {count(ledger.lost.journeys)}
          </td>
          <td className="full quiet" colSpan={3}>
            {money ? addsUpWords(ledger, currency) : 'Each lost lead counts once.'}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Largest({ line, currency }: { readonly line: LeakDetail; readonly currency: string | null }) {
  const [largest] = line.owners;
  if (largest === undefined || line.owners.length < 2) return null;
  const size = currency === null ? count(largest.journeys) : moneyShort(largest.minor, currency);
  return <div className="sample">{`Largest part: ${ownerName(largest.owner)}, ${size}`}</div>;
}
