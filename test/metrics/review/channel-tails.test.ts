import { describe, expect, it } from 'vitest';
import { channelTails } from '../../../src/metrics/review/channel-tails.ts';
import { leadsWith, opportunitiesWith } from '../../support/review-cube.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

const on = (
  day: string,
  row: string,
  leads: readonly [number, number],
  deals: readonly [number, number],
) => ({
  leads: { row, day, ...leadsWith(...leads) },
  opportunities: { row, day, ...opportunitiesWith(...deals) },
});

/** The tails on 30 June 2026, of records from a day on. */
const tailsOf = (rows: readonly ReturnType<typeof on>[], firstDay = '2025-04-01') =>
  channelTails(
    tinyCube({
      leads: rows.map(({ leads }) => leads),
      opportunities: rows.map(({ opportunities }) => opportunities),
    }),
    firstDay,
    {},
  );

describe('where the channels stood a quarter ago', () => {
  it('is counted over the twelve months that ended then', () => {
    const rows = [
      on('2025-03-31', 'Web', [1000, 0], [1000, 0]),
      on('2025-04-01', 'Web', [100, 20], [40, 10]),
      on('2026-03-30', 'Web', [100, 10], [40, 10]),
      on('2026-03-31', 'Web', [1000, 1000], [1000, 1000]),
    ];
    expect(tailsOf(rows.slice(0, 3))).toEqual([{ group: 'Web', l2o: 0.15, o2d: 0.25 }]);
    expect(tailsOf(rows)[0]?.l2o).toBe(0.15);
  });

  it('is not told of fewer than thirty at a joint', () => {
    const day = '2026-01-05';
    expect(tailsOf([on(day, 'Web', [30, 3], [30, 3])])).toHaveLength(1);
    expect(tailsOf([on(day, 'Web', [29, 3], [30, 3])])).toEqual([]);
    expect(tailsOf([on(day, 'Web', [30, 3], [29, 3])])).toEqual([]);
  });

  it('is not known where the records do not reach a year and a quarter back', () => {
    const rows = [on('2026-01-05', 'Web', [100, 10], [40, 10])];
    expect(tailsOf(rows, '2025-04-01')).toHaveLength(1);
    expect(tailsOf(rows, '2025-04-02')).toEqual([]);
  });
});
