import type { LeadValues } from '../../metrics/lead-value.ts';
import { pointWorth, worthOfPoints } from '../../metrics/point-worth.ts';
import { count, moneyShort, percent } from '../../sentences/format.ts';
import { jointNames, pointAnswer } from '../../sentences/plan/point-answer.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';

interface PointBlockProps {
  readonly values: LeadValues;
  /** Leads a month. */
  readonly usualLeads: number;
  readonly currency: string;
}

const monthsOfQuarter = 3;
const dealsFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** What is one point worth? At each joint, for the leads of a quarter at the usual pace. */
export function PointBlock({ values: { total }, usualLeads, currency }: PointBlockProps) {
  const leads = usualLeads * monthsOfQuarter;
  const worths =
    total.opportunitiesPerConverted === null
      ? []
      : worthOfPoints(
          {
            leads,
            l2o: total.l2o.final,
            opportunitiesPerConverted: total.opportunitiesPerConverted,
            o2d: total.o2d.final,
            dealSizeMinor: total.dealSize?.sizeMinor ?? null,
          },
          1,
        );
  return (
    <Block
      span={5}
      question="What is one point worth?"
      answer={pointAnswer(worths, currency)}
      definition={`One percentage point more at one joint, all else as it is, for the ${count(Math.round(leads))} leads of a quarter at the usual pace; counted to the end of the deals, not only of the quarter.`}
      foot={<MetricNote metric={pointWorth} />}
    >
      {worths.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Joint</th>
              <th scope="col" className="right">
                Rate
              </th>
              <th scope="col" className="right">
                Deals
              </th>
              <th scope="col" className="right">
                Worth
              </th>
              <th scope="col" className="right">
                Or leads saved
              </th>
            </tr>
          </thead>
          <tbody>
            {worths.map(({ joint, rate, extraDeals, extraMinor, savedLeads }) => (
              <tr key={joint}>
                <th scope="row">{jointNames[joint]}</th>
                <td className="right">
                  {percent(total[joint].final)}
                  <span className="in-time">to {percent(rate)}</span>
                </td>
                <td className="right">+{dealsFormat.format(extraDeals)}</td>
                <td className="right">{extraMinor === null ? '–' : moneyShort(extraMinor, currency)}</td>
                <td className="right">{count(Math.round(savedLeads))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}
