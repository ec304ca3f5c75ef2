import { DotIntervals } from '../../charts/dot-intervals.tsx';
import { leadValue, valueRange, type LeadValue, type LeadValues } from '../../metrics/lead-value.ts';
import { isRanked } from '../../metrics/plan/value-ratio.ts';
import { cardConfidence } from '../../metrics/rate-card.ts';
import { money } from '../../sentences/format.ts';
import { pieceMoney } from '../../sentences/plan/piece-money.ts';
import { valueAnswer, valueDefinition } from '../../sentences/plan/value-answer.ts';
import { Block } from '../../ui/block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { MetricNote } from '../review/metric-note.tsx';

interface ValueBlockProps {
  readonly values: LeadValues;
  readonly currency: string;
}

/** What is a lead worth? By channel with its range, and by segment behind a button. */
export function ValueBlock({ values, currency }: ValueBlockProps) {
  const answer = valueAnswer(values, currency);
  const known = values.channels
    .filter(({ valueMinor }) => valueMinor !== null)
    .toSorted((a, b) => (b.valueMinor ?? 0) - (a.valueMinor ?? 0));
  return (
    <Block
      span={7}
      question="What is a lead worth?"
      answer={answer}
      definition={valueDefinition(values)}
      foot={<MetricNote metric={leadValue} />}
    >
      {known.length > 0 && (
        <DotIntervals
          rows={[values.total, ...known].flatMap((value) => {
            if (value.valueMinor === null) return [];
            const range = valueRange(value, cardConfidence);
            return [
              {
                key: value.channel ?? 'all leads',
                label: value.channel ?? 'All leads',
                note: pieceMoney(value.valueMinor, currency),
                value: value.valueMinor,
                low: range?.low ?? null,
                high: range?.high ?? null,
                isSettled: value.channel === null || isRanked(value),
              },
            ];
          })}
          title="Value per lead by channel"
          summary={answer}
          rowTitle="Channel"
          mostReach={2}
          format={(minor) => pieceMoney(minor, currency)}
          formatTick={(minor) => pieceMoney(minor, currency)}
          words={{ value: 'Value', low: 'Low end, 80%', high: 'High end, 80%', note: null }}
        />
      )}
      {known.length > 0 && (
        <Disclosure summary="By channel and segment">
          <CellTable values={values} channels={known} currency={currency} />
        </Disclosure>
      )}
    </Block>
  );
}

function CellTable({
  values,
  channels,
  currency,
}: ValueBlockProps & { readonly channels: readonly LeadValue[] }) {
  const segments = [...new Set(values.cells.flatMap(({ segment }) => segment ?? []))].toSorted();
  return (
    <section className="table-scroll" aria-label="Value per lead by channel and segment" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Channel</th>
            {segments.map((segment) => (
              <th key={segment} scope="col" className="right">
                <bdi>{segment}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map(({ channel }) => (
            <tr key={channel}>
              <th scope="row">
                <bdi>{channel}</bdi>
              </th>
              {segments.map((segment) => (
                <ValueCell
                  key={segment}
                  value={values.cells.find((cell) => cell.channel === channel && cell.segment === segment)}
                  currency={currency}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ValueCell({
  value,
  currency,
}: {
  readonly value: LeadValue | undefined;
  readonly currency: string;
}) {
  if (value?.valueMinor == null) return <td className="right">–</td>;
  const range = valueRange(value, cardConfidence);
  return (
    <td className={isRanked(value) ? 'right' : 'right late'}>
      {money(value.valueMinor, currency)}
      {range !== null && (
        <span className="in-time">
          {money(range.low, currency)} to {money(range.high, currency)}
        </span>
      )}
    </td>
  );
}
