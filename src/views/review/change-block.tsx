import { Suspense } from 'react';
import { mixEffect } from '../../metrics/conversion-change.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import {
  changeAnswer,
  changeDefinition,
  otherChangeWords,
  reversalWords,
} from '../../sentences/review/change-answer.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ChangeTable } from './change-table.tsx';
import { MetricNote } from './metric-note.tsx';
import { ChangeWaterfall } from '../charts-on-demand.ts';

/** Why did it move? Mix and rate of every channel, which add up to the change. */
export function ChangeBlock({ review }: { readonly review: WeeklyReview }) {
  const { l2o, o2d } = review.changes;
  const reversal = reversalWords(l2o);
  return (
    <Block
      span={6}
      id="change"
      question={reviewQuestions.change}
      answer={changeAnswer(l2o)}
      definition={changeDefinition(l2o)}
      foot={
        <>
          {l2o.change !== null && (
            <Disclosure summary="By channel">
              <ChangeTable change={l2o.change} />
            </Disclosure>
          )}
          <MetricNote metric={mixEffect} />
        </>
      }
    >
      {reversal !== null && <p className="note gap-note">{reversal}</p>}
      {l2o.gap !== null && <p className="note gap-note">{gapWords(l2o.gap).needs}</p>}
      {l2o.change !== null && (
        <Suspense fallback={<div className="chart-place" />}>
          <ChangeWaterfall review={l2o} summary={changeAnswer(l2o)} />
        </Suspense>
      )}
      {o2d.change !== null && <p className="note">{otherChangeWords(o2d)}</p>}
    </Block>
  );
}
