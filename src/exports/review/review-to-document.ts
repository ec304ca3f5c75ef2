import { minimumSample } from '../../domain/definitions.ts';
import type { TrackReview } from '../../metrics/review/track-review.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import type { WinReview } from '../../metrics/review/win-review.ts';
import { verdictLabels } from '../../metrics/verdict.ts';
import { day, dayAndMonth } from '../../sentences/format.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { signalWords } from '../../sentences/review/signal-words.ts';
import { trackAnswer, trackDefinition } from '../../sentences/review/track-answer.ts';
import { weekSentences } from '../../sentences/review/week-sentences.ts';
import { winAnswer, winDefinition } from '../../sentences/review/win-answer.ts';
import type { DocumentBlock, ReviewDocument } from '../review-document.ts';
import { changeBlock, channelBlock } from './channels-to-block.ts';
import { leakBlock, pipelineBlock, slaBlock, volumesBlock } from './flows-to-blocks.ts';
import { jointBlocks } from './joint-to-blocks.ts';

const inWords = { notes: [], table: null, chart: null } as const;

const trackBlock = (track: TrackReview, currency: string | null): DocumentBlock => {
  const isFew = (people: number): boolean => people > 0 && people < minimumSample.hide;
  return {
    ...inWords,
    question: 'Are we on track?',
    answer: trackAnswer(track, currency),
    definition: trackDefinition(track, currency),
    namesRecords: isFew(track.deals) || isFew(track.open),
  };
};

const winBlock = (wins: WinReview, currency: string | null): DocumentBlock => ({
  ...inWords,
  question: 'What shall we celebrate?',
  answer: winAnswer(wins, currency),
  definition: winDefinition(wins),
  namesRecords: wins.deal !== null,
});

/** The evidence of each signal, in the order of the page. */
const evidence = (review: WeeklyReview): readonly string[] =>
  review.signals.flatMap((signal) => {
    const words = signalWords(review, signal);
    return words === null
      ? []
      : [`${words.measure} (${verdictLabels[signal.verdict].toLowerCase()}). ${words.evidence}`];
  });

/** The weekly review with the sentences and numbers of its page, in its order, to be taken along. */
export const reviewToDocument = (review: WeeklyReview, definitionLabel: string): ReviewDocument => {
  const { header, track, joints, channels, changes, leaks, sla, pipeline, volumes, decisions, wins } = review;
  const { currency, anchor, week } = header;
  const number = `week ${Number(week.label.slice(-2))}`;
  const decided = gapWords(decisions.gap);
  return {
    title: `Weekly review, ${number}, ${dayAndMonth(week.start)} to ${day(week.end)}`,
    summary: [...weekSentences(review), ...evidence(review)],
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
      pipelineBlock(pipeline, volumes, currency),
      volumesBlock(volumes, number),
      {
        ...inWords,
        question: 'What did we decide, and did it work?',
        answer: decided.why,
        definition: decided.needs,
        namesRecords: false,
      },
      winBlock(wins, currency),
    ],
  };
};
