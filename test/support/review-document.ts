import type { DocumentBlock, ReviewDocument } from '../../src/exports/review-document.ts';
import { rateOf } from '../../src/metrics/rate-of.ts';

/** Names that try to be more than names. */
export const hostileNames = [
  '=HYPERLINK("https://example.com","x")',
  '<img src=x onerror=alert(1)>',
  '| **Webinar** | [x](https://example.com) & `y`',
  'مهرجان',
] as const;

const [formula, tag, markup, rightToLeft] = hostileNames;

/** A joint by months; the young ones have no rate yet. */
export const jointBlock: DocumentBlock = {
  question: 'Leads to opportunities: where is the pipe tight?',
  answer: '13.3% in May, within its usual variation',
  definition: 'Leads that become opportunities within 30 days, by month of the first MQL.',
  notes: ['Within 14 days: 9.1% in the week of 1 Jun.'],
  table: {
    rowsAre: 'places',
    columns: [
      { label: 'Month', kind: 'text' },
      { label: 'L2O', kind: 'rate' },
      { label: 'Heading for', kind: 'share' },
      { label: 'Pipeline', kind: 'money' },
    ],
    rows: [
      ['April 2026', rateOf(30, 250), null, 1_234_550],
      ['May 2026', rateOf(40, 300), null, 2_000_000],
      ['June 2026', null, 0.1275, null],
    ],
    total: null,
  },
  chart: { kind: 'line', columns: [1, 2] },
  namesRecords: false,
};

/** Channels, two of them about fewer than five people. */
export const channelBlock: DocumentBlock = {
  question: 'Which channels make deals, not only opportunities?',
  answer: `${tag} makes opportunities, not deals`,
  definition: 'Twelve months to 30 Jun 2026, n = 1,214.',
  notes: ['Asked by ada@example.com.'],
  table: {
    rowsAre: 'groups',
    columns: [
      { label: 'Channel', kind: 'text' },
      { label: 'Leads', kind: 'people' },
      { label: 'L2O', kind: 'rate' },
      { label: 'O2D', kind: 'rate' },
      { label: 'Revenue', kind: 'money' },
    ],
    rows: [
      [formula, 700, rateOf(91, 700), rateOf(20, 91), 5_000_000],
      [tag, 400, rateOf(60, 400), rateOf(6, 60), 1_500_050],
      [markup, 107, rateOf(9, 107), rateOf(1, 9), 20_000],
      [rightToLeft, 4, rateOf(1, 4), rateOf(0, 1), null],
      ['Ada Byron', 3, rateOf(2, 3), rateOf(1, 2), 90_000],
    ],
    total: ['All', 1214, rateOf(163, 1214), rateOf(28, 163), 6_610_050],
  },
  chart: { kind: 'scatter', columns: [2, 3] },
  namesRecords: false,
};

/** One deal, which nobody else is to see. */
export const winBlock: DocumentBlock = {
  question: 'What shall we celebrate?',
  answer: 'Largest deal of the week: 90,000 from Ada Byron',
  definition: 'Record 006XX000004C92AB.',
  notes: [],
  table: null,
  chart: null,
  namesRecords: true,
};

/** A week made up to be hard to write. */
export const hardDocument: ReviewDocument = {
  title: 'Weekly review, week 26',
  summary: [
    { text: 'One signal this week: <b>L2O</b> & more.', namesRecords: false },
    { text: 'Deals won: 1 of Ada Byron.', namesRecords: true },
  ],
  asOf: '2026-06-30',
  definitionLabel: 'L2O 30d · MQL cohort · as of 2026-06-30',
  currency: 'EUR',
  blocks: [jointBlock, channelBlock, winBlock],
};
