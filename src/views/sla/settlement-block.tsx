import type { NegotiationBasis } from '../../metrics/promise/negotiation-basis.ts';
import type { Settlement } from '../../metrics/promise/negotiation.ts';
import { breachCost, pairValue } from '../../metrics/promise/pair-outcome.ts';
import { expectedCount, lateWords, speedWords } from '../../sentences/sla/settlement-words.ts';
import { amountWords } from '../../sentences/sla/term-words.ts';
import { Button } from '../../ui/button.tsx';
import { ExpectedStrip } from '../../ui/expected-strip.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { Facts } from './facts.tsx';
import { FrontChart } from './front-chart.tsx';

interface SettlementBlockProps {
  readonly settlement: Settlement;
  readonly basis: NegotiationBasis;
  readonly currency: string | null;
  readonly canTakeBack: boolean;
  readonly onReset: () => void;
  readonly onTakeBack: () => void;
}

/** What the two promises come to together. */
export function SettlementBlock(props: SettlementBlockProps) {
  const { settlement, basis, currency, canTakeBack, onReset, onTakeBack } = props;
  const { outcome, today } = settlement;
  const amount = (minor: number): string => amountWords(minor, currency);
  return (
    <section className="settlement" aria-label="Settlement">
      <div>
        <p className="question">Settlement</p>
        <p className="big-number">{amount(outcome.valueMinor.value)}</p>
        <p className="note">
          of deals, from the leads of a quarter. Heavy line: expected; shaded: 80% range; dashes: today.
        </p>
        <ExpectedStrip {...outcome.valueMinor} today={today.valueMinor.value} format={amount} />
        <Facts
          facts={[
            ['Deals from a quarter', expectedCount(outcome.deals)],
            ['Pipeline from a quarter', amount(outcome.pipelineMinor)],
            ['Marketing short by 5%', `costs ${amount(outcome.shortMinor)}`],
            ['Sales late on 10% more', lateWords(settlement, currency)],
          ]}
        />
        <p className="note">{speedWords(settlement, basis.speed, basis.salesGap === null)}</p>
        <MetricNote metric={pairValue} />
        <MetricNote metric={breachCost} />
      </div>
      <div>
        <FrontChart settlement={settlement} currency={currency} />
        <div className="settlement-actions">
          <Button variant="link" onPress={onReset}>
            Back to today’s terms
          </Button>
          {canTakeBack && (
            <Button variant="link" onPress={onTakeBack}>
              Undo
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
