import { Sparkline } from '../../charts/sparkline.tsx';
import { Triangle } from '../../charts/triangle.tsx';
import type { LeakTrend } from '../../metrics/leak-page/leak-trend.ts';
import type { LeakLine } from '../../metrics/review/leak-review.ts';
import { monthAndYear, percent } from '../../sentences/format.ts';
import { trendShort } from '../../sentences/leaks/ledger-words.ts';
import { leakName } from '../../sentences/review/leak-answer.ts';

interface TrendProps {
  readonly trend: LeakTrend;
  /** Of the leak. */
  readonly name: string;
  /** Under the line. */
  readonly words: string;
}

/** How a leak went from month to month of arrival: a line, and its verdict. */
export function Trend({ trend, name, words }: TrendProps) {
  const { months, verdict, direction, isPassing } = trend;
  const first = months[0];
  const last = months.at(-1);
  const isSignal = verdict === 'signal' && direction !== 'none';
  return (
    <div>
      {!isPassing && first !== undefined && last !== undefined && (
        <Sparkline
          values={months.map(({ k, n }) => (n === 0 ? null : k / n))}
          signal={isSignal ? { index: months.length - 1, direction } : null}
          label={`${name}, share of leads by month of arrival from ${monthAndYear(first.month)}: ${percent(first.k / Math.max(1, first.n))} to ${percent(last.k / Math.max(1, last.n))}`}
        />
      )}
      <div className={isSignal ? undefined : 'sample'}>
        {isSignal && <Triangle direction={direction} />} {isSignal ? <b>{words}</b> : words}
      </div>
    </div>
  );
}

/** The trend of a line of the review. */
export function LeakLineTrend({ line }: { readonly line: LeakLine }) {
  return line.trend === null ? (
    '–'
  ) : (
    <Trend trend={line.trend} name={leakName(line)} words={trendShort(line.trend)} />
  );
}
