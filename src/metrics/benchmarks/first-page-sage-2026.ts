import { secondary, type BenchmarkRow, type BenchmarkStep, type Passport } from './passport.ts';

const stepOf = (
  id: string,
  label: string,
  counted: Pick<BenchmarkStep, 'denominator' | 'numerator' | 'beside' | 'start' | 'end'>,
): BenchmarkStep => ({ id, label, ...counted, opportunity: 'proposal' });

const rowOf = (
  channel: string,
  [leadToMql, mqlToSql, sqlToOpportunity, opportunityToClose]: readonly [number, number, number, number],
): BenchmarkRow => ({
  channel,
  alike: [],
  values: {
    leadToMql: secondary(leadToMql, 'transcript'),
    mqlToSql: secondary(mqlToSql, 'transcript'),
    sqlToOpportunity: secondary(sqlToOpportunity, 'transcript'),
    opportunityToClose: secondary(opportunityToClose, 'transcript'),
  },
});

/** Four steps between stages of the publisher's own, none of which is a joint of ours: it is carried to show what cannot be compared. */
export const firstPageSage2026: Passport = {
  id: 'first-page-sage-2026',
  publisher: 'First Page Sage',
  title: 'Average SaaS Conversion Rates: 2026 Report',
  year: 2026,
  studied: 'not said for this table; the stages were defined on clients of 2017 to 2022',
  sample: 'clients of the publisher that sell software as a service; more than 160 for the stages',
  steps: [
    stepOf('leadToMql', 'Lead to MQL', {
      denominator: 'leads',
      numerator: 'those that became an MQL',
      beside: 'l2o',
      start: 'lead',
      end: 'mql',
    }),
    stepOf('mqlToSql', 'MQL to SQL', {
      denominator: 'MQLs',
      numerator: 'those with a booked meeting (the SQL of the publisher)',
      beside: 'l2o',
      start: 'mql',
      end: 'sql',
    }),
    stepOf('sqlToOpportunity', 'SQL to opportunity', {
      denominator: 'SQLs, each with a booked meeting',
      numerator: 'those whose meeting was held and that have a proposal or contract in hand',
      beside: 'l2o',
      start: 'sql',
      end: 'opportunity',
    }),
    stepOf('opportunityToClose', 'Opportunity to close', {
      denominator: 'opportunities, each with a proposal or contract in hand',
      numerator: 'those that closed won',
      beside: 'o2d',
      start: 'opportunity',
      end: 'deal',
    }),
  ],
  rows: [
    rowOf('SEO', [41, 51, 49, 36]),
    rowOf('PPC', [36, 26, 38, 35]),
    rowOf('LinkedIn', [38, 30, 41, 39]),
    rowOf('Email', [43, 46, 48, 32]),
    rowOf('Webinar', [44, 39, 42, 40]),
  ],
  total: null,
  notes: [
    'Webinars have the best last step here and the lowest known one in the study of 2014: not the same population, and not the same opportunity.',
  ],
  notSaid: [
    'how many companies, leads and opportunities each figure rests on',
    'how long records were followed, and from which months they were',
    'whether a person with several lead records counted once',
  ],
  relabelled: [
    'Other “MQL to SQL by source” tables that go round under this name carry figures of the study of 2014, which counts leads to opportunities.',
  ],
  sources: [
    {
      id: 'transcript',
      name: 'the report as transcribed in a public data file; the page itself was not read',
    },
  ],
};
