import { Suspense } from 'react';
import type { Analysis } from '../../engine/analysis.ts';
import { unsourcedGroup } from '../../domain/dimension.ts';
import type { ChannelReview } from '../../metrics/review/channel-review.ts';
import type { ChannelTail } from '../../metrics/review/channel-tails.ts';
import { metrics } from '../../metrics/registry.ts';
import { channelHeadline } from '../../sentences/channel-headline.ts';
import { count } from '../../sentences/format.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { ChannelTable } from '../explore/channel-table.tsx';
import { recordsOf, type ExploreModel } from '../explore/explore-model.ts';
import { HowComputed } from '../explore/how-computed.tsx';
import type { OpenRecords } from '../explore/open-records.ts';
import { periodWords, windowWords } from '../explore/words.ts';
import { ChannelPicture } from '../charts-on-demand.ts';

interface ChannelBlockProps {
  readonly analysis: Analysis;
  readonly review: ChannelReview;
  /** The same twelve months, as the pictures of channels take them. */
  readonly model: ExploreModel;
  /** Where the channels stood a quarter ago; empty where that is not known. */
  readonly tails: readonly ChannelTail[];
  readonly onOpen: (records: OpenRecords | null) => void;
}

/** Which channels make deals, not only opportunities? The quadrant, its slope twin and its table. */
export function ChannelBlock({ analysis, review, model, tails, onOpen }: ChannelBlockProps) {
  const { gap, channels, total } = review;
  const openChannel = (group: string): void => {
    const source = model.byChannel.groups.find((entry) => entry.group === group);
    if (source === undefined || group === unsourcedGroup) return;
    const name = `${group}, ${metrics.o2d.label.toLowerCase()}`;
    onOpen(recordsOf(model, 'o2d', source, [{ dimension: 'channel', group }], name));
  };
  const basis = `Opportunity ${windowWords(analysis, 'l2o', 'windowed')}, deal ${windowWords(analysis, 'o2d', 'windowed')}, of those that have had the window.`;
  return (
    <Block
      span={12}
      level="big"
      id="channels"
      question={reviewQuestions.channels}
      answer={gap === null ? channelHeadline(channels, total.o2d?.windowed.rate ?? null) : gapWords(gap).why}
      definition={`${periodWords(analysis, model.filter)}, n = ${count(total.journeys)}. ${basis} Area: leads. Cross: 95% interval. Ring: not settled, an interval covers the average.${tails.length > 0 ? ' Tail: from a quarter ago.' : ''}`}
      foot={<HowComputed model={model} joint="o2d" />}
    >
      {gap !== null && <p className="note gap-note">{gapWords(gap).needs}</p>}
      {gap === null && channels.length > 0 && (
        <Suspense fallback={<div className="picture-frame" />}>
          <ChannelPicture model={model} tails={tails} onSelect={openChannel} />
        </Suspense>
      )}
      <ChannelTable model={model} onOpen={onOpen} />
    </Block>
  );
}
