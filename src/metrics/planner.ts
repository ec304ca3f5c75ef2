import type { Metric } from './metric.ts';

/** Leads needed for a sales budget. */
export const leadsNeededMetric: Metric = {
  id: 'leads_needed',
  label: 'Leads needed per month',
  question: 'How many leads a month does the sales budget need?',
  definition:
    'The budget less what open opportunities and leads that have arrived are expected to bring in, divided by what one lead a month, from the first month of the plan to the end of the quarter, brings into the quarter.',
  leftOut: 'What leads bring in after the quarter.',
  measure: 'count',
  better: 'neither',
  subject: 'the number of leads needed per month',
};

/** What one channel brings, from its own history. */
export interface PlannedChannel {
  readonly channel: string;
  /** Its share of the leads, 0 to 1. */
  readonly mix: number;
  /** Average won deal in minor units. */
  readonly dealSizeMinor: number;
  /** Deals expected per lead in the j-th calendar month after the month of arrival; none after the last. */
  readonly dealsByLag: readonly number[];
  /** Value of the opportunities that a lead is expected to open, in minor units. */
  readonly pipelinePerLeadMinor: number;
  /** What the range of the lead value is to the value itself, such as 0.8 and 1.25; null where it is not known. */
  readonly valueRange: { readonly low: number; readonly high: number } | null;
  /** Most leads it has brought in a month; null where it is new. */
  readonly mostPerMonth: number | null;
}

/** A sales budget for a quarter; months are counted from any common start. */
export interface SalesBudget {
  readonly budgetMinor: number;
  /** Expected in the quarter from open opportunities and from leads that have arrived. */
  readonly expectedMinor: number;
  /** First month from which leads can arrive. */
  readonly firstMonth: number;
  /** At least one. */
  readonly quarterMonths: readonly number[];
}

/** The need of one channel. */
export interface ChannelNeed {
  readonly channel: string;
  /** Deals in the quarter for one lead a month from the first month on. */
  readonly dealsPerMonthlyLead: number;
  /** Null where the plan is not feasible. */
  readonly leadsPerMonth: number | null;
  /** Months after arrival by which 80 % of its deals are won; null where it brings none. */
  readonly lag80Months: number | null;
  /** Last month in which most of what arrives still counts: the end of the quarter less the lag. */
  readonly latestMonth: number | null;
  /** It needs more than 1.5 times the leads it ever brought in a month; null where that is not known. */
  readonly isBeyondExperience: boolean | null;
}

/** The plan. Money is in minor units, leads are not rounded. */
export interface LeadPlan {
  readonly gapMinor: number;
  /** Revenue in the quarter for one lead a month, over the channels by their mix. */
  readonly revenuePerMonthlyLeadMinor: number;
  /** Null where the plan is not feasible. */
  readonly leadsPerMonth: number | null;
  /** Leads a month at the high end and at the low end of the lead value; null where a range is missing or the low end brings nothing. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly pipelinePerMonthMinor: number | null;
  readonly channels: readonly ChannelNeed[];
  /** Why the plan is not feasible, in the reader's words. */
  readonly infeasible: string | null;
}

/** Said where a budget is missing money that no lead can bring in time. */
const tooLate = 'Leads arriving from now on close after the quarter.';

const experienceFactor = 1.5;
const mostOfIt = 0.8;

/** Sums of decimal fractions are rounded; a share this close to 80 % is 80 %. */
const rounding = 1e-12;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const dealsPerMonthlyLead = (
  { dealsByLag }: PlannedChannel,
  { firstMonth, quarterMonths }: SalesBudget,
): number => sum(quarterMonths.map((month) => sum(dealsByLag.filter((_, lag) => lag <= month - firstMonth))));

const lag80 = ({ dealsByLag }: PlannedChannel): number | null => {
  const total = sum(dealsByLag);
  if (total <= 0) return null;
  return dealsByLag.findIndex((_, lag) => sum(dealsByLag.slice(0, lag + 1)) >= (mostOfIt - rounding) * total);
};

/**
 * Leads needed for a sales budget, with the same number of leads every month from the first month to the end of the
 * quarter and a fixed mix. Where the budget is covered, no leads are needed; where no lead can close within the
 * quarter, it is not feasible.
 */
export const leadPlan = (budget: SalesBudget, channels: readonly PlannedChannel[]): LeadPlan => {
  const gapMinor = Math.max(0, budget.budgetMinor - budget.expectedMinor);
  const lastMonth = Math.max(...budget.quarterMonths);
  const revenueAt = (factorOf: (channel: PlannedChannel) => number): number =>
    sum(
      channels.map(
        (channel) =>
          channel.mix * channel.dealSizeMinor * dealsPerMonthlyLead(channel, budget) * factorOf(channel),
      ),
    );
  const leadsAt = (revenue: number): number | null => {
    if (gapMinor === 0) return 0;
    return revenue > 0 ? gapMinor / revenue : null;
  };
  const revenue = revenueAt(() => 1);
  const leadsPerMonth = leadsAt(revenue);
  const isRangeKnown = channels.every(({ valueRange }) => valueRange !== null);
  const low = leadsAt(revenueAt(({ valueRange }) => valueRange?.high ?? 1));
  const high = leadsAt(revenueAt(({ valueRange }) => valueRange?.low ?? 1));
  const pipelinePerLead = sum(channels.map(({ mix, pipelinePerLeadMinor }) => mix * pipelinePerLeadMinor));
  return {
    gapMinor,
    revenuePerMonthlyLeadMinor: revenue,
    leadsPerMonth,
    range: isRangeKnown && low !== null && high !== null ? { low, high } : null,
    pipelinePerMonthMinor: leadsPerMonth === null ? null : leadsPerMonth * pipelinePerLead,
    channels: channels.map((channel) => {
      const need = leadsPerMonth === null ? null : leadsPerMonth * channel.mix;
      const lag = lag80(channel);
      const { mostPerMonth } = channel;
      return {
        channel: channel.channel,
        dealsPerMonthlyLead: dealsPerMonthlyLead(channel, budget),
        leadsPerMonth: need,
        lag80Months: lag,
        latestMonth: lag === null ? null : lastMonth - lag,
        isBeyondExperience:
          need === null || mostPerMonth === null ? null : need > experienceFactor * mostPerMonth,
      };
    }),
    infeasible: leadsPerMonth === null ? tooLate : null,
  };
};
