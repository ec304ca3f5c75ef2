import { Suspense } from 'react';
import type { Analysis } from '../../engine/analysis.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import type { NumberedNote } from '../../domain/numbered-notes.ts';
import { metrics } from '../../metrics/registry.ts';
import type { JointReview } from '../../metrics/review/joint-review.ts';
import { monthAndYear } from '../../sentences/format.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { earlyWords, jointAnswer, jointDefinition } from '../../sentences/review/joint-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { NoteKey } from './note-key.tsx';
import { Button } from '../../ui/button.tsx';
import { exploreModel, recordsOf } from '../explore/explore-model.ts';
import { HowComputed } from '../explore/how-computed.tsx';
import type { OpenRecords } from '../explore/open-records.ts';
import { JointChart } from '../charts-on-demand.ts';

interface JointBlockProps {
  readonly analysis: Analysis;
  readonly cube: Cube;
  readonly review: JointReview;
  readonly notes: readonly NumberedNote[];
  readonly onOpen: (records: OpenRecords | null) => void;
}

/** One joint of the pipe: the last ripe month, its usual variation, and where the young ones are heading. */
export function JointBlock({ analysis, cube, review, notes, onOpen }: JointBlockProps) {
  const { joint, gap } = review;
  const answer = jointAnswer(review);
  const early = earlyWords(review);
  return (
    <Block
      span={6}
      id={joint}
      question={reviewQuestions[joint]}
      answer={answer}
      definition={jointDefinition(review, analysis.definitions.anchor)}
      foot={<JointFoot analysis={analysis} cube={cube} review={review} onOpen={onOpen} />}
    >
      {gap !== null && <p className="note gap-note">{gapWords(gap).needs}</p>}
      {gap?.reason !== 'notMeasurable' && (
        <Suspense fallback={<div className="chart-place" />}>
          <JointChart review={review} notes={notes} title={metrics[joint].label} summary={answer} />
        </Suspense>
      )}
      {early !== null && <p className="note">{early}</p>}
    </Block>
  );
}

function JointFoot({ analysis, cube, review, onOpen }: Omit<JointBlockProps, 'notes'>) {
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

/** How the marks of both charts are read. */
export function JointChartNote({ notes }: { readonly notes: readonly NumberedNote[] }) {
  return (
    <div className="span-12 note chart-note">
      Both charts: solid, everybody has had the window; ring on a band, where young ones are heading, with an
      80% interval; “seen”, share of the conversions expected within the window; thin line, last year; long
      dashes, usual range; triangle, a signal.
      <NoteKey notes={notes} />
    </div>
  );
}
