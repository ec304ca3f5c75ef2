import { Triangle } from '../../charts/triangle.tsx';
import { ranksBy } from '../../metrics/channel-verdict.ts';
import type { ConversionGroup } from '../../metrics/conversion-table.ts';
import type { Joint } from '../../metrics/metric.ts';
import { metrics } from '../../metrics/registry.ts';
import { count, percent } from '../../sentences/format.ts';
import { RateCell } from '../../ui/rate-cell.tsx';
import type { RateTone } from '../../ui/rate-strip.tsx';
import { groupName, recordsOf, stripMax, type ExploreModel } from './explore-model.ts';
import type { OpenRecords } from './open-records.ts';

interface ChannelTableProps {
  readonly model: ExploreModel;
  readonly onOpen: (records: OpenRecords) => void;
}

const byLeadToDeal =
  (model: ExploreModel) =>
  (a: ConversionGroup, b: ConversionGroup): number =>
    (b.l2d?.[model.basis].low ?? -1) - (a.l2d?.[model.basis].low ?? -1) ||
    b.journeys - a.journeys ||
    b.opportunities - a.opportunities;

const toneOf = (model: ExploreModel, group: string, joint: Joint): RateTone => {
  if (joint === 'o2d' && model.trap?.group === group) return 'signal';
  const verdict = model.verdicts.find((entry) => entry.group === group);
  const side = joint === 'l2o' ? verdict?.l2oSide : verdict?.o2dSide;
  return side === 'above' || side === 'below' ? 'settled' : 'unsettled';
};

const oneDealIn = (group: ConversionGroup, model: ExploreModel): string => {
  const rate = group.l2d?.[model.basis];
  return rate === undefined || rate.rate === null || rate.k === 0
    ? '–'
    : `${count(Math.round(rate.n / rate.k))} leads`;
};

/** Channels with both conversions beside each other, the one with the highest certain share of deals first: by the lower end of the interval, so that few lucky leads lead no list. */
export function ChannelTable({ model, onOpen }: ChannelTableProps) {
  const groups = model.byChannel.groups.toSorted(byLeadToDeal(model));
  const byOpportunities = ranksBy(model.verdicts, (verdict) => verdict.l2o);
  const byDeals = ranksBy(model.verdicts, (verdict) => verdict.o2d);
  const gapOf = (group: string): number | null => {
    const from = byOpportunities.get(group);
    const to = byDeals.get(group);
    return from === undefined || to === undefined ? null : to - from;
  };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">Channel, by leads to deals</th>
          <th scope="col">Leads become opportunities</th>
          <th scope="col">Opportunities become deals</th>
          <th scope="col" className="hide-medium">
            Leads become deals
          </th>
          <th scope="col" className="right">
            One deal in
          </th>
          <th scope="col">Rank at deals</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.group} className={model.trap?.group === group.group ? 'row-signal' : undefined}>
            <th scope="row">{group.group}</th>
            <JointCells model={model} group={group} onOpen={onOpen} />
            <td className="right" data-label="One deal in">
              {oneDealIn(group, model)}
            </td>
            <td data-label="Rank at deals">
              <RankGap gap={gapOf(group.group)} isTrap={model.trap?.group === group.group} />
            </td>
          </tr>
        ))}
        <tr className="row-total">
          <th scope="row">All channels</th>
          <JointCells model={model} group={model.byChannel.total} onOpen={onOpen} />
          <td className="right" data-label="One deal in">
            {oneDealIn(model.byChannel.total, model)}
          </td>
          <td className="hide-narrow">{''}</td>
        </tr>
      </tbody>
    </table>
  );
}

const joints: readonly Joint[] = ['l2o', 'o2d', 'l2d'];
const shortLabel: Readonly<Record<Joint, string>> = {
  l2o: 'to opportunity',
  o2d: 'to deal',
  l2d: 'all the way',
};

function JointCells({ model, group, onOpen }: ChannelTableProps & { readonly group: ConversionGroup }) {
  const isTotal = group === model.byChannel.total;
  return joints.map((joint) => {
    const name = `${isTotal ? 'All channels' : groupName(group.group)}, ${metrics[joint].label.toLowerCase()}`;
    const records = recordsOf(
      model,
      joint,
      group,
      isTotal ? [] : [{ dimension: 'channel', group: group.group }],
      name,
    );
    const reason = group[joint] === null ? 'not measurable' : undefined;
    return (
      <td
        key={joint}
        className={joint === 'l2d' ? 'full hide-medium' : 'full'}
        data-label={shortLabel[joint]}
      >
        <RateCell
          rate={group[joint]?.[model.basis] ?? null}
          {...(reason === undefined ? {} : { notMeasurable: reason })}
          max={stripMax(model.byChannel.groups, joint, model.basis)}
          average={model.average[joint]}
          tone={isTotal ? 'settled' : toneOf(model, group.group, joint)}
          label={name}
          {...(records === null ? {} : { onPress: () => onOpen(records) })}
          formatPercent={percent}
          formatCount={count}
        />
      </td>
    );
  });
}

function RankGap({ gap, isTrap }: { readonly gap: number | null; readonly isTrap: boolean }) {
  if (gap === null) return <span className="quiet">too few to rank</span>;
  const text = gap === 0 ? 'same' : gap > 0 ? `${gap} lower` : `${-gap} higher`;
  if (!isTrap) return <span className="quiet">{text}</span>;
  return (
    <span className="signal nowrap">
      <Triangle direction="down" /> <b>{text}</b>
    </span>
  );
}
