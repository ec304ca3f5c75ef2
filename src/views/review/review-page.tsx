import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { noFilter } from '../../domain/filter.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { weeklyReview } from '../../metrics/review/weekly-review.ts';
import { useAgreed } from '../../queries/agreed.ts';
import { analysisQuery } from '../../queries/analysis-query.ts';
import { cubeQuery } from '../../queries/cube-query.ts';
import { reviewFactsQuery } from '../../queries/review-facts-query.ts';
import type { OpenData } from '../../queries/session.ts';
import { promiseFactsQuery } from '../../queries/promise-facts-query.ts';
import { definitionLabel } from '../../sentences/definition-label.ts';
import { type ReviewBlockId } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { useChoices } from '../use-choices.ts';
import { useTrack } from './use-track.ts';
import type { ViewChange, ViewState } from '../view-state.ts';
import { ReviewBar } from './review-bar.tsx';
import { Reviewed } from './reviewed.tsx';

const TakeAlong = lazy(async () => ({ default: (await import('./take-along.tsx')).TakeAlong }));

/** While the engine is still at it. */
const uncounted = { sla: null, leaks: null, marketing: null };

interface ReviewPageProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}

/** The weekly review: what leadership must know of the week, in the same place every week. */
export function ReviewPage({ workspace, data, state, onChange }: ReviewPageProps) {
  const choices = useChoices(state);
  const { record: agreed } = useAgreed();
  const analysis = useQuery(analysisQuery(workspace, data.id, choices));
  const cube = useQuery(cubeQuery(workspace, data.id, choices, noFilter, 'channel', 'segment'));
  const facts = useQuery(reviewFactsQuery(workspace, data.id, choices));
  const promises = useQuery({
    ...promiseFactsQuery(workspace, data.id, choices, agreed.agreements),
    enabled: facts.data !== undefined,
  });
  const track = useTrack(workspace, data.id, choices, promises.isFetched);
  const error = analysis.error ?? cube.error ?? facts.error ?? promises.error ?? track.error;
  const input = useMemo(
    () =>
      facts.data === undefined
        ? null
        : { ...facts.data, ...(promises.data ?? uncounted), track: track.input },
    [facts.data, promises.data, track.input],
  );
  const review = useMemo(
    () => (cube.data === undefined || input === null ? null : weeklyReview(cube.data, input)),
    [cube.data, input],
  );
  const [hasPresented, setHasPresented] = useState(false);
  const present = (block: ReviewBlockId | null): void => {
    if (block === null) setHasPresented(true);
    onChange({ present: block ?? undefined });
  };
  if (error !== null) {
    return (
      <div className="grid">
        <Block span={12} level="page" answer="The review could not be computed" definition={error.message} />
      </div>
    );
  }
  if (analysis.data === undefined || cube.data === undefined || input === null || review === null)
    return null;
  return (
    <>
      {state.present === undefined && (
        <ReviewBar analysis={analysis.data} state={state} onChange={onChange}>
          <Button variant="ghost" isFirst={hasPresented} onPress={() => onChange({ present: 'week' })}>
            Present
          </Button>
          <Suspense>
            <TakeAlong
              input={input}
              week={{
                review,
                cube: cube.data,
                definitionLabel: definitionLabel('l2o', 'windowed', analysis.data),
              }}
            />
          </Suspense>
        </ReviewBar>
      )}
      <Reviewed
        workspace={workspace}
        dataId={data.id}
        choices={choices}
        analysis={analysis.data}
        cube={cube.data}
        input={input}
        review={review}
        present={state.present ?? null}
        onPresent={present}
      />
    </>
  );
}
