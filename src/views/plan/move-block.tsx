import { useMemo, useState } from 'react';
import type { PlanFacts } from '../../engine/plan-facts.ts';
import { movableChannels } from '../../metrics/plan/movable-channels.ts';
import { reallocation, reallocationMetric, type MovedChannel } from '../../metrics/plan/reallocation.ts';
import { count } from '../../sentences/format.ts';
import { moveAnswer, moveDefinition } from '../../sentences/plan/move-answer.ts';
import { Block } from '../../ui/block.tsx';
import { SegmentedSwitch } from '../../ui/segmented-switch.tsx';
import { MetricNote } from '../review/metric-note.tsx';

interface MoveBlockProps {
  readonly facts: PlanFacts;
  readonly currency: string;
}

const keptOptions = [
  { value: 'leads', label: 'Same leads' },
  { value: 'cost', label: 'Same cost' },
] as const;

/** Would the same leads bring more elsewhere? By the 80/20 rule, within what channels have carried. */
export function MoveBlock({ facts: { basis, costs }, currency }: MoveBlockProps) {
  const [kept, setKept] = useState<'leads' | 'cost'>('leads');
  const channels = useMemo(
    () =>
      movableChannels(
        basis,
        (channel) => costs.find(({ cost }) => cost.channel === channel)?.perLeadMinor ?? null,
      ),
    [basis, costs],
  );
  const move = useMemo(() => reallocation(channels, kept), [channels, kept]);
  const moved = (move?.channels ?? [])
    .filter(({ before, after }) => Math.round(before) !== Math.round(after))
    .toSorted((a, b) => b.after - b.before - (a.after - a.before));
  const hasCosts = channels.filter(({ costMinor }) => costMinor !== null && costMinor > 0).length > 1;
  return (
    <Block
      span={6}
      question="Would the same leads bring more elsewhere?"
      answer={moveAnswer(move, currency)}
      definition={moveDefinition(move, currency)}
      foot={<MetricNote metric={reallocationMetric} />}
    >
      <div className="switch-line">
        {hasCosts ? (
          <SegmentedSwitch
            label="What stays the same"
            options={keptOptions}
            selected={kept}
            onChange={setKept}
          />
        ) : (
          <p className="note">For the same cost, costs of at least two channels are needed.</p>
        )}
      </div>
      {moved.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Channel</th>
              <th scope="col" className="right">
                Leads a month
              </th>
              <th scope="col" className="right">
                Would be
              </th>
              <th scope="col" className="apart">
                Experience
              </th>
            </tr>
          </thead>
          <tbody>
            {moved.map((channel) => (
              <tr key={channel.channel}>
                <th scope="row">
                  <bdi>{channel.channel}</bdi>
                </th>
                <td className="right">{count(Math.round(channel.before))}</td>
                <td className="right">
                  <b>{count(Math.round(channel.after))}</b>
                </td>
                <td className="quiet apart">{limitWords(channel)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

const limitWords = ({ isTrial, isAtLimit, isBeyondBest, before, after }: MovedChannel): string => {
  if (isTrial) return 'trial';
  if (isAtLimit) return 'at its limit';
  if (isBeyondBest) return 'more than ever';
  return after < before ? 'fewer' : 'seen before';
};
