import { leakGap } from '../../metrics/leak-ledger.ts';
import type { LeakReview } from '../../metrics/review/leak-review.ts';
import { count, moneyShort } from '../../sentences/format.ts';
import { ownersShort } from '../../sentences/leaks/ledger-words.ts';
import { leakAnswer, leakDefinition, leakName } from '../../sentences/review/leak-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { LeakLineTrend } from '../leaks/leak-trend.tsx';
import { Block } from '../../ui/block.tsx';
import { PageLink } from '../page-link.tsx';
import { MetricNote } from './metric-note.tsx';

interface LeakBlockProps {
  readonly review: LeakReview;
  readonly currency: string | null;
}

/** Where do we lose money we could keep? Every lost lead under one leak, in money. */
export function LeakBlock({ review, currency }: LeakBlockProps) {
  const { lines, lost, unmeasured } = review;
  const reason = unmeasured.untried;
  return (
    <Block
      span={6}
      id="leaks"
      question={reviewQuestions.leaks}
      answer={leakAnswer(review, currency)}
      definition={leakDefinition(review, currency)}
      foot={
        <>
          <PageLink to="/leaks">Whose, since when, and what goes with it</PageLink>
          {lost !== null && <MetricNote metric={leakGap} />}
        </>
      }
    >
      {reason !== undefined && (
        <p className="note gap-note">Late and missing attempts are not told apart: {reason}</p>
      )}
      {lost !== null && currency !== null && (
        <table className="table table-cards table-leak-lines">
          <thead>
            <tr>
              <th scope="col">Leak</th>
              <th scope="col" className="right">
                Leads
              </th>
              <th scope="col" className="right">
                Value
              </th>
              <th scope="col">Trend</th>
              <th scope="col">Owners</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.leak} ${line.stage ?? ''}`}>
                <th scope="row">{leakName(line)}</th>
                <td className="right" data-label="Leads">
                  {count(line.journeys)}
                </td>
                <td className="right" data-label="Value">
                  {moneyShort(line.minor, currency)}
                </td>
                <td data-label="Trend">
                  <LeakLineTrend line={line} />
                </td>
                <td className="sample" data-label="Owners">
                  {ownersShort(line.owners)}
                </td>
              </tr>
            ))}
            <tr className="row-total">
              <th scope="row">Together</th>
              <td className="right" data-label="Leads">
                {count(lost.journeys)}
              </td>
              <td className="right" data-label="Value">
                {moneyShort(lost.minor, currency)}
              </td>
              <td>{''}</td>
              <td>{''}</td>
            </tr>
          </tbody>
        </table>
      )}
    </Block>
  );
}
