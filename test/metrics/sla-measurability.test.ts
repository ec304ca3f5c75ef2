import { describe, expect, it } from 'vitest';
import { responseNotMeasurable, type ActivityKnowledge } from '../../src/metrics/sla-measurability.ts';

const enough: ActivityKnowledge = {
  handovers: 10,
  dayOnlyHandovers: 5,
  activities: 40,
  withDirection: 40,
  outbound: 30,
  humanOutbound: 20,
  attempts: 20,
  dayOnlyAttempts: 10,
};

describe('response and attempts', () => {
  it('are measured where handovers and attempts have times', () =>
    expect(responseNotMeasurable(enough)).toBeNull());

  it.each<readonly [string, Partial<ActivityKnowledge>, RegExp]>([
    [
      'without a handover',
      { handovers: 0, dayOnlyHandovers: 0, attempts: 0, dayOnlyAttempts: 0 },
      /date of the MQL/,
    ],
    ['where most handovers have a day only', { dayOnlyHandovers: 6 }, /MQL date with its time/],
    [
      'without activities',
      { activities: 0, withDirection: 0, outbound: 0, humanOutbound: 0, attempts: 0, dayOnlyAttempts: 0 },
      /Add the file that lists them/,
    ],
    [
      'without a direction',
      { withDirection: 0, outbound: 0, humanOutbound: 0, attempts: 0 },
      /column with the direction/,
    ],
    ['where all came in', { outbound: 0, humanOutbound: 0, attempts: 0 }, /all came in/],
    ['where all is automated', { humanOutbound: 0, attempts: 0 }, /automated/],
    [
      'where no activity is of a lead handed over',
      { attempts: 0, dayOnlyAttempts: 0 },
      /id of the lead or of its contact/,
    ],
    ['where most attempts have a day only', { dayOnlyAttempts: 11 }, /Export their time/],
  ])('are not measured %s', (_, more, reason) =>
    expect(responseNotMeasurable({ ...enough, ...more })).toMatch(reason),
  );
});
