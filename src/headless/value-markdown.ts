import type { ChannelCosts } from '../engine/channel-costs.ts';
import type { ValueNumbers } from '../engine/value-numbers.ts';
import type { AttributeLevel } from '../metrics/attribute-lift.ts';
import { attributeLift } from '../metrics/attribute-metrics.ts';
import { leadValue, valueRange, type LeadValue } from '../metrics/lead-value.ts';
import { cardConfidence } from '../metrics/rate-card.ts';
import { money, percent } from '../sentences/format.ts';
import { plain, rateCell, row } from '../exports/markdown-cells.ts';

const nothing = '–';

const moneyCell = (minor: number | null, currency: string | null): string =>
  minor === null || currency === null ? nothing : money(minor, currency);

const nameOf = ({ channel, segment }: Pick<LeadValue, 'channel' | 'segment'>): string =>
  [channel ?? 'All', segment].flatMap((name) => (name === null ? [] : [plain(name)])).join(', ');

const valueRow = (value: LeadValue, currency: string | null): string => {
  const range = valueRange(value, cardConfidence);
  return row([
    nameOf(value),
    moneyCell(value.valueMinor, currency),
    range === null ? nothing : `${moneyCell(range.low, currency)} to ${moneyCell(range.high, currency)}`,
    percent(value.l2o.final),
    value.opportunitiesPerConverted?.toFixed(2) ?? nothing,
    percent(value.o2d.final),
    moneyCell(value.dealSize?.sizeMinor ?? null, currency),
  ]);
};

const costRow = (costs: ChannelCosts): string =>
  row([
    plain(costs.cost.channel),
    moneyCell(costs.cost.costMinor, costs.cost.currency),
    moneyCell(costs.perLeadMinor, costs.cost.currency),
    moneyCell(costs.perOpportunityMinor, costs.cost.currency),
    moneyCell(costs.perDealMinor, costs.cost.currency),
    costs.returnOnCost === null ? nothing : percent(costs.returnOnCost),
    costs.isExpected ? 'in part expected' : 'seen',
  ]);

const levelRow = ({ level, opportunity, won, isTrap }: AttributeLevel): string =>
  row([
    plain(level),
    rateCell(opportunity.rate),
    opportunity.lift?.toFixed(2) ?? nothing,
    rateCell(won.rate),
    won.lift?.toFixed(2) ?? nothing,
    isTrap ? 'good at opportunities, bad at deals' : '',
  ]);

/** The section on value: what a lead is worth, what it cost, and which attributes go with conversion. */
export const valueLines = (numbers: ValueNumbers | null, currency: string | null): readonly string[] => {
  if (numbers === null)
    return ['', '## Value', '', 'What a lead is worth cannot be told where one of the conversions cannot.'];
  const { values, costs, attributes } = numbers;
  return [
    '',
    '## Value',
    '',
    leadValue.definition,
    '',
    row(['Leads', 'Worth', '80 % range', 'To opportunity', 'Opportunities each', 'To deal', 'Average deal']),
    row(['---', '---:', '---', '---:', '---:', '---:', '---:']),
    ...[values.total, ...values.channels, ...values.cells].map((value) => valueRow(value, currency)),
    '',
    '### Costs of twelve months',
    '',
    row(['Channel', 'Cost', 'Per lead', 'Per opportunity', 'Per deal', 'Return', 'Outcome']),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---']),
    ...costs.map(costRow),
    '',
    '### What goes with conversion',
    '',
    attributeLift.definition,
    ...attributes
      .filter(({ levels }) => levels.length > 1)
      .flatMap((attribute) => [
        '',
        `#### ${plain(attribute.attribute)}: information value ${attribute.opportunity.informationValue.toFixed(2)} for opportunities${attribute.opportunity.isFlagged ? ', beyond chance' : ''}, ${attribute.won.informationValue.toFixed(2)} for deals${attribute.won.isFlagged ? ', beyond chance' : ''}${attribute.isSuspicious ? '; check that it was not filled in after conversion' : ''}`,
        '',
        row(['Level', 'To opportunity', 'Lift', 'To deal', 'Lift', '']),
        row(['---', '---', '---:', '---', '---:', '---']),
        ...attribute.levels.map(levelRow),
      ]),
  ];
};
