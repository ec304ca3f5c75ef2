import { leadsForChance, type SalesPlan } from '../../metrics/plan/sales-plan.ts';
import { count } from '../format.ts';
import { chanceWords } from '../review/track-answer.ts';
import { wholeLeads } from './need-answer.ts';

const takes = (plan: SalesPlan, name: string, chance: number): string => {
  const leads = leadsForChance(plan, chance);
  return leads === null ? `${name} cannot be had by leads` : `${name} takes ${wholeLeads(leads)}`;
};

/** The answer to "how likely is it?": the chance at the usual pace, and the leads for an even and for a good chance. */
export const chanceAnswer = (plan: SalesPlan): string => {
  const now = plan.chanceOf(plan.usualLeads);
  if (now === null)
    return 'How likely the budget is cannot be told: too few deals with amounts say how far they lie apart';
  const usual = `The usual ${count(Math.round(plan.usualLeads))} leads a month give a chance of ${chanceWords(now)}`;
  if (plan.need.gapMinor > 0 && plan.need.leadsPerMonth === null)
    return `The chance of the budget is ${chanceWords(now)}, whatever arrives from now on`;
  const more = [
    ...(now < 0.5 ? [takes(plan, 'an even one', 0.5)] : []),
    ...(now < 0.8 ? [takes(plan, now < 0.5 ? '80%' : 'a chance of 80%', 0.8)] : []),
  ];
  return more.length === 0 ? usual : `${usual}; ${more.join(', ')}`;
};
