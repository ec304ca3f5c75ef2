import { dealsInMonths } from '../../metrics/plan/budget-outlook.ts';
import { usualPace, type PlanBasis } from '../../metrics/plan/plan-basis.ts';
import type { SalesPlan } from '../../metrics/plan/sales-plan.ts';
import type { ChannelNeed, PlannedChannel } from '../../metrics/planner.ts';
import { arriveAnswer } from '../../sentences/plan/arrive-answer.ts';
import { wholeLeads } from '../../sentences/plan/need-answer.ts';
import { endOfMonth, monthWords } from '../../sentences/plan/quarter-words.ts';
import { count, several, wholePercent } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';

interface ArriveBlockProps {
  readonly plan: SalesPlan;
  readonly basis: PlanBasis;
  readonly channels: readonly PlannedChannel[];
}

/** Months that fit beside each other. */
const shownMonths = 6;

/** By when must leads arrive? Leads by channel and month, and how much of a lead of that month still counts. */
export function ArriveBlock({ plan, basis, channels }: ArriveBlockProps) {
  const { need, ground } = plan;
  const pace = usualPace(basis);
  const months = plan.months.slice(0, shownMonths);
  const rows = channels
    .flatMap((channel, index) => {
      const own = need.channels[index];
      return own === undefined ? [] : [{ channel, own, usual: pace.get(channel.channel) ?? 0 }];
    })
    .toSorted((a, b) => (b.own.leadsPerMonth ?? 0) - (a.own.leadsPerMonth ?? 0) || b.usual - a.usual);
  return (
    <Block
      span={12}
      question="By when must leads arrive?"
      answer={arriveAnswer(plan)}
      definition="Leads each month that the budget takes, rounded up; below, the share of the deals of such a lead that close by the end of the quarter, from the leads of the last 24 months. Arrive by: the last day on which 80% of them still do."
    >
      <table className="table table-cards table-arrive">
        <thead>
          <tr>
            <th scope="col">Channel</th>
            <th scope="col" className="right">
              Usual a month
            </th>
            <th scope="col" className="right">
              Best month
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className="right">
                {monthWords(month)}
              </th>
            ))}
            <th scope="col" className="right">
              80% won within
            </th>
            <th scope="col" className="apart">
              Arrive by
            </th>
            <th scope="col">Experience</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ channel, own, usual }) => (
            <tr key={channel.channel}>
              <th scope="row">
                <bdi>{channel.channel}</bdi>
              </th>
              <td className="right" data-label="Usual a month">
                {count(Math.round(usual))}
              </td>
              <td className="right full" data-label="Best month">
                {channel.mostPerMonth === null ? '–' : count(channel.mostPerMonth)}
              </td>
              {months.map((month) => (
                <MonthCell
                  key={month}
                  month={month}
                  leads={own.leadsPerMonth}
                  share={shareInTime(channel, month, ground.quarterMonths)}
                />
              ))}
              <td className="right full" data-label="80% won within">
                {own.lag80Months === null ? '–' : several(own.lag80Months, ['month', 'months'])}
              </td>
              <td className="apart full" data-label="Arrive by">
                <ArriveBy latestMonth={own.latestMonth} startMonth={ground.startMonth} />
              </td>
              <td className="full" data-label="Experience">
                {experienceWords(own, channel.mostPerMonth)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}

/** The share of a lead's deals that close by the end of the quarter; null where it brings none. */
const shareInTime = (
  channel: PlannedChannel,
  month: number,
  quarterMonths: readonly number[],
): number | null => {
  const all = channel.dealsByLag.reduce((sum, deals) => sum + deals, 0);
  return all === 0 ? null : dealsInMonths(channel, month, quarterMonths) / all;
};

const experienceWords = ({ leadsPerMonth, isBeyondExperience }: ChannelNeed, most: number | null): string => {
  if (leadsPerMonth === null || leadsPerMonth === 0) return '–';
  if (isBeyondExperience === null) return 'not known';
  if (isBeyondExperience) return 'beyond 1.5 times its best month';
  return leadsPerMonth > (most ?? 0) ? 'more than ever' : 'seen before';
};

interface MonthCellProps {
  readonly month: number;
  readonly leads: number | null;
  readonly share: number | null;
}

function MonthCell({ month, leads, share }: MonthCellProps) {
  return (
    <td className="right full" data-label={monthWords(month)}>
      <span>
        {leads === null || leads === 0 ? '–' : wholeLeads(leads)}
        {share !== null && <span className="in-time">{wholePercent(share)} in time</span>}
      </span>
    </td>
  );
}

function ArriveBy({
  latestMonth,
  startMonth,
}: {
  readonly latestMonth: number | null;
  readonly startMonth: number;
}) {
  if (latestMonth === null) return '–';
  if (latestMonth < startMonth) return <span className="late">{endOfMonth(latestMonth)}, has passed</span>;
  return <b>{endOfMonth(latestMonth)}</b>;
}
