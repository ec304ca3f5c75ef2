import { measuredPoints, type QuadrantPoint } from '../../charts/quadrant-point.ts';
import { Quadrant } from '../../charts/quadrant.tsx';
import { RankSlope } from '../../charts/rank-slope.tsx';
import { ranksBy, type GroupVerdict } from '../../metrics/channel-verdict.ts';
import type { ChannelTail } from '../../metrics/review/channel-tails.ts';
import { count, percent, percentTick } from '../../sentences/format.ts';
import type { ExploreModel } from './explore-model.ts';
import { isoValues } from './iso-values.ts';

const corners = {
  topLeft: 'Few but good: give it volume',
  topRight: 'Scale',
  bottomLeft: 'Nurture or stop',
  bottomRight: 'Looks good, wins little',
};

const noteOf = (verdict: GroupVerdict, isTrap: boolean): string | undefined => {
  const { l2d } = verdict;
  if (isTrap)
    return `${percent(verdict.l2o.rate ?? 0)} become opportunities, ${percent(verdict.o2d.rate ?? 0)} of those deals`;
  return verdict.isSettled && l2d !== null && l2d.k > 0
    ? `one deal in ${count(Math.round(l2d.n / l2d.k))} leads`
    : undefined;
};

const pointOf = (
  verdict: GroupVerdict,
  trap: GroupVerdict | null,
  tails: readonly ChannelTail[],
): QuadrantPoint => {
  const isTrap = verdict === trap;
  const note = noteOf(verdict, isTrap);
  const tail = tails.find(({ group }) => group === verdict.group);
  return {
    key: verdict.group,
    label: verdict.group,
    ...(note === undefined ? {} : { note }),
    x: verdict.l2o,
    y: verdict.o2d,
    area: verdict.source.journeys,
    settled: verdict.isSettled,
    accent: isTrap,
    ...(tail !== undefined && (verdict.isSettled || isTrap) && { before: { x: tail.l2o, y: tail.o2d } }),
  };
};

const summaryOf = (model: ExploreModel): string =>
  model.verdicts
    .map(
      ({ group, l2o, o2d }) =>
        `${group}: ${l2o.rate === null ? 'no rate' : percent(l2o.rate)} to opportunity, ${o2d.rate === null ? 'no rate' : percent(o2d.rate)} to deal`,
    )
    .join('; ');

interface TwinTableProps {
  readonly points: readonly QuadrantPoint[];
  readonly tails: readonly ChannelTail[];
}

function TwinTable({ points, tails }: TwinTableProps) {
  const before = new Map(tails.map((tail) => [tail.group, tail]));
  const share = (value: number | undefined): string => (value === undefined ? '–' : percent(value));
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Channel</th>
          <th scope="col" className="right">
            Leads become opportunities
          </th>
          <th scope="col" className="right">
            Opportunities become deals
          </th>
          <th scope="col" className="right">
            Leads
          </th>
          {tails.length > 0 && (
            <>
              <th scope="col" className="right">
                Opportunities, a quarter ago
              </th>
              <th scope="col" className="right">
                Deals, a quarter ago
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.key}>
            <th scope="row">{point.label}</th>
            <td className="right">{percent(point.x.rate ?? 0)}</td>
            <td className="right">{percent(point.y.rate ?? 0)}</td>
            <td className="right">{count(point.area)}</td>
            {tails.length > 0 && (
              <>
                <td className="right">{share(before.get(point.key)?.l2o)}</td>
                <td className="right">{share(before.get(point.key)?.o2d)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Channels by both rates: the quadrant, and its slope twin for those who do not read scatters. */
export function ChannelPicture({
  model,
  tails,
  onSelect,
}: {
  readonly model: ExploreModel;
  /** Where channels stood a quarter ago. */
  readonly tails: readonly ChannelTail[];
  readonly onSelect: (group: string) => void;
}) {
  const points = measuredPoints(model.verdicts.map((verdict) => pointOf(verdict, model.trap, tails)));
  const byOpportunities = ranksBy(model.verdicts, (verdict) => verdict.l2o);
  const ranked = model.verdicts.filter((verdict) => byOpportunities.has(verdict.group));
  const { total } = model.byChannel;
  const largest =
    Math.max(0, ...points.map((point) => point.x.rate ?? 0)) *
    Math.max(0, ...points.map((point) => point.y.rate ?? 0)) *
    1.4;
  const iso = isoValues(largest, total.dealSizeMinor, model.analysis.currency);
  return (
    <div className="grid grid-tight">
      <div className="span-7">
        <Quadrant
          points={points}
          xAverage={model.average.l2o}
          yAverage={model.average.o2d}
          xTitle="Leads that become opportunities"
          yTitle="Opportunities that become deals"
          isoLines={iso.lines}
          isoTitle={iso.title}
          corners={corners}
          title="Channels by both conversions"
          summary={summaryOf(model)}
          formatPercent={percent}
          formatTick={percentTick}
          onSelect={onSelect}
          table={<TwinTable points={points} tails={tails} />}
        />
      </div>
      <div className="span-5">
        {ranked.length > 1 && (
          <RankSlope
            items={ranked.map((verdict) => ({
              key: verdict.group,
              label: verdict.group,
              left: verdict.l2o.rate ?? 0,
              right: verdict.o2d.rate ?? 0,
              settled: verdict.isSettled,
              accent: verdict === model.trap,
            }))}
            leftTitle="Rank at opportunities"
            rightTitle="Rank at deals"
            title="Rank at opportunities against rank at deals"
            summary={summaryOf(model)}
            formatPercent={percent}
          />
        )}
      </div>
    </div>
  );
}
