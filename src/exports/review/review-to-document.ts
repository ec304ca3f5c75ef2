import { minimumSample } from '../../domain/definitions.ts';
import type { SignalSource } from '../../metrics/review/review-signal.ts';
import type { TrackReview } from '../../metrics/review/track-review.ts';
import type { VolumeId } from '../../metrics/review/volume-review.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import type { WinReview } from '../../metrics/review/win-review.ts';
import { verdictLabels } from '../../metrics/verdict.ts';
import { day, dayAndMonth } from '../../sentences/format.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { signalWords } from '../../sentences/review/signal-words.ts';
import { trackAnswer, trackDefinition } from '../../sentences/review/track-answer.ts';
import { weekSentences } from '../../sentences/review/week-sentences.ts';
import { winAnswer, winDefinition } from '../../sentences/review/win-answer.ts';
import type { DocumentBlock, DocumentSentence, ReviewDocument } from '../review-document.ts';
import { changeBlock, channelBlock } from './channels-to-block.ts';
import { leakBlock, pipelineBlock, slaBlock, volumesBlock } from './flows-to-blocks.ts';
import { writtenBlocks, type WrittenWords } from './written-to-blocks.ts';
import { jointBlocks } from './joint-to-blocks.ts';

const isFew = (people: number): boolean => people > 0 && people < minimumSample.hide;

const inWords = { notes: [], table: null, chart: null } as const;

const trackBlock = (track: TrackReview, currency: string | null): DocumentBlock => ({
  ...inWords,
  question: reviewQuestions.track,
  answer: trackAnswer(track, currency),
  definition: trackDefinition(track, currency),
  namesRecords: isFew(track.deals) || isFew(track.open),
});

const winBlock = (wins: WinReview, currency: string | null): DocumentBlock => ({
  ...inWords,
  question: reviewQuestions.wins,
  answer: winAnswer(wins, currency),
  definition: winDefinition(wins),
  namesRecords: wins.deal !== null,
});

/** The volume that counts the records a signal of a volume is about. */
const countedBy: Readonly<Partial<Record<SignalSource, VolumeId>>> = {
  leads: 'leads',
  mqls: 'mqls',
  opportunities: 'opportunities',
  pipeline: 'opportunities',
  deals: 'deals',
  revenue: 'deals',
};

const lastOf = ({ volumes }: WeeklyReview, id: VolumeId | undefined): number =>
  volumes.find((volume) => volume.id === id)?.last?.value ?? 0;

/** The sentences of the week, of which the first two tell the first two signals, and the evidence of each signal. */
const summaryOf = (review: WeeklyReview): readonly DocumentSentence[] => {
  const told = review.signals.flatMap((signal) => {
    const words = signalWords(review, signal);
    const namesRecords = isFew(lastOf(review, countedBy[signal.source]));
    return words === null
      ? []
      : [{ words, namesRecords, verdict: verdictLabels[signal.verdict].toLowerCase() }];
  });
  return [
    ...weekSentences(review).map((text, index, all) => ({
      text,
      namesRecords: index < all.length - 1 && (told[index]?.namesRecords ?? false),
    })),
    ...told.map(({ words, namesRecords, verdict }) => ({
      text: `${words.measure} (${verdict}). ${words.evidence}`,
      namesRecords,
    })),
  ];
};

/**
 * The weekly review with the sentences and numbers of its page, in its order, to be taken along. `written` is what people
 * wrote beside it, which may name anybody; null where it stays with those who wrote it.
 */
export const reviewToDocument = (
  review: WeeklyReview,
  definitionLabel: string,
  written: WrittenWords | null,
): ReviewDocument => {
  const { header, track, joints, channels, changes, leaks, sla, pipeline, volumes, wins } = review;
  const { currency, anchor, week } = header;
  const number = `week ${Number(week.label.slice(-2))}`;
  return {
    title: `Weekly review, ${number}, ${dayAndMonth(week.start)} to ${day(week.end)}`,
    summary: summaryOf(review),
    asOf: header.asOf,
    definitionLabel,
    currency,
    blocks: [
      trackBlock(track, currency),
      ...jointBlocks(joints.l2o, anchor),
      ...jointBlocks(joints.o2d, anchor),
      channelBlock(channels),
      changeBlock(changes.l2o),
      changeBlock(changes.o2d),
      leakBlock(leaks, currency),
      slaBlock(sla),
      { ...pipelineBlock(pipeline, volumes, currency), namesRecords: isFew(lastOf(review, 'opportunities')) },
      volumesBlock(volumes, number),
      ...(written === null ? [] : writtenBlocks(written, currency)),
      winBlock(wins, currency),
    ],
  };
};
