import type { LeakFacts } from '../../engine/leak-facts.ts';
import { discardedUntried, discardedUntriedOf } from '../../metrics/discarded-untried.ts';
import { inGroups } from '../../metrics/in-groups.ts';
import { flaggedCells } from '../../metrics/flagged-cells.ts';
import { rateOf } from '../../metrics/rate-of.ts';
import { count } from '../../sentences/format.ts';
import { untriedAnswer } from '../../sentences/leaks/handling-words.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import type { OpenList } from './open-counts.ts';
import { RateRows } from './rate-rows.tsx';

interface UntriedBlockProps {
  readonly facts: LeakFacts;
  readonly period: string;
  readonly onOpen: OpenList;
}

const question = 'Rejected without a check: how many leads are sent away untried?';

/** How many leads does sales send away without a try, and of which channels above all? */
export function UntriedBlock({ facts, period, onOpen }: UntriedBlockProps) {
  const { because, page, request } = facts;
  if (because !== null) {
    return (
      <Block
        span={6}
        question={question}
        answer="Whether discarded leads were tried cannot be told"
        definition={because}
      />
    );
  }
  const { rows } = page.leaks;
  const all = discardedUntriedOf(rows);
  const standings = rows.filter(
    ({ stage, standing, untried }) =>
      untried && stage !== 'opportunity' && (standing === 'dropped' || standing === 'recycled'),
  );
  const channels = inGroups(rows, ({ channel }) => channel).map(([channel, own]) => {
    const { k, n } = discardedUntriedOf(own);
    return { channel, k, n };
  });
  const above = flaggedCells(channels.filter(({ n }) => n > 0)).filter(({ side }) => side === 'above');
  return (
    <Block
      span={6}
      question={question}
      answer={untriedAnswer(all)}
      definition={`Leads handed over ${period}, now disqualified or in nurture, that nobody called, wrote to or met.${above.length === 0 ? '' : ' Channels above all others, after correction for their number, are listed.'}`}
      foot={<MetricNote metric={discardedUntried} />}
    >
      {all.n > 0 && (
        <RateRows
          head="Of discarded leads, untried"
          rows={[
            {
              label: 'All channels',
              rate: all,
              onPress: () =>
                onOpen({
                  name: 'Discarded without an attempt',
                  heading: `${count(all.k)} leads`,
                  leads: all.k,
                  rule: 'Disqualified or sent to nurture, and no person had tried to reach them after any handover.',
                  list: { kind: 'standing', leads: request, standings },
                }),
            },
            ...above
              .toSorted((a, b) => b.k / b.n - a.k / a.n)
              .slice(0, 3)
              .map(({ channel, k, n }) => ({ label: channel, rate: rateOf(k, n) })),
          ]}
        />
      )}
    </Block>
  );
}
