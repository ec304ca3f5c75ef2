import { Fragment } from 'react';
import { Triangle } from '../../charts/triangle.tsx';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { verdictLabels } from '../../metrics/verdict.ts';
import { moneyShort } from '../../sentences/format.ts';
import { signalWords } from '../../sentences/review/signal-words.ts';
import { evidenceOf } from '../../sentences/review/review-agenda.ts';
import { toldSentences, type ToldSentence } from '../../sentences/review/week-sentences.ts';
import { Block } from '../../ui/block.tsx';
import { EvidenceLink } from './evidence-link.tsx';

/** Signals that the headline names are red; the others are not, so that few things are. */
const namedSignals = 2;

/** What must be known of the week: at most three sentences, and the evidence of each signal under them. */
export function WeekBlock({ review }: { readonly review: WeeklyReview }) {
  const sentences = toldSentences(review);
  const head = sentences.length === 1 ? sentences : sentences.slice(0, -1);
  const rest = sentences.length === 1 ? null : (sentences.at(-1) ?? null);
  const { currency } = review.header;
  const hasMoney = currency !== null && review.signals.some(({ moneyMinor }) => moneyMinor !== null);
  return (
    <Block span={7} level="page" rule="none" id="week" answer={<Sentences told={head} />}>
      {rest !== null && (
        <p className="lead">
          <Sentences told={[rest]} />
        </p>
      )}
      <ul className="evidence">
        {review.signals.map((signal, place) => {
          const words = signalWords(review, signal);
          if (words === null) return null;
          const isNamed = signal.verdict === 'signal' && place < namedSignals;
          return (
            <li key={signal.source}>
              {signal.direction === 'none' ? (
                <span />
              ) : (
                <Triangle
                  direction={signal.direction}
                  tone={isNamed ? 'signal' : 'mark'}
                  label={`${verdictLabels[signal.verdict]}, ${signal.direction}`}
                />
              )}
              <span>
                <b>
                  <EvidenceLink to={evidenceOf(signal.source)}>{words.measure}.</EvidenceLink>
                </b>{' '}
                {words.evidence}
                {signal.moneyMinor !== null && currency !== null && (
                  <span className="quiet"> About {moneyShort(signal.moneyMinor, currency)}.</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {hasMoney && (
        <p className="note money-note">
          Amounts say how far each is from its usual, at what leads, opportunities and deals are worth on
          average.
        </p>
      )}
    </Block>
  );
}

/** Sentences one after the other, each a way to its proof. */
function Sentences({ told }: { readonly told: readonly ToldSentence[] }) {
  return told.map(({ text, evidence }, place) => (
    <Fragment key={text}>
      {place > 0 && ' '}
      <EvidenceLink to={evidence}>{text}</EvidenceLink>
    </Fragment>
  ));
}
