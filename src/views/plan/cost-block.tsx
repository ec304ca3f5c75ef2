import type { ChannelCosts } from '../../engine/channel-costs.ts';
import { costPerDeal } from '../../metrics/cost-metrics.ts';
import { count, wholePercent } from '../../sentences/format.ts';
import { pieceMoney } from '../../sentences/plan/piece-money.ts';
import { costAnswer, costDefinition, knownCosts } from '../../sentences/plan/cost-answer.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';

/** What do leads, opportunities and deals cost? By channel, where costs are given. */
export function CostBlock({ costs }: { readonly costs: readonly ChannelCosts[] }) {
  const known = knownCosts(costs).toSorted(
    (a, b) => (a.perDealMinor ?? Infinity) - (b.perDealMinor ?? Infinity),
  );
  return (
    <Block
      span={6}
      question="What does a deal cost?"
      answer={costAnswer(costs)}
      definition={costDefinition(costs)}
      foot={known.length === 0 ? null : <MetricNote metric={costPerDeal} />}
    >
      {known.length > 0 && (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">Channel</th>
              {['Cost', 'Per lead', 'Per opportunity', 'Per deal', 'Return'].map((name) => (
                <th key={name} scope="col" className="right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map((entry) => (
              <CostRow key={entry.cost.channel} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

const amountWords = (minor: number, currency: string | null): string =>
  currency === null ? count(Math.round(minor / 100)) : pieceMoney(minor, currency);

function CostRow({ entry }: { readonly entry: ChannelCosts }) {
  const { cost, perLeadMinor, perOpportunityMinor, perDealMinor, returnOnCost, isExpected } = entry;
  const mark = isExpected ? '~' : '';
  const cells = [
    ['Cost', cost.costMinor, ''],
    ['Per lead', perLeadMinor, ''],
    ['Per opportunity', perOpportunityMinor, mark],
    ['Per deal', perDealMinor, mark],
  ] as const;
  return (
    <tr>
      <th scope="row">
        <bdi>{cost.channel}</bdi>
      </th>
      {cells.map(([name, minor, sign]) => (
        <td key={name} className="right" data-label={name}>
          {minor === null ? '–' : `${sign}${amountWords(minor, cost.currency)}`}
        </td>
      ))}
      <td className="right" data-label="Return">
        {returnOnCost === null ? '–' : wholePercent(returnOnCost).replace('-', '−')}
      </td>
    </tr>
  );
}
