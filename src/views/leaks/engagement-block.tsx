import type { LeakFacts } from '../../engine/leak-facts.ts';
import { engagementToContact } from '../../metrics/leak-page/engagement-to-contact.ts';
import { rateOf } from '../../metrics/rate-of.ts';
import { speedToLead } from '../../metrics/speed-to-lead.ts';
import { minutesWords } from '../../sentences/duration-words.ts';
import { count } from '../../sentences/format.ts';
import { engagementAnswer } from '../../sentences/leaks/handling-words.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { RateRows } from './rate-rows.tsx';

const question = 'Hotness: how long after a lead shows itself is it tried?';

/** When a lead writes, calls or clicks, how long until somebody tries to reach it? */
export function EngagementBlock({ facts, period }: { readonly facts: LeakFacts; readonly period: string }) {
  const { because, handling } = facts;
  if (because !== null) {
    return (
      <Block
        span={6}
        question={question}
        answer="How soon sales reacts to a lead cannot be told"
        definition={because}
      />
    );
  }
  const speed = speedToLead(handling.engagement);
  const { handovers, contacted, p90Minutes } = speed;
  return (
    <Block
      span={6}
      question={question}
      answer={engagementAnswer(speed)}
      definition={
        handovers === 0
          ? `Among the handovers ${period}, no inbound activity lies before the first attempt. Clicks, visits and replies, as inbound activities with their time, would tell.`
          : `${count(handovers)} handovers ${period} of leads with an inbound act before the first attempt, by their own clock${p90Minutes === null ? '' : `; nine of ten within ${minutesWords(p90Minutes)}`}.`
      }
      foot={<MetricNote metric={engagementToContact} />}
    >
      {handovers > 0 && (
        <RateRows head="Of those" rows={[{ label: 'Tried since', rate: rateOf(contacted, handovers) }]} />
      )}
    </Block>
  );
}
