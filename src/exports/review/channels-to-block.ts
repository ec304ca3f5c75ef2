import { metrics } from '../../metrics/registry.ts';
import type { ChangeReview } from '../../metrics/review/change-review.ts';
import type { ChannelReview } from '../../metrics/review/channel-review.ts';
import { rateOf } from '../../metrics/rate-of.ts';
import { smallRest } from '../../metrics/pool-small.ts';
import { channelHeadline } from '../../sentences/channel-headline.ts';
import { count, day, monthAndYear } from '../../sentences/format.ts';
import { changeAnswer, changeDefinition, reversalWords } from '../../sentences/review/change-answer.ts';
import { gapWords } from '../../sentences/review/gap-words.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import type { DocumentBlock, DocumentRow, DocumentTable } from '../review-document.ts';

/** The channels at both joints, windowed. */
export const channelBlock = ({ gap, from, to, total, channels }: ChannelReview): DocumentBlock => {
  const table: DocumentTable = {
    rowsAre: 'groups',
    columns: [
      { label: 'Channel', kind: 'text' },
      { label: 'Leads', kind: 'people' },
      { label: metrics.l2o.label, kind: 'rate' },
      { label: metrics.o2d.label, kind: 'rate' },
      { label: metrics.l2d.label, kind: 'rate' },
      { label: 'Rank at opportunities', kind: 'number' },
      { label: 'Rank at deals', kind: 'number' },
    ],
    rows: channels.map(({ group, leads, l2o, o2d, l2d, rankAtOpportunities, rankAtDeals }) => [
      group,
      leads,
      l2o,
      o2d,
      l2d,
      rankAtOpportunities,
      rankAtDeals,
    ]),
    total: [
      'All',
      total.journeys,
      total.l2o?.windowed ?? null,
      total.o2d?.windowed ?? null,
      total.l2d?.windowed ?? null,
      null,
      null,
    ],
  };
  return {
    question: reviewQuestions.channels,
    answer: gap === null ? channelHeadline(channels, total.o2d?.windowed.rate ?? null) : gapWords(gap).why,
    definition: `${day(from)} to ${day(to)}, n = ${count(total.journeys)}, of those that have had the window.`,
    notes: gap === null ? [] : [gapWords(gap).needs],
    table: channels.length === 0 ? null : table,
    chart: gap === null && channels.length > 0 ? { kind: 'scatter', columns: [2, 3] } : null,
    namesRecords: false,
  };
};

const changeTable = ({ change, before, after }: ChangeReview): DocumentTable | null => {
  if (change === null || before === null || after === null) return null;
  const { lines, rest, mixTotal, rateTotal } = change;
  const rows = [...lines, ...(rest === null ? [] : [{ ...rest, group: smallRest }])];
  const all: DocumentRow = ['All', before.rate, after.rate, mixTotal, rateTotal];
  return {
    rowsAre: 'groups',
    columns: [
      { label: 'Channel', kind: 'text' },
      { label: monthAndYear(before.start), kind: 'rate' },
      { label: monthAndYear(after.start), kind: 'rate' },
      { label: 'Through the mix', kind: 'points' },
      { label: 'Through the rates', kind: 'points' },
    ],
    rows: rows.map(({ group, k0, n0, k1, n1, mix, rate }) => [
      group,
      rateOf(k0, n0),
      rateOf(k1, n1),
      mix,
      rate,
    ]),
    total: all,
  };
};

const changeQuestions = {
  l2o: 'Leads to opportunities: why did it move?',
  o2d: 'Opportunities to deals: why did it move?',
} as const;

/** Why a joint moved, by channel; the parts add up to the change. */
export const changeBlock = (review: ChangeReview): DocumentBlock => {
  const table = changeTable(review);
  const reversal = reversalWords(review);
  return {
    question: changeQuestions[review.joint],
    answer: changeAnswer(review),
    definition: changeDefinition(review),
    notes: reversal === null ? [] : [reversal],
    table,
    chart: table === null ? null : { kind: 'bar', columns: [3, 4] },
    namesRecords: false,
  };
};
