import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, startTransition, Suspense, useCallback, useMemo, useState } from 'react';
import { noFilter } from '../../domain/filter.ts';
import { fromEpochDay } from '../../domain/local-date.ts';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import { channelDays } from '../../metrics/review/channel-review.ts';
import { weeklyReview, type ReviewInput, type WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { useAgreed } from '../../queries/agreed.ts';
import { analysisQuery } from '../../queries/analysis-query.ts';
import { cubeQuery } from '../../queries/cube-query.ts';
import { recountQuery } from '../../queries/recount-query.ts';
import { reviewFactsQuery } from '../../queries/review-facts-query.ts';
import type { OpenData } from '../../queries/session.ts';
import { promiseFactsQuery } from '../../queries/promise-queries.ts';
import { definitionLabel } from '../../sentences/definition-label.ts';
import { Block } from '../../ui/block.tsx';
import { exploreModel } from '../explore/explore-model.ts';
import type { OpenRecords } from '../explore/open-records.ts';
import { RecordDrawer } from '../explore/record-drawer.tsx';
import { useChoices } from '../use-choices.ts';
import { useTrack } from './use-track.ts';
import type { ViewChange, ViewState } from '../view-state.ts';
import { ChangeBlock } from './change-block.tsx';
import { ChannelBlock } from './channel-block.tsx';
import { DecisionBlock } from './decision-block.tsx';
import { JointBlock } from './joint-block.tsx';
import { LeakBlock } from './leak-block.tsx';
import { PipelineBlock } from './pipeline-block.tsx';
import { ReviewBar } from './review-bar.tsx';
import { ReviewStrip } from './review-strip.tsx';
import { SlaBlock } from './sla-block.tsx';
import { TrackBlock } from './track-block.tsx';
import { VolumesBlock } from './volumes-block.tsx';
import { WeekBlock } from './week-block.tsx';
import { WinBlock } from './win-block.tsx';

const CompareSnapshot = lazy(async () => ({
  default: (await import('./compare-snapshot.tsx')).CompareSnapshot,
}));
const TakeAlong = lazy(async () => ({ default: (await import('./take-along.tsx')).TakeAlong }));

/** While the engine is still at it. */
const uncounted = { sla: null, leaks: null, marketing: null };

const dayMs = 86_400_000;

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
      <ReviewBar analysis={analysis.data} state={state} onChange={onChange}>
        <Suspense>
          <TakeAlong
            week={{
              review,
              cube: cube.data,
              definitionLabel: definitionLabel('l2o', 'windowed', analysis.data),
            }}
          />
        </Suspense>
      </ReviewBar>
      <Reviewed
        workspace={workspace}
        dataId={data.id}
        choices={choices}
        analysis={analysis.data}
        cube={cube.data}
        input={input}
        review={review}
      />
    </>
  );
}

interface ReviewedProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly analysis: Analysis;
  readonly cube: Cube;
  readonly input: ReviewInput;
  readonly review: WeeklyReview;
}

function Reviewed({ workspace, dataId, choices, analysis, cube, input, review }: ReviewedProps) {
  const [today] = useState(() => fromEpochDay(Math.floor(Date.now() / dayMs)));
  const [open, setOpen] = useState<OpenRecords | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const openRecords = useCallback(
    (records: OpenRecords | null) => startTransition(() => setOpen(records)),
    [],
  );
  const client = useQueryClient();
  const recount = async (asOf: string): Promise<Cube | null> =>
    asOf < analysis.firstDay || asOf > analysis.definitions.exportAsOf
      ? null
      : client.fetchQuery(recountQuery(workspace, dataId, choices, asOf, analysis.windows));
  const channels = useMemo(
    () => exploreModel(analysis, cube, channelDays(cube), 'windowed', {}),
    [analysis, cube],
  );
  return (
    <>
      <ReviewStrip
        header={review.header}
        label={definitionLabel('l2o', 'windowed', analysis)}
        today={today}
      />
      <div className={open === null ? undefined : 'beside'}>
        <div className="grid">
          <WeekBlock review={review} />
          <TrackBlock track={review.track} currency={review.header.currency} />
          <JointBlock analysis={analysis} cube={cube} review={review.joints.l2o} onOpen={openRecords} />
          <JointBlock analysis={analysis} cube={cube} review={review.joints.o2d} onOpen={openRecords} />
          <p className="span-12 note chart-note">
            Both charts: solid, everybody has had the window; ring on a band, where young ones are heading,
            with an 80% interval; “seen”, share of the conversions expected within the window; thin line, last
            year; long dashes, usual range; triangle, a signal.
          </p>
          <ChannelBlock analysis={analysis} review={review.channels} model={channels} onOpen={openRecords} />
          <ChangeBlock review={review} />
          <LeakBlock review={review.leaks} currency={review.header.currency} />
          <SlaBlock review={review} />
          <PipelineBlock review={review} />
          <VolumesBlock review={review} />
          <DecisionBlock cube={cube} input={input} asOf={review.header.asOf} />
          <WinBlock review={review} />
          <Suspense>
            <CompareSnapshot
              key={definitionLabel('l2o', 'windowed', analysis)}
              week={{ review, cube, definitionLabel: definitionLabel('l2o', 'windowed', analysis) }}
              recount={recount}
            />
          </Suspense>
        </div>
        {open !== null && (
          <RecordDrawer workspace={workspace} dataId={dataId} choices={choices} open={open} onClose={close} />
        )}
      </div>
    </>
  );
}
