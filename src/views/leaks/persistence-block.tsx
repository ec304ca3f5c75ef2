import type { LeakFacts } from '../../engine/leak-facts.ts';
import {
  attemptsOf,
  attemptsPerLead,
  type AttemptBucket,
} from '../../metrics/leak-page/attempts-per-lead.ts';
import { persistenceCurve } from '../../metrics/persistence.ts';
import { capitalised, count, inWords, percent } from '../../sentences/format.ts';
import { persistenceAnswer, quotedWords } from '../../sentences/leaks/handling-words.ts';
import { Block } from '../../ui/block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import type { OpenList } from './open-counts.ts';
import { RateRows } from './rate-rows.tsx';

interface PersistenceBlockProps {
  readonly facts: LeakFacts;
  readonly period: string;
  readonly onOpen: OpenList;
}

const bucketName = ({ from, to }: AttemptBucket): string => {
  if (to === null) return `${capitalised(inWords(from))} attempts or more`;
  if (from === to) return `${capitalised(inWords(from))} ${from === 1 ? 'attempt' : 'attempts'}`;
  return `${capitalised(inWords(from))} to ${inWords(to)} attempts`;
};

/** How often is a lead tried before it is given up? */
export function PersistenceBlock({ facts, period, onOpen }: PersistenceBlockProps) {
  const { because, handling, request, page } = facts;
  const question = 'Persistence: how often do we try before we give up?';
  if (because !== null) {
    return (
      <Block
        span={6}
        question={question}
        answer="How often leads are tried cannot be told"
        definition={because}
      />
    );
  }
  const { terms } = page;
  const attempts = attemptsOf(handling.attempts, terms.attempts);
  const curve = persistenceCurve(handling.persistence);
  return (
    <Block
      span={6}
      question={question}
      answer={persistenceAnswer(attempts, terms)}
      definition={`${count(attempts.givenUp)} of ${count(attempts.handovers)} handovers ${period} whose days are over and in which nothing ended the need to try. ${quotedWords}`}
      foot={<MetricNote metric={attemptsPerLead} />}
    >
      {attempts.givenUp > 0 && (
        <RateRows
          head="Tried, of those given up"
          rows={attempts.buckets.map((bucket) => ({
            label: bucketName(bucket),
            rate: bucket.share,
            onPress: () =>
              onOpen({
                name: `${bucketName(bucket)}, then given up`,
                heading: `${count(bucket.share.k)} handovers`,
                leads: bucket.share.k,
                rule: 'The days for attempts are over, and neither an answer nor an end of the lead came within them.',
                list: {
                  kind: 'handover',
                  filter: request.filter,
                  attempts: { from: bucket.from, to: bucket.to },
                },
              }),
          }))}
        />
      )}
      {curve.length > 0 && (
        <Disclosure summary="What does one more attempt bring?">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Attempt</th>
                <th scope="col" className="right">
                  Lead answered next
                </th>
                <th scope="col" className="right">
                  Opportunity came next
                </th>
              </tr>
            </thead>
            <tbody>
              {curve.map(({ attempt, contact, opportunity }) => (
                <tr key={attempt}>
                  <th scope="row">{count(attempt)}</th>
                  {[contact, opportunity].map(({ k, n, rate }, index) => (
                    <td key={index === 0 ? 'contact' : 'opportunity'} className="right">
                      {rate === null ? '–' : percent(rate)}{' '}
                      <span className="fraction">
                        {count(k)} of {count(n)}
                      </span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      )}
    </Block>
  );
}
