import type { WeeklyReview } from '../metrics/review/weekly-review.ts';
import { verdictLabels } from '../metrics/verdict.ts';
import { channelHeadline } from '../sentences/channel-headline.ts';
import { moneyShort } from '../sentences/format.ts';
import { changeAnswer, changeDefinition, reversalWords } from '../sentences/review/change-answer.ts';
import { gapWords } from '../sentences/review/gap-words.ts';
import { earlyWords, jointAnswer, jointDefinition } from '../sentences/review/joint-answer.ts';
import { leakAnswer, leakDefinition, leakName } from '../sentences/review/leak-answer.ts';
import { pipelineAnswer, pipelineDefinition } from '../sentences/review/pipeline-answer.ts';
import { signalWords } from '../sentences/review/signal-words.ts';
import { slaAnswer, slaDefinition } from '../sentences/review/sla-answer.ts';
import { trackAnswer, trackDefinition } from '../sentences/review/track-answer.ts';
import { usualRange, volumeNames, volumesAnswer, volumeValue } from '../sentences/review/volume-answer.ts';
import { weekSentences } from '../sentences/review/week-sentences.ts';
import { winAnswer, winDefinition } from '../sentences/review/win-answer.ts';

/** One block: its answer as a heading and its definition under it. */
const block = (answer: string, ...lines: readonly (string | null)[]): readonly string[] => [
  `### ${answer}`,
  '',
  ...lines.flatMap((line) => (line === null || line === '' ? [] : [line, ''])),
];

const signalLines = (review: WeeklyReview): readonly string[] =>
  review.signals.flatMap((signal) => {
    const words = signalWords(review, signal);
    return words === null ? [] : [`- ${words.measure} (${verdictLabels[signal.verdict]}). ${words.evidence}`];
  });

const volumeLines = ({ volumes, header: { currency } }: WeeklyReview): string =>
  volumes
    .map((volume) => {
      const value = volume.last === null ? '–' : volumeValue(volume, volume.last.value, currency);
      const range = usualRange(volume, currency);
      const usual = range === null ? '' : `, usually ${range}`;
      return `- ${volumeNames[volume.id]}: ${value}${usual} (${verdictLabels[volume.verdict]})`;
    })
    .join('\n');

const leakLines = ({ leaks, header: { currency } }: WeeklyReview): string =>
  currency === null
    ? ''
    : leaks.lines
        .map((line) => `- ${leakName(line)}: ${line.journeys} leads, ${moneyShort(line.minor, currency)}`)
        .join('\n');

/** The weekly review for a chat or a mail: the sentences of the page in its order. `plain` keeps text of the files from being read as Markdown. */
export const reviewLines = (review: WeeklyReview, plain: (text: string) => string): readonly string[] => {
  const { header, joints, channels, changes, leaks, sla, pipeline, track, wins } = review;
  const { currency, anchor } = header;
  const week = `week ${Number(header.week.label.slice(-2))}`;
  const ofJoint = (joint: typeof joints.l2o): readonly string[] =>
    block(
      jointAnswer(joint),
      jointDefinition(joint, anchor),
      joint.gap === null ? null : gapWords(joint.gap).needs,
      earlyWords(joint),
    );
  const lines = [
    ...signalLines(review),
    '',
    ...block(trackAnswer(track, currency), trackDefinition(track, currency)),
    ...ofJoint(joints.l2o),
    ...ofJoint(joints.o2d),
    ...block(
      channels.gap === null
        ? channelHeadline(channels.channels, channels.total.o2d?.windowed.rate ?? null)
        : gapWords(channels.gap).why,
      channels.gap === null ? null : gapWords(channels.gap).needs,
    ),
    ...block(changeAnswer(changes.l2o), changeDefinition(changes.l2o), reversalWords(changes.l2o)),
    ...block(leakAnswer(leaks, currency), leakDefinition(leaks, currency), leakLines(review)),
    ...block(slaAnswer(sla), slaDefinition(sla)),
    ...block(pipelineAnswer(pipeline, currency), pipelineDefinition(pipeline, currency)),
    ...block(volumesAnswer(review.volumes, week), volumeLines(review)),
    ...block(winAnswer(wins, currency), winDefinition(wins)),
  ];
  return [
    `## The week ${header.week.label}, ${header.week.start} to ${header.week.end}`,
    '',
    plain(weekSentences(review).join(' ')),
    '',
    ...lines.map(plainLine(plain)),
  ];
};

/** The marks that this file wrote stay; everything after them is text. */
const plainLine =
  (plain: (text: string) => string) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line) => {
        const mark = /^(### |- )?/.exec(line)?.[0] ?? '';
        return line === '' ? '' : `${mark}${plain(line.slice(mark.length))}`;
      })
      .join('\n');
