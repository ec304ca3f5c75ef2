import type { PeriodPoint } from './period-point.ts';

/** The words of a control chart and of its table. */
export interface ControlWords {
  readonly period: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly lower: string;
  readonly upper: string;
  readonly seen: string;
  readonly all: string;
  readonly lastYear: string;
  readonly state: string;
  readonly states: Readonly<Record<PeriodPoint['state'], string>>;
  readonly signal: string;
  readonly notes: string;
  readonly signals: Readonly<Record<NonNullable<PeriodPoint['signal']>, string>>;
}

/** The words where the caller has none of its own. */
export const controlWords: ControlWords = {
  period: 'Period',
  value: 'Value',
  low: 'Heading, low',
  high: 'Heading, high',
  lower: 'Usual range, low',
  upper: 'Usual range, high',
  seen: 'seen',
  all: 'all',
  lastYear: 'Last year',
  state: 'State',
  states: { matured: 'matured', young: 'not yet mature', incomplete: 'not over yet' },
  signal: 'Signal',
  notes: 'Notes',
  signals: { up: 'up', down: 'down' },
};
