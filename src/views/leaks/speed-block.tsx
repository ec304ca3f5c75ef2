import type { LeakFacts } from '../../engine/leak-facts.ts';
import { rateOf } from '../../metrics/rate-of.ts';
import { speedToLead, speedToLeadMedian, type SpeedToLead } from '../../metrics/speed-to-lead.ts';
import { minutesWords } from '../../sentences/duration-words.ts';
import { count } from '../../sentences/format.ts';
import { allHoursWords } from '../../sentences/hours-words.ts';
import { speedAnswer } from '../../sentences/leaks/handling-words.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import type { OpenList } from './open-counts.ts';
import { RateRows } from './rate-rows.tsx';

interface SpeedBlockProps {
  readonly facts: LeakFacts;
  readonly period: string;
  readonly onOpen: OpenList;
}

const reached = (minutes: number | null): string =>
  minutes === null ? 'not reached' : minutesWords(minutes);

/** How fast are leads tried, by our clock and by theirs? */
export function SpeedBlock({ facts, period, onOpen }: SpeedBlockProps) {
  const { because, handling, request } = facts;
  if (because !== null) {
    return (
      <Block
        span={6}
        question="Speed: how long do leads wait for the first attempt?"
        answer="How fast leads are tried cannot be told"
        definition={because}
      />
    );
  }
  const business = speedToLead(handling.business);
  const elapsed = speedToLead(handling.elapsed);
  const untried = business.handovers - business.contacted;
  return (
    <Block
      span={6}
      question="Speed: how long do leads wait for the first attempt?"
      answer={speedAnswer(business)}
      definition={`${count(business.handovers)} handovers ${period}; those still waiting are taken into account (Kaplan-Meier), so that a share of all may not be reached. Opening hours: ${allHoursWords(facts.calendar, facts.ownHours)}; by the lead’s clock, nights and holidays included.`}
      foot={<MetricNote metric={speedToLeadMedian} />}
    >
      <Waits business={business} elapsed={elapsed} />
      <RateRows
        head="Of all handovers"
        rows={[
          {
            label: 'Never tried so far',
            rate: rateOf(untried, business.handovers),
            onPress: () =>
              onOpen({
                name: 'Never tried so far',
                heading: `${count(untried)} handovers without an attempt`,
                leads: untried,
                rule: 'No call, mail, message or meeting by a person after the handover, or on the day before it.',
                list: { kind: 'handover', filter: request.filter, attempts: null },
              }),
          },
        ]}
      />
    </Block>
  );
}

function Waits({ business, elapsed }: { readonly business: SpeedToLead; readonly elapsed: SpeedToLead }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Tried within</th>
          <th scope="col" className="right">
            Opening hours
          </th>
          <th scope="col" className="right">
            Lead’s clock
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Half of the leads</th>
          <td className="right">{reached(business.medianMinutes)}</td>
          <td className="right">{reached(elapsed.medianMinutes)}</td>
        </tr>
        <tr>
          <th scope="row">Nine of ten</th>
          <td className="right">{reached(business.p90Minutes)}</td>
          <td className="right">{reached(elapsed.p90Minutes)}</td>
        </tr>
      </tbody>
    </table>
  );
}
