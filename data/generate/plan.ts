/** The planted truths of the sample world. Every number a reader should be able to find again stands here. */

export const CHANNELS = [
  {
    name: 'Website',
    leads: 4700,
    l2o: 0.313,
    o2d: 0.0495,
    meanDaysToOpportunity: 15,
    costPerLead: 35,
    workedShare: 0.9,
  },
  {
    name: 'Referral',
    leads: 1560,
    l2o: 0.247,
    o2d: 0.147,
    meanDaysToOpportunity: 12,
    costPerLead: 20,
    workedShare: 0.9,
  },
  {
    name: 'Webinar',
    leads: 2450,
    l2o: 0.178,
    o2d: 0.025,
    meanDaysToOpportunity: 8,
    costPerLead: 70,
    workedShare: 0.9,
  },
  {
    name: 'Social',
    leads: 1480,
    l2o: 0.172,
    o2d: 0.0855,
    meanDaysToOpportunity: 20,
    costPerLead: 45,
    workedShare: 0.9,
  },
  {
    name: 'Advertising',
    leads: 1850,
    l2o: 0.153,
    o2d: 0.052,
    meanDaysToOpportunity: 22,
    costPerLead: 90,
    workedShare: 0.9,
  },
  {
    name: 'Paid search',
    leads: 2250,
    l2o: 0.143,
    o2d: 0.061,
    meanDaysToOpportunity: 18,
    costPerLead: 85,
    workedShare: 0.9,
  },
  {
    name: 'Events',
    leads: 2300,
    l2o: 0.042,
    o2d: 0.073,
    meanDaysToOpportunity: 28,
    costPerLead: 160,
    workedShare: 0.9,
  },
  {
    name: 'Lead list',
    leads: 4410,
    l2o: 0.025,
    o2d: 0.032,
    meanDaysToOpportunity: 40,
    costPerLead: 12,
    workedShare: 0.5,
  },
  {
    name: 'Email',
    leads: 7571,
    l2o: 0.009,
    o2d: 0.043,
    meanDaysToOpportunity: 34,
    costPerLead: 4,
    workedShare: 0.5,
  },
] as const;

export type Channel = (typeof CHANNELS)[number];

/** O2D is the channel's O2D times `o2dFactor`; the factors average 1 over the shares, so channel averages hold. */
export const SEGMENTS = [
  { name: 'Small', share: 0.55, o2dFactor: 0.7, meanDeal: 9000, employees: [3, 49], costFactor: 1 },
  { name: 'Mid-market', share: 0.3, o2dFactor: 1.15, meanDeal: 28000, employees: [50, 499], costFactor: 1.3 },
  {
    name: 'Enterprise',
    share: 0.15,
    o2dFactor: 1.8,
    meanDeal: 90000,
    employees: [500, 9000],
    costFactor: 1.8,
  },
] as const;

export type Segment = (typeof SEGMENTS)[number];

const SLOW_SHARE = 0.25;
const SLOW_RELATIVE_L2O = 0.8;
const USUAL_FACTOR = 1 / (1 - SLOW_SHARE + SLOW_SHARE * SLOW_RELATIVE_L2O);

/** L2O is the channel's L2O times `l2oFactor`; the factors average 1 over the four equal teams. */
export const TEAMS = [
  { name: 'North', l2oFactor: USUAL_FACTOR, medianResponseHours: 2, responseSigma: 1 },
  { name: 'East', l2oFactor: USUAL_FACTOR, medianResponseHours: 2, responseSigma: 1 },
  { name: 'West', l2oFactor: USUAL_FACTOR, medianResponseHours: 2, responseSigma: 1 },
  { name: 'South', l2oFactor: USUAL_FACTOR * SLOW_RELATIVE_L2O, medianResponseHours: 30, responseSigma: 0.6 },
] as const;

export type Team = (typeof TEAMS)[number];

export const OWNERS_PER_TEAM = 5;

/** Time of the world: 24 months of Stockholm local time; the export is made just after the last of them. */
export const WORLD = { firstYear: 2024, firstMonth: 10, months: 24, monthlyGrowth: 0.006 } as const;

/** Calendar months in which fewer leads come and qualification takes longer; both factors are relative to other months. */
export const SEASON: Readonly<Record<number, { readonly volume: number; readonly delay: number }>> = {
  7: { volume: 0.55, delay: 1.5 },
  12: { volume: 0.75, delay: 1.3 },
};

/** In the last quarter the e-mail channel grows until it brings this share of the leads; no rate changes. */
export const MIX_SHIFT = { channel: 'Email', firstMonth: 21, usualShare: 0.265, share: 0.48 } as const;

/** What happens to a lead between creation and its end. */
export const LIFE = {
  mqlShare: 0.85,
  recycledShare: 0.08,
  recycledRestDays: [40, 120],
  acceptedShareOfWorked: 0.6,
  disqualifiedShareOfLosers: 0.62,
  nurtureShareOfLosers: 0.08,
  meanDaysToDisqualified: 25,
} as const;

/** Won or lost comes after a mixture of two exponential delays with a mean of 44.75 days. */
export const CLOSING = {
  quickShare: 0.85,
  quickMeanDays: 35,
  slowMeanDays: 100,
  neverClosedShareOfLosers: 0.04,
  enteredLateShare: 0.3,
  backwardShare: 0.12,
  openWithoutAmountShare: 0.25,
  amountSigma: 0.45,
} as const;

/** Persons who appear more than once. Shares are of all leads, and of disqualified leads. */
export const AGAIN = {
  duplicateShare: 0.015,
  duplicateWithinDays: 30,
  returnShareOfDisqualified: 0.01,
  returnAfterDays: [100, 200],
  upperCaseEmailShare: 0.1,
} as const;

/** Blemishes, as counts in a world of 30,000 leads; other sizes scale them. */
export const DIRT = {
  blankSource: 450,
  unknownSource: 150,
  repeatedRows: 12,
  deleted: 150,
  merged: 120,
  spam: 240,
  closedBeforeCreated: 60,
  existingCustomers: 40,
  salesGenerated: 400,
  convertedWithoutOpportunity: 150,
  skippedMql: 60,
  createdAsMql: 300,
  unorderedHistories: 900,
  companyWithQuotes: 40,
  companyWithLineBreak: 12,
  descriptionWithLineBreak: 100,
  subjectWithQuotes: 60,
  subjectWithLineBreak: 30,
  farFutureCloseDates: 3,
  impossibleCreatedDates: 5,
  rowsTooWide: 3,
  inboundCalls: 200,
  massEmails: 200,
} as const;

/** O2D of opportunities without a lead, and of those of existing customers. */
export const UNSOURCED = { salesGeneratedO2d: 0.06, existingCustomerO2d: 0.2 } as const;

export const DEFAULT_SEED = 20261007;
export const DEFAULT_LEADS = 30000;
