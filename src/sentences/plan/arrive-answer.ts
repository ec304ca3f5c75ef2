import type { SalesPlan } from '../../metrics/plan/sales-plan.ts';
import { endOfMonth, monthWords, namesInWords } from './quarter-words.ts';

/** The answer to "by when must leads arrive?": the channels of which most still counts, and the day. Where the budget asks for no leads, all channels are looked at. */
export const arriveAnswer = ({ need, ground, months }: SalesPlan): string => {
  const isAsked = need.channels.some(({ leadsPerMonth }) => leadsPerMonth !== 0);
  const used = need.channels.filter(
    ({ leadsPerMonth, lag80Months }) => (leadsPerMonth !== 0 || !isAsked) && lag80Months !== null,
  );
  const inTime = used.filter(({ latestMonth }) => latestMonth !== null && latestMonth >= ground.startMonth);
  if (months.length === 0) return 'The plan starts after the quarter';
  if (used.length === 0) return 'How long leads take to become deals cannot be told yet';
  if (inTime.length === 0)
    return `Most of what arrives from ${monthWords(ground.startMonth)} on closes after the quarter, in every channel`;
  const latest = Math.max(...inTime.map(({ latestMonth }) => latestMonth ?? 0));
  const last = inTime.filter(({ latestMonth }) => latestMonth === latest).map(({ channel }) => channel);
  const rest = used.length - inTime.length;
  const late =
    rest === 0
      ? ''
      : `; in ${rest} other ${rest === 1 ? 'channel' : 'channels'} most of what arrives now closes later`;
  if (last.length === used.length)
    return `Leads must arrive by ${endOfMonth(latest)}: most of what comes later closes after the quarter`;
  const earlier = inTime.length - last.length;
  const sooner =
    earlier === 0 ? '' : `, those of ${earlier} other ${earlier === 1 ? 'channel' : 'channels'} sooner`;
  return `Leads of ${namesInWords(last)} must arrive by ${endOfMonth(latest)}${sooner}${late}`;
};
