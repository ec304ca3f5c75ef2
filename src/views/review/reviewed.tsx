import { useQueryClient } from '@tanstack/react-query';
import {
  Fragment,
  lazy,
  startTransition,
  Suspense,
  useCallback,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { numberedNotes } from '../../domain/numbered-notes.ts';
import { fromEpochDay } from '../../domain/local-date.ts';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import { channelDays } from '../../metrics/review/channel-review.ts';
import { channelTails } from '../../metrics/review/channel-tails.ts';
import { type ReviewInput, type WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { recountQuery } from '../../queries/recount-query.ts';
import { useDecisions } from '../../queries/decisions.ts';
import { definitionLabel } from '../../sentences/definition-label.ts';
import { reviewBlocks, type ReviewBlockId } from '../../sentences/review/review-agenda.ts';
import { exploreModel } from '../explore/explore-model.ts';
import type { OpenRecords } from '../explore/open-records.ts';
import { RecordDrawer } from '../explore/record-drawer.tsx';
import { ChangeBlock } from './change-block.tsx';
import { ChannelBlock } from './channel-block.tsx';
import { DecisionBlock } from './decision-block.tsx';
import { JointBlock, JointChartNote } from './joint-block.tsx';
import { LeakBlock } from './leak-block.tsx';
import { PipelineBlock } from './pipeline-block.tsx';
import { ReviewStrip, weekWords } from './review-strip.tsx';
import { SlaBlock } from './sla-block.tsx';
import { TrackBlock } from './track-block.tsx';
import { VolumesBlock } from './volumes-block.tsx';
import { WeekBlock } from './week-block.tsx';
import { WinBlock } from './win-block.tsx';

const CompareSnapshot = lazy(async () => ({
  default: (await import('./compare-snapshot.tsx')).CompareSnapshot,
}));
const Presenter = lazy(async () => ({ default: (await import('./presenter.tsx')).Presenter }));

const dayMs = 86_400_000;

interface ReviewedProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly analysis: Analysis;
  readonly cube: Cube;
  readonly input: ReviewInput;
  readonly review: WeeklyReview;
  /** The block that is shown alone; null for the whole page. */
  readonly present: ReviewBlockId | null;
  readonly onPresent: (block: ReviewBlockId | null) => void;
}

/** The blocks of the review: all on one page, or one of them presented alone. */
export function Reviewed(props: ReviewedProps) {
  const { workspace, dataId, choices, analysis, cube, input, review, present, onPresent } = props;
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
  const tails = useMemo(
    () => channelTails(cube, analysis.firstDay, analysis.notMeasurable),
    [analysis, cube],
  );
  const { record } = useDecisions();
  const notes = useMemo(() => numberedNotes(record.notes), [record.notes]);
  const { currency } = review.header;
  const label = definitionLabel('l2o', 'windowed', analysis);
  const blocks: Readonly<Record<ReviewBlockId, ReactNode>> = {
    week: <WeekBlock review={review} />,
    track: <TrackBlock track={review.track} currency={currency} />,
    l2o: (
      <JointBlock
        analysis={analysis}
        cube={cube}
        review={review.joints.l2o}
        notes={notes}
        onOpen={openRecords}
      />
    ),
    o2d: (
      <JointBlock
        analysis={analysis}
        cube={cube}
        review={review.joints.o2d}
        notes={notes}
        onOpen={openRecords}
      />
    ),
    channels: (
      <ChannelBlock
        analysis={analysis}
        review={review.channels}
        model={channels}
        tails={tails}
        onOpen={openRecords}
      />
    ),
    change: <ChangeBlock review={review} />,
    leaks: <LeakBlock review={review.leaks} currency={currency} />,
    sla: <SlaBlock review={review} />,
    pipeline: <PipelineBlock review={review} notes={notes} />,
    volumes: <VolumesBlock review={review} notes={notes} />,
    decisions: <DecisionBlock cube={cube} input={input} asOf={review.header.asOf} />,
    wins: <WinBlock review={review} />,
  };
  const drawer = open !== null && (
    <RecordDrawer workspace={workspace} dataId={dataId} choices={choices} open={open} onClose={close} />
  );
  if (present !== null)
    return (
      <Suspense>
        <Presenter
          current={present}
          week={weekWords(review.header)}
          isCovered={open !== null}
          onMove={onPresent}
          onLeave={() => onPresent(null)}
        >
          {blocks[present]}
          {(present === 'l2o' || present === 'o2d') && <JointChartNote notes={notes} />}
          {drawer}
        </Presenter>
      </Suspense>
    );
  return (
    <>
      <ReviewStrip header={review.header} label={label} today={today} />
      <div className={open === null ? undefined : 'beside'}>
        <div className="grid review-grid">
          {reviewBlocks.map((id) => (
            <Fragment key={id}>
              {blocks[id]}
              {id === 'o2d' && <JointChartNote notes={notes} />}
            </Fragment>
          ))}
          <Suspense>
            <CompareSnapshot key={label} week={{ review, cube, definitionLabel: label }} recount={recount} />
          </Suspense>
        </div>
        {drawer}
      </div>
    </>
  );
}
