import type { Rate } from '../../domain/rate.ts';
import { attemptsOkShare, neverContactedShare, slaAttainment } from '../../metrics/sla-attainment.ts';
import type { Metric } from '../../metrics/metric.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { count, percent } from '../../sentences/format.ts';
import { marketingNote, slaAnswer, slaDefinition } from '../../sentences/review/sla-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { RateCell } from '../../ui/rate-cell.tsx';
import { MetricNote } from './metric-note.tsx';

/** Did both sides keep their word? What sales promised, each with its fraction and interval; marketing's side says what is missing. */
export function SlaBlock({ review }: { readonly review: WeeklyReview }) {
  const { sales, marketing } = review.sla;
  const { kept } = sales;
  const promises: readonly (readonly [Metric, Rate])[] =
    kept === null
      ? []
      : [
          [slaAttainment, kept.attainment],
          [attemptsOkShare, kept.attemptsOk],
          [neverContactedShare, kept.neverContacted],
        ];
  return (
    <Block
      span={6}
      id="sla"
      question={reviewQuestions.sla}
      answer={slaAnswer(review.sla)}
      definition={slaDefinition(review.sla)}
      foot={kept === null ? null : <MetricNote metric={slaAttainment} />}
    >
      {promises.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Sales</th>
              <th scope="col">95% interval, k of n</th>
            </tr>
          </thead>
          <tbody>
            {promises.map(([metric, rate]) => (
              <tr key={metric.id}>
                <th scope="row" className="nowrap">
                  {metric.label}
                </th>
                <td>
                  <RateCell
                    rate={rate}
                    max={1}
                    average={null}
                    tone="settled"
                    label={metric.label}
                    formatPercent={percent}
                    formatCount={count}
                  />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">Marketing</th>
              <td className="quiet">{marketingNote(marketing)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </Block>
  );
}
