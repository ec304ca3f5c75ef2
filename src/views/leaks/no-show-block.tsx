import type { LeakFacts } from '../../engine/leak-facts.ts';
import { noShowShare, noShowsOf } from '../../metrics/leak-page/no-shows.ts';
import { count } from '../../sentences/format.ts';
import { noShowAnswer, noShowNeeds } from '../../sentences/leaks/handling-words.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { RateRows } from './rate-rows.tsx';

/** How many booked meetings are missed, and what becomes of them? Only where the files say so. */
export function NoShowBlock({ facts, period }: { readonly facts: LeakFacts; readonly period: string }) {
  const noShows = noShowsOf(facts.meetings);
  const { held, missed, rebooked, convertedAfter, convertedWithout } = noShows;
  return (
    <Block
      span={6}
      question="No-shows: how many meetings are missed?"
      answer={noShowAnswer(noShows)}
      definition={
        missed.k === 0
          ? `Whether none was missed, or none is marked, these files do not say. ${noShowNeeds}`
          : `${count(held + missed.k)} meetings ${period}; rebooked within 30 days.`
      }
      foot={<MetricNote metric={noShowShare} />}
    >
      {missed.k > 0 && (
        <RateRows
          head="Of meetings"
          rows={[
            { label: 'Missed', rate: missed },
            { label: 'Rebooked, of those', rate: rebooked },
            { label: 'Opportunity, if rebooked', rate: convertedAfter },
            { label: 'Opportunity, if not', rate: convertedWithout },
          ]}
        />
      )}
    </Block>
  );
}
