import { describe, expect, it } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import { meetingNumbers } from '../../src/sql/questions/meeting-numbers.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildAt, lead, loadCases, stage, touch } from '../support/handover-cases.ts';

const meeting = (id: string, at: string, type = 'Meeting') => touch(id, at, { type });
const missed = (id: string, at: string, type = 'No-show') => touch(id, at, { type, direction: 'internal' });

const counted = async (filter = noFilter) =>
  (await sharedEngine()).ask(meetingNumbers({ filter, group: 'owner', rebookDays: 30 }));

const load = async (
  touches: readonly ReturnType<typeof touch>[],
  opportunities: readonly { lead_id: string; at: string }[] = [],
) => {
  await loadCases({
    leads: [lead('L1', { owner_id: 'Ada' }), lead('L2', { owner_id: 'Bo' })],
    stages: [stage('L1', 'mql', '2026-05-11T07:00:00Z'), stage('L2', 'mql', '2026-05-11T07:00:00Z')],
    touches,
    opportunities,
  });
  await buildAt('2026-07-31');
};

describe('missed meetings', () => {
  it('are told by their type however it is written, apart from meetings and from other activities', async () => {
    await load([
      meeting('L1', '2026-05-12T08:00:00Z'),
      missed('L1', '2026-05-13T08:00:00Z', ' no SHOW '),
      missed('L2', '2026-05-13T08:00:00Z', 'noshow'),
      touch('L2', '2026-05-14T08:00:00Z'),
    ]);
    expect(await counted()).toMatchObject([
      { group_name: 'Ada', held: 1, missed: 1 },
      { group_name: 'Bo', held: 0, missed: 1 },
    ]);
  });

  it('count as rebooked when a meeting follows on a later day within thirty days', async () => {
    const rebooked = async (at: string) => {
      await load([missed('L1', '2026-05-13T08:00:00Z'), meeting('L1', at)]);
      return (await counted())[0]?.rebooked;
    };
    expect(await rebooked('2026-05-13T12:00:00Z')).toBe(0);
    expect(await rebooked('2026-05-14T08:00:00Z')).toBe(1);
    expect(await rebooked('2026-06-12T08:00:00Z')).toBe(1);
    expect(await rebooked('2026-06-13T08:00:00Z')).toBe(0);
  });

  it('are not rebooked by another missed one, nor by the meeting of somebody else', async () => {
    await load([
      missed('L1', '2026-05-13T08:00:00Z'),
      missed('L1', '2026-05-20T08:00:00Z'),
      meeting('L2', '2026-05-21T08:00:00Z'),
    ]);
    expect(await counted()).toMatchObject([
      { group_name: 'Ada', missed: 2, rebooked: 0 },
      { group_name: 'Bo', held: 1 },
    ]);
  });

  it('converted where an opportunity came on their day or later, by whether they were rebooked', async () => {
    await load(
      [
        missed('L1', '2026-05-13T08:00:00Z'),
        meeting('L1', '2026-05-15T08:00:00Z'),
        missed('L2', '2026-05-13T08:00:00Z'),
        missed('L2', '2026-06-13T08:00:00Z'),
      ],
      [
        { lead_id: 'L1', at: '2026-05-20T08:00:00Z' },
        { lead_id: 'L2', at: '2026-05-13T09:00:00Z' },
      ],
    );
    expect(await counted()).toMatchObject([
      { group_name: 'Ada', rebooked_converted: 1, dropped_converted: 0 },
      { group_name: 'Bo', missed: 2, rebooked_converted: 0, dropped_converted: 1 },
    ]);
  });

  it('are counted by their own day, and not after the as-of day nor by a machine', async () => {
    await load([
      missed('L1', '2026-05-13T08:00:00Z'),
      missed('L1', '2026-08-13T08:00:00Z'),
      touch('L1', '2026-05-14T08:00:00Z', { type: 'Meeting', is_automated: true }),
    ]);
    expect(await counted({ ...noFilter, to: '2026-05-13' })).toMatchObject([{ held: 0, missed: 1 }]);
    expect(await counted({ ...noFilter, from: '2026-05-14' })).toEqual([]);
  });
});
