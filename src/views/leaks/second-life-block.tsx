import type { LeakFacts } from '../../engine/leak-facts.ts';
import type { LeakPage } from '../../metrics/leak-page/leak-page.ts';
import { sumOfEntries } from '../../metrics/leak-ledger.ts';
import { secondLife, secondLifeOf } from '../../metrics/second-life.ts';
import { count, moneyShort } from '../../sentences/format.ts';
import { secondLifeAnswer } from '../../sentences/leaks/handling-words.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import type { OpenList } from './open-counts.ts';
import { RateRows } from './rate-rows.tsx';

interface SecondLifeBlockProps {
  readonly facts: LeakFacts;
  readonly page: LeakPage | null;
  readonly currency: string | null;
  readonly onOpen: OpenList;
}

const stockWords = (page: LeakPage | null, currency: string | null): string => {
  if (page === null || !page.hasMoney || currency === null) return '';
  const stock = sumOfEntries(page.ledger.entries.filter(({ standing }) => standing === 'recycled'));
  return ` Those of the last twelve months that wait there, ${count(stock.journeys)}, are usually worth ${moneyShort(stock.minor, currency)} where they stand.`;
};

/** What do leads return that were sent to nurture? */
export function SecondLifeBlock({ facts, page, currency, onOpen }: SecondLifeBlockProps) {
  const life = secondLifeOf(facts.secondLife);
  const { recycled, returned, converted, won, waiting, medianWaitDays } = life;
  const half =
    medianWaitDays === null
      ? ''
      : ` Half of those that come back do so within ${count(medianWaitDays)} days.`;
  const open = (only: 'all' | 'converted', leads: number): void =>
    onOpen({
      name: only === 'all' ? 'Sent to nurture' : 'Opportunities after nurture',
      heading: `${count(leads)} leads`,
      leads,
      rule: 'Leads that were recycled at least once, by the day of the first time, the latest first.',
      list: { kind: 'recycled', only },
    });
  return (
    <Block
      span={6}
      question="Second life: what comes back from nurture?"
      answer={secondLifeAnswer(life, currency)}
      definition={
        recycled === 0
          ? 'No history names a recycled stage. Map the status that means nurture, with its date.'
          : `${count(recycled)} leads ever sent to nurture; ${count(waiting)} still wait.${half}${stockWords(page, currency)}`
      }
      foot={<MetricNote metric={secondLife} />}
    >
      {recycled > 0 && (
        <RateRows
          head="Of leads sent to nurture"
          rows={[
            { label: 'Came back', rate: returned, onPress: () => open('all', recycled) },
            {
              label: 'Became opportunities',
              rate: converted,
              onPress: () => open('converted', converted.k),
            },
            { label: 'Became deals', rate: won },
          ]}
        />
      )}
    </Block>
  );
}
