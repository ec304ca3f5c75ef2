import { derived, read, readBelow, readRounded, secondary, type Passport } from './passport.ts';

/**
 * The study that most tables of lead conversion by channel go back to. What its "lead to opportunity" means: the leads in
 * the CRM of each company, all of them, since bulk lists and email campaigns are among its channels, and not only MQLs;
 * counted once an opportunity came of them, whenever that was, since no window is named. Hence the start `lead`.
 */
export const implisit2014: Passport = {
  id: 'implisit-2014',
  publisher: 'Implisit, later Salesforce',
  title: 'B2B Sales Benchmark Research Finds Some Pipeline Surprises',
  year: 2014,
  studied: 'October 2014',
  sample: 'nearly 500 companies in the United States, all clients of the publisher and on the same CRM',
  steps: [
    {
      id: 'leadToOpportunity',
      label: 'Lead to opportunity',
      denominator: 'leads in the CRM',
      numerator: 'those that became an opportunity',
      beside: 'l2o',
      start: 'lead',
      end: 'opportunity',
      opportunity: 'record',
    },
    {
      id: 'opportunityToDeal',
      label: 'Opportunity to deal',
      denominator: 'opportunities in the CRM',
      numerator: 'those that became a deal',
      beside: 'o2d',
      start: 'opportunity',
      end: 'deal',
      opportunity: 'record',
    },
    {
      id: 'leadToDeal',
      label: 'Lead to deal',
      denominator: 'leads in the CRM',
      numerator: 'those that became a deal',
      beside: 'l2d',
      start: 'lead',
      end: 'deal',
      opportunity: 'record',
    },
  ],
  rows: [
    {
      channel: 'Website',
      alike: ['web', 'web site'],
      values: {
        leadToOpportunity: read(31.3, 'emarketer'),
        opportunityToDeal: derived(4.95, [4.93, 4.98], 'emarketer'),
        leadToDeal: read(1.55, 'emarketer'),
      },
    },
    {
      channel: 'Customer and employee referral',
      alike: ['referral', 'referrals', 'customer referral', 'employee referral'],
      values: {
        leadToOpportunity: secondary(24.7, 'copies', 'emarketer'),
        opportunityToDeal: read(14.7, 'emarketer'),
        leadToDeal: read(3.63, 'emarketer'),
      },
    },
    {
      channel: 'Webinar',
      alike: ['webinars'],
      values: {
        leadToOpportunity: read(17.8, 'emarketer', 'article'),
        opportunityToDeal: read(2.5, 'article'),
        leadToDeal: derived(0.445, [0.435, 0.455], 'emarketer', 'article'),
      },
    },
    {
      channel: 'Social media',
      alike: ['social'],
      values: {
        leadToOpportunity: read(17.2, 'emarketer'),
        opportunityToDeal: derived(8.55, [8.49, 8.6], 'emarketer'),
        leadToDeal: read(1.47, 'emarketer'),
      },
    },
    {
      channel: 'Marketing and advertising',
      alike: ['advertising'],
      values: {
        leadToOpportunity: read(15.3, 'emarketer'),
        opportunityToDeal: derived(5.2, [4.9, 5.6], 'emarketer', 'cep'),
        leadToDeal: readRounded(0.8, 'cep'),
      },
    },
    {
      channel: 'Paid search',
      alike: ['ppc'],
      values: { leadToOpportunity: read(14.3, 'emarketer'), leadToDeal: readBelow(1, 'emarketer') },
    },
    {
      channel: 'Sales generated',
      alike: ['sales-generated'],
      values: { leadToOpportunity: read(13.9, 'emarketer'), leadToDeal: readBelow(1, 'emarketer') },
    },
    { channel: 'Trade show', alike: ['trade shows'], values: { leadToDeal: readRounded(0.6, 'cep') } },
    {
      channel: 'Events',
      alike: ['event'],
      values: { leadToOpportunity: secondary(4.2, 'copies') },
    },
    {
      channel: 'Lead list',
      alike: ['lead lists', 'purchased list'],
      values: { leadToOpportunity: secondary(2.5, 'copies') },
    },
    {
      channel: 'Email campaign',
      alike: ['email', 'email campaigns'],
      values: { leadToOpportunity: secondary(0.9, 'copies') },
    },
    { channel: 'Partner', alike: ['partners'], values: { leadToDeal: readBelow(1, 'emarketer') } },
  ],
  total: {
    channel: 'All channels',
    alike: [],
    values: {
      leadToOpportunity: readRounded(13, 'emarketer', 'pmg', 'venn'),
      opportunityToDeal: readRounded(6, 'emarketer', 'pmg', 'venn'),
      leadToDeal: derived(0.78, [0.6875, 0.8775], 'emarketer'),
    },
  },
  notes: [
    'On average 84 days from lead to opportunity and 18 from opportunity to deal.',
    'Events, lead lists and email campaigns were the three lowest from lead to deal; their figures were not recovered.',
    'Of the five channels whose second joint is known, webinars are the lowest.',
  ],
  notSaid: [
    'whether a person with several lead records counted once',
    'how long leads were followed, and from which months they were',
    'how many leads and opportunities each figure rests on',
    'whether opportunities without a lead were among those of the second joint',
  ],
  relabelled: [
    'Pages of 2024 to 2026 show website 31.3, referrals 24.7, webinars 17.8, events 4.2, lead lists 2.5, email 0.9 and 13 on average as “MQL to SQL”, and credit First Page Sage, Digital Bloom, Artisan Strategies or Klipfolio.',
    'Each of those figures that reports of 2014 and 2015 allow to be checked (13, 31.3, 17.8, nearly 25) is the lead to opportunity of this study: very probably one study under new labels, neither recent nor of MQLs.',
  ],
  sources: [
    {
      id: 'emarketer',
      name: 'eMarketer, “Referrals Fuel Highest B2B Conversion Rates”, 10 February 2015',
    },
    { id: 'cep', name: 'customerexperiencepartners.com, a report of the study with rounded figures' },
    { id: 'pmg', name: 'pmg360.com, a report of the study' },
    { id: 'venn', name: 'venncomm.com, a report of the study, November 2014' },
    { id: 'article', name: 'a trade article on lead conversion that quotes the study' },
    { id: 'copies', name: 'later copies under other labels' },
  ],
};
