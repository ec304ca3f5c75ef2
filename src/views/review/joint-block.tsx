import { Suspense } from 'react';
import type { Analysis } from '../../engine/analysis.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import { metrics } from '../../metrics/registry.ts';
import type { JointReview } from '../../metrics/review/joint-review.ts';
import { monthAndYear } from '../../sentences/format.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { earlyWords, jointAnswer, jointDefinition } from '../../sentences/review/joint-answer.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { exploreModel, recordsOf } from '../explore/explore-model.ts';
import { HowComputed } from '../explore/how-computed.tsx';
import type { OpenRecords } from '../explore/open-records.ts';
import { JointChart } from '../charts-on-demand.ts';

const questions = {
  l2o: 'Leads to opportunities: where is the pipe tight?',
  o2d: 'Opportunities to deals: where is the pipe tight?',
} as const;

interface JointBlockProps {
  readonly analysis: Analysis;
  readonly cube: Cube;
  readonly review: JointReview;
  readonly onOpen: (records: OpenRecords | null) => void;
}

/** One joint of the pipe: the last ripe month, its usual variation, and where the young ones are heading. */
export function JointBlock({ analysis, cube, review, onOpen }: JointBlockProps) {
  const { joint, gap } = review;
  const answer = jointAnswer(review);
  const early = earlyWords(review);
  return (
    <Block
      span={6}
      question={questions[joint]}
      answer={answer}
      definition={jointDefinition(review, analysis.definitions.anchor)}
      foot={<JointFoot analysis={analysis} cube={cube} review={review} onOpen={onOpen} />}
    >
      {gap !== null && <p className="note gap-note">{gapWords(gap).needs}</p>}
      {gap?.reason !== 'notMeasurable' && (
        <Suspense fallback={<div className="chart-place" />}>
          <JointChart review={review} title={metrics[joint].label} summary={answer} />
        </Suspense>
      )}
      {early !== null && <p className="note">{early}</p>}
    </Block>
  );
}

function JointFoot({ analysis, cube, review, onOpen }: JointBlockProps) {
  const { joint, month } = review;
  const { start: from, end: to } = month?.period ?? { start: null, end: null };
  const model = exploreModel(analysis, cube, { from, to, values: {} }, 'windowed', {});
  const when = from === null ? '' : `, ${monthAndYear(from)}`;
  const name = `${metrics[joint].label}${when}`;
  const records = month === null ? null : recordsOf(model, joint, model.byChannel.total, [], name);
  return (
    <>
      {records !== null && (
        <Button variant="link" onPress={() => onOpen(records)} label={`Records behind ${name}`}>
          Records behind
        </Button>
      )}
      <HowComputed model={model} joint={joint} />
    </>
  );
}
