import { describe, expect, it } from 'vitest';
import { chartValues } from '../../../src/exports/chart-values.ts';
import { documentMarkdown } from '../../../src/exports/document-markdown.ts';
import { reviewCohorts } from '../../../src/exports/review/review-cohorts.ts';
import { reviewToDocument } from '../../../src/exports/review/review-to-document.ts';
import type { DocumentBlock, ReviewDocument } from '../../../src/exports/review-document.ts';
import { aggregatesOnly } from '../../../src/exports/suppress-small.ts';
import { rateOf } from '../../../src/metrics/rate-of.ts';
import { attainmentOf } from '../../../src/metrics/sla-attainment.ts';
import type { WeeklyReview } from '../../../src/metrics/review/weekly-review.ts';
import type { WonDeal } from '../../../src/metrics/review/win-review.ts';
import { weekSentences } from '../../../src/sentences/review/week-sentences.ts';
import { leadsWith, opportunitiesWith, reviewOf, weekly } from '../../support/review-cube.ts';
import { tinyCube, type TinyRows } from '../../support/tiny-cube.ts';

/** A year and a half of weeks of two channels, and a last week with one large deal. */
const rows: TinyRows = {
  arrivals: weekly('2025-01-06', 77, (week) => ({ leads: 100 + (week % 2) })),
  leads: [
    ...weekly('2025-01-06', 77, (week) => ({ row: 'Web', ...leadsWith(60, 6 + (week % 2)) })),
    ...weekly('2025-01-06', 77, () => ({ row: 'Fair', ...leadsWith(40, 8) })),
  ],
  opportunities: [
    ...weekly('2025-01-06', 77, () => ({ row: 'Web', ...opportunitiesWith(6, 1, 1_000_000) })),
    ...weekly('2025-01-06', 77, () => ({ row: 'Fair', ...opportunitiesWith(8, 1, 1_000_000) })),
  ],
  closes: weekly('2025-01-06', 77, (week) => ({
    won: 2,
    won_minor: week === 76 ? 90_000_000 : 2_000_000 + (week % 2),
    won_with_amount: 2,
  })),
};

const deal: WonDeal = {
  opportunityId: '006XX1',
  channel: 'Fair',
  segment: 'Small',
  amountMinor: 80_000_000,
  closeDate: '2026-06-24',
  days: 30,
  earlier: 150,
  earlierOfChannel: 20,
  earlierOfSegment: 20,
  earlierOfBoth: 20,
  earlierAsLarge: 0,
};

const review = reviewOf(rows, { wins: [deal] });
const page = reviewToDocument(review, 'L2O 30d', null);

const blockOf = (document: ReviewDocument, question: string): DocumentBlock => {
  const block = document.blocks.find((entry) => entry.question === question);
  if (block === undefined) throw new Error(`No block ${question}.`);
  return block;
};
const rowsOf = (question: string) => blockOf(page, question).table?.rows ?? [];

describe('the review to take along', () => {
  it('asks the questions of the page in its order', () => {
    expect(page.title).toBe('Weekly review, week 26, 22 Jun to 28 Jun 2026');
    expect(page.blocks.map(({ question }) => question)).toEqual([
      'Are we on track?',
      'Leads to opportunities: where is the pipe tight?',
      'Leads to opportunities: where is the pipe tight? By week',
      'Opportunities to deals: where is the pipe tight?',
      'Opportunities to deals: where is the pipe tight? By week',
      'Which channels make deals, not only opportunities?',
      'Leads to opportunities: why did it move?',
      'Opportunities to deals: why did it move?',
      'Where do we lose money we could keep?',
      'Did both sides keep their word?',
      'Are we turning it up?',
      'How much came in, and how much went out?',
      'What shall we celebrate?',
    ]);
    expect(page.summary.slice(0, 2).map(({ text }) => text)).toEqual(weekSentences(review).slice(0, 2));
  });

  it('has the rates of the review, and of a young month its counts only', () => {
    const { months } = review.joints.l2o;
    const table = rowsOf('Leads to opportunities: where is the pipe tight?');
    expect(table.map((row) => row[1])).toEqual(months.map(({ rate }) => rate));
    expect(table.map((row) => row[2])).toEqual(months.map(({ projected }) => projected?.rate ?? null));
    const young = months.findIndex(({ rate }) => rate === null);
    expect(young).toBeGreaterThan(0);
    const { k, n } = months[young] ?? { k: 0, n: 0 };
    expect(table[young]?.[7]).toEqual({ k, n, rate: null, low: null, high: null });
    expect(table[0]?.[7]).toBeNull();
  });

  it('draws only what is ripe as a rate, so that no line falls because a month is young', () => {
    const { table, chart } = blockOf(page, 'Leads to opportunities: where is the pipe tight?');
    if (table === null || chart === null) throw new Error('Nothing is drawn.');
    expect(chartValues(table, chart).series[0]?.values).toEqual(
      review.joints.l2o.months.map(({ rate }) => rate?.rate ?? null),
    );
  });

  it('has the channels and what they are together', () => {
    const block = blockOf(page, 'Which channels make deals, not only opportunities?');
    expect(block.table?.rows.map(([name, leads]) => [name, leads])).toEqual(
      review.channels.channels.map(({ group, leads }) => [group, leads]),
    );
    expect(block.table?.total?.[2]).toEqual(review.channels.total.l2o?.windowed);
    expect(block.chart?.kind).toBe('scatter');
  });

  it('has parts of the change that add up to it', () => {
    const { change } = review.changes.l2o;
    const parts = rowsOf('Leads to opportunities: why did it move?').flatMap((row) => [row[3], row[4]]);
    const sum = parts.reduce<number>((total, part) => total + Number(part), 0);
    expect(parts.length).toBeGreaterThan(2);
    expect(sum).toBeCloseTo(change?.change ?? Number.NaN, 12);
  });

  it('has the weeks of each volume', () => {
    const table = rowsOf('How much came in, and how much went out?');
    expect(table.at(-1)).toEqual(['2026-W26', 100, 14, 2_000_000, 2, 90_000_000]);
    expect(rowsOf('Are we turning it up?').at(-1)?.slice(0, 3)).toEqual(['2026-W26', 14, 2_000_000]);
  });

  it('has the promises of sales and the leaks, where they are counted', () => {
    const kept = attainmentOf([]);
    const rate = rateOf(30, 40);
    const line = {
      leak: 'slow',
      stage: null,
      journeys: 40,
      minor: 120_000,
      unvalued: 0,
      owners: [],
      trend: null,
    } as const;
    const counted: WeeklyReview = {
      ...review,
      sla: { ...review.sla, sales: { ...review.sla.sales, kept: { ...kept, attainment: rate } } },
      leaks: { ...review.leaks, lost: line, lines: [line] },
    };
    const document = reviewToDocument(counted, 'L2O 30d', null);
    expect(blockOf(document, 'Did both sides keep their word?').table?.rows[0]?.[1]).toEqual(rate);
    const leaks = blockOf(document, 'Where do we lose money we could keep?').table;
    expect(leaks?.rows).toEqual([['Answered late', 40, 120_000]]);
    expect(leaks?.total).toEqual(['Together', 40, 120_000]);
  });

  it('says why, where nothing can be told', () => {
    const empty = reviewToDocument(reviewOf({}), 'L2O 30d', null);
    expect(blockOf(empty, 'Leads to opportunities: where is the pipe tight?')).toMatchObject({
      answer: 'No leads yet',
      table: null,
      chart: null,
    });
    expect(documentMarkdown(empty)).toContain('## No leads yet');
  });
});

describe('the review as it is passed on', () => {
  const passed = aggregatesOnly(page);

  it('tells no deal, and no money of fewer than five', () => {
    const text = JSON.stringify(passed);
    expect(JSON.stringify(page)).toContain('006XX1');
    for (const personal of ['006XX1', 'celebrate', '90000000', '€900K', '€800K'])
      expect(text).not.toContain(personal);
    expect(page.summary.some(({ text: words }) => words.includes('€900K'))).toBe(true);
  });

  it('keeps every table that is about enough', () => {
    const question = 'Leads to opportunities: where is the pipe tight?';
    expect(blockOf(passed, question)).toEqual(blockOf(page, question));
    expect(passed.blocks).toHaveLength(page.blocks.length - 1);
  });

  it('keeps whole weeks with who converted within the window so far', () => {
    const { l2o, o2d } = reviewCohorts(tinyCube(rows), review.header);
    expect(l2o).toMatchObject({ asOf: '2026-06-30', definition: 'Standard v1 · created cohort · 30 days' });
    expect(l2o?.weeks).toHaveLength(52);
    expect(l2o?.weeks.at(-1)).toEqual({ start: '2026-06-22', n: 100, k: 14 });
    expect(o2d?.weeks.at(-1)).toEqual({ start: '2026-06-22', n: 14, k: 2 });
  });

  it('keeps no weeks where there are none, or no window', () => {
    expect(reviewCohorts(tinyCube({}), review.header).l2o?.weeks).toEqual([]);
    const cube = { ...tinyCube(rows), windows: { l2oDays: null, o2dDays: 90, l2dDays: null } };
    expect(reviewCohorts(cube, review.header).l2o).toBeNull();
  });
});
