import { row, plain } from '../exports/markdown-cells.ts';
import type { BudgetPlan } from '../metrics/plan/budget-plan.ts';
import { leadsNeededMetric } from '../metrics/planner.ts';
import { count, money, several, wholePercent } from '../sentences/format.ts';
import { wholeLeads } from '../sentences/plan/need-answer.ts';
import { endOfMonth, quarterWithYear } from '../sentences/plan/quarter-words.ts';

const nothing = '–';

const leadsCell = (leads: number | null): string => (leads === null ? nothing : wholeLeads(leads));

const planOf = (plan: BudgetPlan, currency: string): readonly string[] => [
  '',
  `### ${quarterWithYear(plan.quarter)}`,
  '',
  `- Budget ${money(plan.budgetMinor, currency)}; won ${money(plan.wonMinor, currency)}, expected of open opportunities ${money(plan.openMinor, currency)}, of leads that have arrived ${money(plan.arrivedMinor, currency)}, of leads before the plan starts ${money(plan.beforeMinor, currency)}; to find ${money(plan.need.gapMinor, currency)}.`,
  `- Leads a month: ${leadsCell(plan.need.leadsPerMonth)}${plan.need.range === null ? '' : ` (80% range ${wholeLeads(plan.need.range.low)} to ${wholeLeads(plan.need.range.high)})`}; usual pace ${count(Math.round(plan.usualLeads))}.${plan.need.infeasible === null ? '' : ` ${plan.need.infeasible}`}`,
  `- Leads a month for a chance of ${plan.leadsForChances.map(({ chance, leads }) => `${wholePercent(chance)}: ${leadsCell(leads)}`).join(', ')}.`,
  '',
  row(['Channel', 'Leads a month', '80% won within', 'Arrive by', '']),
  row(['---', '---:', '---:', '---', '---']),
  ...plan.need.channels.map(({ channel, leadsPerMonth, lag80Months, latestMonth, isBeyondExperience }) =>
    row([
      plain(channel),
      leadsCell(leadsPerMonth),
      lag80Months === null ? nothing : several(lag80Months, ['month', 'months']),
      latestMonth === null ? nothing : endOfMonth(latestMonth),
      isBeyondExperience === true ? 'beyond 1.5 times its best month' : '',
    ]),
  ),
];

/** The section on budgets: what each takes in leads, and its chance. Nothing without a plan. */
export const planLines = (plans: readonly BudgetPlan[], currency: string | null): readonly string[] =>
  plans.length === 0 || currency === null
    ? []
    : ['', '## Plan', '', leadsNeededMetric.definition, ...plans.flatMap((plan) => planOf(plan, currency))];
