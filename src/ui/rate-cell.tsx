import { Button } from 'react-aria-components';
import type { Rate } from '../domain/rate.ts';
import { RateStrip, type RateTone } from './rate-strip.tsx';

/** A rate with its interval and its fraction, in every state it can have. */
export interface RateCellProps {
  readonly rate: Rate | null;
  /** Why there is no number; stands in its place. */
  readonly notMeasurable?: string;
  readonly max: number;
  readonly average: number | null;
  readonly tone: RateTone;
  /** What the rate is of, for those who do not see the table's heads. */
  readonly label: string;
  /** Makes the rate a button that opens its records. */
  readonly onPress?: () => void;
  readonly formatPercent: (rate: number) => string;
  readonly formatCount: (count: number) => string;
  /** One line in a table, two in a pivot cell. */
  readonly layout?: 'line' | 'stack';
}

/** Under this many a rate is shown, but grey and hollow. */
const FEW = 30;

/** Rate, interval strip and "k of n". */
export function RateCell(props: RateCellProps) {
  const { rate, notMeasurable, max, average, label, onPress, formatPercent, formatCount } = props;
  const layout = props.layout === 'stack' ? 'rate-stack' : 'rate-cell';
  if (rate === null || notMeasurable !== undefined) {
    return (
      <span className={layout} data-state="none">
        <span className="rate-value">–</span>
        <span className="rate-reason">{notMeasurable ?? 'not measurable'}</span>
      </span>
    );
  }
  const few = rate.n < FEW;
  const tone = few ? 'unsettled' : props.tone;
  const text = rate.rate === null ? '–' : formatPercent(rate.rate);
  const fraction = `${formatCount(rate.k)} of ${formatCount(rate.n)}`;
  const strip = <RateStrip rate={rate} max={max} average={average} tone={tone} />;
  return (
    <span className={layout} data-state={rate.rate === null ? 'hidden' : few ? 'few' : tone}>
      {onPress && rate.n > 0 ? (
        <Button
          className="rate-value"
          onPress={onPress}
          aria-label={`${text}, ${label}, ${fraction}: show the records`}
        >
          {text}
        </Button>
      ) : (
        <span className="rate-value">{text}</span>
      )}
      {props.layout !== 'stack' && strip}
      <span className="fraction">{fraction}</span>
      {props.layout === 'stack' && strip}
    </span>
  );
}
