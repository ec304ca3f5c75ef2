import type { Metric } from './metric.ts';

const cohortLeftOut =
  'Deleted, spam and test records; leads whose only opportunity is older than the lead; leads without the anchor stage.';
const opportunityLeftOut =
  'Deleted opportunities. Opportunities that no lead leads to form a group of their own.';

/** What flows from leads to deals: every conversion, and the volumes, times and money around it. */
export const flowMetrics = {
  l2o_to_date: {
    id: 'l2o_to_date',
    label: 'Leads become opportunities, to date',
    question: 'How many of these leads have become opportunities so far?',
    definition:
      'Leads with at least one opportunity by the as-of day, of all leads anchored in the period. A lower bound while leads are open.',
    leftOut: cohortLeftOut,
    measure: 'share',
    better: 'higher',
    subject: 'the share of leads that have become opportunities so far',
  },
  l2o_w: {
    id: 'l2o_w',
    label: 'Leads become opportunities, within the window',
    question: 'How many leads become opportunities in the same number of days?',
    definition:
      'Leads with an opportunity within the window after their anchor, of the leads that have had the whole window. Disqualified and open leads stay below the line.',
    leftOut: `${cohortLeftOut} Leads that have not had the whole window yet.`,
    measure: 'share',
    better: 'higher',
    subject: 'the share of leads that become opportunities within the window',
  },
  o2d_to_date: {
    id: 'o2d_to_date',
    label: 'Opportunities become deals, to date',
    question: 'How many of these opportunities have been won so far?',
    definition: 'Opportunities won by the as-of day, of all opportunities created in the period.',
    leftOut: opportunityLeftOut,
    measure: 'share',
    better: 'higher',
    subject: 'the share of opportunities that have become deals so far',
  },
  o2d_w: {
    id: 'o2d_w',
    label: 'Opportunities become deals, within the window',
    question: 'How many opportunities are won in the same number of days?',
    definition:
      'Opportunities won within the window after their creation, of the opportunities that have had the whole window.',
    leftOut: `${opportunityLeftOut} Opportunities that have not had the whole window yet.`,
    measure: 'share',
    better: 'higher',
    subject: 'the share of opportunities that become deals within the window',
  },
  l2d_w: {
    id: 'l2d_w',
    label: 'Leads become deals, within the window',
    question: 'How many leads become deals, all the way, in the same number of days?',
    definition:
      'Leads with at least one deal within the window after their anchor, of the leads that have had the whole window.',
    leftOut: `${cohortLeftOut} Leads that have not had the whole window yet.`,
    measure: 'share',
    better: 'higher',
    subject: 'the share of leads that become deals within the window',
  },
  closed_win_rate: {
    id: 'closed_win_rate',
    label: 'Won of closed',
    question: 'Of the opportunities that were closed, how many were won?',
    definition: 'Opportunities won, of the opportunities won or lost in the period, by the day they closed.',
    leftOut: 'Open opportunities, so it flatters where losses are left open.',
    measure: 'share',
    better: 'higher',
    subject: 'the share of closed opportunities that were won',
  },
  k: {
    id: 'k',
    label: 'Opportunities per converted lead',
    question: 'How many opportunities does a lead that converts lead to?',
    definition:
      'Opportunities that the leads of the period led to, per lead with at least one. Below 1 where several people stand behind one opportunity, above 1 with repeat opportunities.',
    leftOut: 'Opportunities that no lead leads to; each opportunity counts under one lead.',
    measure: 'ratio',
    better: 'neither',
    subject: 'the number of opportunities per converted lead',
  },
  opps_per_lead_period: {
    id: 'opps_per_lead_period',
    label: 'Opportunities per lead in the period',
    question: 'How many opportunities were created for every lead that came in at the same time?',
    definition:
      'Opportunities created in the period per lead anchored in it. Throughput, not a conversion: the opportunities come from earlier leads, and it falls when more leads come in.',
    leftOut: 'Nothing that is dated in the period; it has no interval for that reason.',
    measure: 'ratio',
    better: 'neither',
    subject: 'the number of opportunities per lead in the period',
  },
  cif_l2o: {
    id: 'cif_l2o',
    label: 'Leads that have become opportunities, by age',
    question: 'How many leads have become opportunities after so many days?',
    definition:
      'The chance that a lead has an opportunity by an age in days, where a disqualified lead can have none any more (Aalen-Johansen), from leads of the last 24 months.',
    leftOut: `${cohortLeftOut} With fewer than 100 leads or 20 opportunities, the curve of the parent group stands in and says so.`,
    measure: 'share',
    better: 'higher',
    subject: 'the share of leads that have become opportunities by an age',
  },
  cif_o2d: {
    id: 'cif_o2d',
    label: 'Opportunities that have become deals, by age',
    question: 'How many opportunities are won after so many days?',
    definition:
      'The chance that an opportunity is won by an age in days, where a lost one can be won no more (Aalen-Johansen), from opportunities of the last 24 months.',
    leftOut: `${opportunityLeftOut} With fewer than 100 opportunities or 20 deals, the curve of the parent group stands in and says so.`,
    measure: 'share',
    better: 'higher',
    subject: 'the share of opportunities that have become deals by an age',
  },
  l2o_projected: {
    id: 'l2o_projected',
    label: 'Projected final conversion',
    question: 'Where will this cohort end, when its open leads have had their time?',
    definition:
      'Leads converted so far and the expected conversions of those still open at their present ages, of all leads of the cohort; within 80 % bounds, if it behaves like the reference curve from now on.',
    leftOut: cohortLeftOut,
    measure: 'share',
    better: 'higher',
    subject: 'the projected share of leads that become opportunities',
  },
  cohort_maturity: {
    id: 'cohort_maturity',
    label: 'Maturity',
    question: 'How much of its final conversion can this cohort have by now?',
    definition:
      'Share of the final conversions expected by now, by the ages of all leads of the cohort on the reference curve.',
    leftOut: cohortLeftOut,
    measure: 'share',
    better: 'neither',
    subject: 'the maturity of the cohort',
  },
  days_l2o_q: {
    id: 'days_l2o_q',
    label: 'Days to opportunity',
    question: 'How long do leads take that become opportunities?',
    definition:
      'Days from the anchor by which half (four fifths) of the leads that will convert have done so, with those still open taken into account.',
    leftOut: 'Leads whose stage date was taken from a later stage. Not shown with fewer than 20 conversions.',
    measure: 'days',
    better: 'lower',
    subject: 'the time from lead to opportunity',
  },
  days_o2d_q: {
    id: 'days_o2d_q',
    label: 'Days to deal',
    question: 'How long do opportunities take that become deals?',
    definition:
      'Days from creation by which half (four fifths) of the opportunities that will be won have been, with those still open taken into account.',
    leftOut: 'Deleted opportunities. Not shown with fewer than 20 deals.',
    measure: 'days',
    better: 'lower',
    subject: 'the time from opportunity to deal',
  },
  pipeline_velocity: {
    id: 'pipeline_velocity',
    label: 'Pipeline velocity',
    question: 'How much does the open pipeline yield a day?',
    definition:
      'Open opportunities, times won of closed, times the average deal, by the average days to win; the last three from the opportunities closed in the last 365 days.',
    leftOut: 'Deals without an amount, from the average deal. Not shown with fewer than ten deals.',
    measure: 'moneyPerDay',
    better: 'higher',
    subject: 'the pipeline velocity',
  },
  pipeline_created: {
    id: 'pipeline_created',
    label: 'Pipeline created',
    question: 'How much new business was opened?',
    definition:
      'Value of the opportunities created in the period, as it was when they were created where the history tells.',
    leftOut: 'Nothing: opportunities without an amount count as 0, and their share is shown.',
    measure: 'money',
    better: 'higher',
    subject: 'the pipeline created',
  },
  rate_eb: {
    id: 'rate_eb',
    label: 'Rate for ranking',
    question: 'Which group is best, luck of small numbers aside?',
    definition:
      'The rate of a group drawn towards that of all groups, the more the fewer records it has (beta-binomial empirical Bayes). The rate as counted stays beside it.',
    leftOut: 'Groups of fewer than 30 are not ranked. With fewer than three groups nothing is drawn.',
    measure: 'share',
    better: 'higher',
    subject: 'the rate for ranking',
  },
} as const satisfies Record<string, Metric>;
