import { TradeOff } from '../../charts/trade-off.tsx';
import type { TradeOffPoint } from '../../charts/trade-off-frame.ts';
import type { PairPoint, Settlement } from '../../metrics/promise/negotiation.ts';
import type { PromisePair } from '../../metrics/promise/promise-front.ts';
import { count, several, wholePercent } from '../../sentences/format.ts';
import { amountWords, attemptWords } from '../../sentences/sla/term-words.ts';

const pointOf = ({ cost, gain, attempts, share, isKept }: PromisePair): TradeOffPoint => ({
  key: `${share} ${attempts}`,
  label: `${wholePercent(share)} of today’s value, ${attemptWords(attempts)}`,
  cost,
  gain,
  isKept,
});

const named = (key: string, label: string, point: PairPoint | null): TradeOffPoint | null =>
  point === null ? null : { key, label, cost: point.hours, gain: point.valueMinor, isKept: point.isKept };

/** Pairs of promises replayed: what they bring against the hours they take, with this pair and today's. */
export function FrontChart({
  settlement: { front, chosenPoint, todayPoint },
  currency,
}: {
  readonly settlement: Settlement;
  readonly currency: string | null;
}) {
  if (front.pairs.length === 0)
    return <p className="note">Pairs of promises cannot be replayed: how sales answered is not known.</p>;
  const kept = front.pairs.filter(({ isKept }) => isKept).length;
  const words =
    kept === 0
      ? 'None of these pairs would have been kept in half of the months and weeks.'
      : `${several(kept, ['pair', 'pairs'])} of ${count(front.pairs.length)} would have been kept in half of the months and weeks.`;
  return (
    <>
      <TradeOff
        title="Deals from a quarter against hours of sales a week"
        summary={words}
        points={front.pairs.map(pointOf)}
        front={front.front.map(pointOf)}
        isFrontKept={front.isFrontKept}
        chosen={named('chosen', 'this pair', chosenPoint)}
        today={named('today', 'today', todayPoint)}
        words={{
          row: 'Pair of promises',
          cost: 'Hours a week',
          gain: 'Deals from a quarter',
          state: 'Replayed',
          kept: 'kept',
          notKept: 'not kept',
          onFront: front.isFrontKept ? 'kept, nothing beats it' : 'not kept, nothing beats it',
        }}
        formatCost={(hours) => count(Math.round(hours))}
        formatGain={(minor) => amountWords(minor, currency)}
      />
      <p className="note">
        Each dot is a pair of promised value and attempts, replayed on history; hollow ones would not have
        been kept in half of the months and weeks. {words} On the line no pair brings as much for fewer hours
        {front.isFrontKept ? '' : ', kept or not'}. What more attempts bring in money own history cannot tell.
      </p>
    </>
  );
}
