import { useState } from 'react';
import { PromiseBars } from '../../charts/promise-bars.tsx';
import { valueScale } from '../../charts/value-scale.ts';
import type { MarketingPromise } from '../../metrics/agreement.ts';
import { addedCostOf, type LeadCost } from '../../metrics/promise/added-cost.ts';
import type { MarketingSide } from '../../metrics/promise/negotiation.ts';
import { valueStep, type MarketingBasis } from '../../metrics/promise/negotiation-basis.ts';
import { count, monthAndYear, monthShort, wholePercent } from '../../sentences/format.ts';
import {
  addedCostWords,
  chanceWords,
  floorNote,
  growthNote,
  marketingAnswer,
} from '../../sentences/sla/half-answers.ts';
import { amountWords, growthWords } from '../../sentences/sla/term-words.ts';
import { keepingChance, pastGrowth } from '../../metrics/promise/value-trend.ts';
import { monthsKept } from '../../metrics/promise/value-path.ts';
import { RangeSlider, TypedNumber } from '../../ui/range-slider.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { Facts, type Fact } from './facts.tsx';

interface MarketingHalfProps {
  readonly basis: MarketingBasis;
  readonly side: MarketingSide;
  readonly promise: MarketingPromise;
  readonly today: MarketingPromise;
  readonly currency: string | null;
  readonly onChange: (promise: MarketingPromise) => void;
}

const growthRange = { min: -0.02, max: 0.06 } as const;
const growthTicks = [-0.02, 0, 0.02, 0.04, 0.06];
const shownChannels = 4;

const channelFacts = (
  { channels }: MarketingSide,
  costs: readonly LeadCost[],
  currency: string | null,
): readonly Fact[] => {
  const growing = channels.filter(({ moreLeads }) => Math.round(moreLeads) > 0);
  if (growing.length === 0) return [['Leads to add', 'none, no channel has to grow']];
  const shown = growing.slice(0, shownChannels);
  const rest = growing.slice(shownChannels).reduce((sum, { moreLeads }) => sum + moreLeads, 0);
  return [
    ...shown.map(({ channel, moreLeads, isBeyondBest, best }): Fact => [
      `Leads to add: ${channel}`,
      `+${count(Math.round(moreLeads))} a month${isBeyondBest ? `, beyond its best of ${count(best)}` : ''}`,
    ]),
    ...(Math.round(rest) > 0
      ? [['Leads to add: the others', `+${count(Math.round(rest))} a month`] as const]
      : []),
    ['Their cost', addedCostWords(addedCostOf(channels, costs, currency), currency)],
  ];
};

/** Marketing's half: what it promises, what it delivered, and what would have to grow. */
export function MarketingHalf({ basis, side, promise, today, currency, onChange }: MarketingHalfProps) {
  const { months, todayMinor, trend } = basis;
  const amount = (minor: number): string => amountWords(minor, currency);
  // The scale stays as it is while the promise moves on it.
  const [start] = useState(promise.valueMinor);
  const most = Math.max(...months.map(({ deliveredMinor }) => deliveredMinor), todayMinor, start);
  const scale = valueScale([0, most * 1.3], 4);
  const step = valueStep(todayMinor);
  return (
    <section className="side side-left">
      <div>
        <p className="question">Marketing promises</p>
        <h2>{marketingAnswer(promise, side, currency)}</h2>
      </div>
      <div className="side-rules">
        <TypedNumber
          label="Quality floor"
          shownLabel="Quality floor, opportunities to deals"
          value={promise.o2dFloor === null ? '' : Math.round(promise.o2dFloor * 1000) / 10}
          min={0}
          max={100}
          unit="%"
          onChange={(floor) => onChange({ ...promise, o2dFloor: floor === 0 ? null : floor / 100 })}
        />
        <p className="note">{floorNote(promise.o2dFloor, side.o2d)} 0 takes the floor away.</p>
      </div>
      <div>
        <RangeSlider
          label="Weighted value a month"
          words={amount(promise.valueMinor)}
          aside={`today ${amount(today.valueMinor)}`}
          spoken={`${amount(promise.valueMinor)} a month`}
          value={promise.valueMinor}
          min={0}
          max={scale.high}
          step={step}
          onChange={(valueMinor) => onChange({ ...promise, valueMinor })}
          typed={{
            value: Math.round(promise.valueMinor / 100),
            min: 0,
            max: scale.high / 100,
            unit: currency ?? '',
            onChange: (value) => onChange({ ...promise, valueMinor: Math.round(value * 100) }),
          }}
          band={side.usualValue}
          today={todayMinor}
          ticks={scale.ticks.map((value) => ({ value, label: amount(value) }))}
          note={`Shaded: the middle half of the last twelve months. ${monthAndYear(promise.firstMonth)} is the first month promised.`}
        />
        <PromiseBars
          title="Value delivered by month; line: the promise"
          summary={`Would have been kept in ${count(side.kept.kept)} of ${count(side.kept.of)} months.`}
          bars={side.months.map(({ month, deliveredMinor, promisedMinor }) => ({
            key: month,
            label: monthAndYear(month),
            tick: monthShort(month).slice(0, 1),
            done: deliveredMinor,
            promised: promisedMinor,
          }))}
          most={null}
          words={{ row: 'Month', done: 'Delivered', promised: 'Promised' }}
          format={amount}
        />
      </div>
      <RangeSlider
        label="Growth a month"
        words={growthWords(promise.growth)}
        aside={`today ${growthWords(today.growth)}`}
        spoken={`${growthWords(promise.growth)} a month`}
        value={promise.growth}
        {...growthRange}
        step={0.001}
        onChange={(growth) => onChange({ ...promise, growth })}
        typed={{
          value: Math.round(promise.growth * 1000) / 10,
          min: growthRange.min * 100,
          max: growthRange.max * 100,
          unit: '%',
          onChange: (growth) => onChange({ ...promise, growth: growth / 100 }),
        }}
        band={trend}
        today={today.growth}
        ticks={growthTicks.map((value) => ({ value, label: wholePercent(value).replace('-', '−') }))}
        note={growthNote(trend)}
      />
      <div>
        <Facts
          facts={[
            ['Chance to keep it', chanceWords(side.chance, trend)],
            ...channelFacts(side, basis.costs, currency),
          ]}
        />
        <MetricNote metric={keepingChance} />
        <MetricNote metric={monthsKept} />
        <MetricNote metric={pastGrowth} />
      </div>
    </section>
  );
}
