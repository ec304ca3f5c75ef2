import { ChanceCurve, type ChanceMark } from '../../charts/chance-curve.tsx';
import { budgetChance, leadsForChance, type SalesPlan } from '../../metrics/plan/sales-plan.ts';
import { chanceAnswer } from '../../sentences/plan/chance-answer.ts';
import { count, wholePercent } from '../../sentences/format.ts';
import { chanceWords } from '../../sentences/review/track-answer.ts';
import { wholeLeads } from '../../sentences/plan/need-answer.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import type { PlanOnScreen } from './use-plan.ts';

const steps = 40;
const named = [0.5, 0.8];

/** How far the curve is drawn: past an 80 % chance and past the usual pace. */
const reachOf = (plan: SalesPlan): number =>
  Math.ceil(
    Math.max(10, plan.usualLeads * 1.5, (leadsForChance(plan, 0.9) ?? plan.usualLeads * 3) * 1.05) / 10,
  ) * 10;

const marksOf = (plan: SalesPlan): readonly ChanceMark[] => {
  const now = plan.chanceOf(plan.usualLeads) ?? 0;
  return [
    {
      key: 'usual',
      label: `usual ${count(Math.round(plan.usualLeads))}: ${chanceWords(now)}`,
      amount: plan.usualLeads,
      chance: now,
      isNow: true,
    },
    ...named.flatMap((chance) => {
      const leads = leadsForChance(plan, chance);
      return leads === null || leads === 0
        ? []
        : [
            {
              key: String(chance),
              label: `${wholeLeads(leads)}: ${wholePercent(chance)}`,
              amount: leads,
              chance,
              isNow: false,
            },
          ];
    }),
  ];
};

/** How likely is it? The chance of the budget by the number of leads, not one number. */
export function ChanceBlock({ plan: { plan, budgetMinor } }: { readonly plan: PlanOnScreen }) {
  const question = 'How likely is it?';
  if (plan === null || budgetMinor === 0)
    return (
      <Block
        span={7}
        question={question}
        answer={
          plan === null
            ? 'No chance can be told without deals that have an amount'
            : 'The chance by number of leads stands here once there is a budget'
        }
      />
    );
  const answer = chanceAnswer(plan);
  const reach = reachOf(plan);
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const amount = (reach * index) / steps;
    return { amount, chance: plan.chanceOf(amount) ?? 0 };
  });
  return (
    <Block
      span={7}
      question={question}
      answer={answer}
      definition="Chance of the budget by leads a month in this mix, from the first month of the plan to the end of the quarter: luck in the deals, their sizes, and how well the conversions are known."
      foot={<MetricNote metric={budgetChance} />}
    >
      {plan.chanceOf(0) !== null && (
        <ChanceCurve
          points={points}
          marks={marksOf(plan)}
          xTitle="leads a month"
          title="The chance of the budget by leads a month"
          summary={answer}
          formatAmount={(leads) => count(Math.round(leads))}
          formatChance={wholePercent}
          words={{ amount: 'Leads a month', chance: 'Chance' }}
        />
      )}
    </Block>
  );
}
