import { describe, expect, it } from 'vitest';
import { arrivalExperimentOf, type ArrivalCounts } from '../../src/metrics/arrival-experiment.ts';
import type { ResponseCounts } from '../../src/metrics/speed-to-lead.ts';

const stratum = (
  segment: string,
  [insideK, inside]: readonly [number, number],
  [outsideK, outside]: readonly [number, number],
): ArrivalCounts => ({
  channel: 'web',
  segment,
  inside,
  inside_converted: insideK,
  outside,
  outside_converted: outsideK,
});

const waits = (group_name: string, minutes: number): ResponseCounts => ({
  group_name,
  minutes,
  contacted: 10,
  waiting: 0,
});

const slowAtNight = [waits('inside', 30), waits('outside', 900)];

describe('arrivals in and out of opening hours', () => {
  it('tell a difference within segments, weighted by those out of hours', () => {
    const found = arrivalExperimentOf(
      [stratum('SMB', [400, 1000], [60, 300]), stratum('ENT', [300, 500], [50, 100])],
      slowAtNight,
    );
    expect(found.estimate?.effect).toBeCloseTo((300 * (0.4 - 0.2) + 100 * (0.6 - 0.5)) / 400, 12);
    expect(found.crude).toBeCloseTo(700 / 1500 - 110 / 400, 12);
    expect(found.coverage).toBe(1);
    expect(found.longerMinutes).toBe(870);
    expect([found.verdict, found.direction]).toEqual(['probably', 'up']);
    expect([found.inside.k, found.inside.n, found.outside.k, found.outside.n]).toEqual([700, 1500, 110, 400]);
  });

  it('tell how far the mix of the two is apart', () => {
    const found = arrivalExperimentOf(
      [stratum('SMB', [0, 900], [0, 50]), stratum('ENT', [0, 100], [0, 50])],
      [],
    );
    expect(found.mixApart).toBeCloseTo(0.4, 12);
    expect(arrivalExperimentOf([stratum('SMB', [0, 900], [0, 0])], []).mixApart).toBeNull();
    expect(arrivalExperimentOf([], []).mixApart).toBeNull();
  });

  it('go down where more of those out of hours convert', () => {
    const found = arrivalExperimentOf([stratum('SMB', [200, 1000], [400, 1000])], slowAtNight);
    expect([found.verdict, found.direction]).toEqual(['probably', 'down']);
  });

  it('tell that there is nothing to see where the interval holds zero and no fifth of the share', () => {
    const many = arrivalExperimentOf([stratum('SMB', [3000, 10_000], [3000, 10_000])], slowAtNight);
    expect([many.verdict, many.direction]).toEqual(['usual', 'none']);
    const lessThanAFifth = arrivalExperimentOf([stratum('SMB', [3050, 10_000], [300, 1000])], slowAtNight);
    expect(lessThanAFifth.estimate?.high).toBeLessThan(0.06);
    expect(lessThanAFifth.verdict).toBe('usual');
    const aFifthAbove = arrivalExperimentOf([stratum('SMB', [324, 1000], [150, 500])], slowAtNight);
    expect(aFifthAbove.estimate?.high).toBeGreaterThan(0.2 * (474 / 1500));
    expect(aFifthAbove.verdict).toBe('cannotTell');
    const aFifthBelow = arrivalExperimentOf([stratum('SMB', [276, 1000], [150, 500])], slowAtNight);
    expect(aFifthBelow.verdict).toBe('cannotTell');
  });

  it('tell nothing where the interval holds zero and much else', () => {
    const found = arrivalExperimentOf([stratum('SMB', [30, 100], [28, 100])], slowAtNight);
    expect([found.verdict, found.direction]).toEqual(['cannotTell', 'none']);
    expect(found.estimate).not.toBeNull();
  });

  it.each([
    ['waited just as long', [waits('inside', 30), waits('outside', 30)], 0],
    ['were answered sooner', [waits('inside', 60), waits('outside', 30)], -30],
    ['were not timed', [waits('inside', 60)], null],
  ] as const)('tell nothing of speed where those out of hours %s', (_, responses, longer) => {
    const found = arrivalExperimentOf([stratum('SMB', [400, 1000], [200, 1000])], responses);
    expect(found.longerMinutes).toBe(longer);
    expect(found.verdict).toBe('cannotTell');
    expect(found.estimate).not.toBeNull();
  });

  it('show no difference where the segments compared hold fewer than half of those out of hours', () => {
    const few = [stratum('SMB', [4, 9], [60, 101]), stratum('ENT', [40, 100], [20, 99])];
    expect(arrivalExperimentOf(few, slowAtNight).estimate).toBeNull();
    const half = [stratum('SMB', [4, 9], [60, 100]), stratum('ENT', [40, 100], [20, 100])];
    expect(arrivalExperimentOf(half, slowAtNight).estimate).not.toBeNull();
  });

  it('say nothing of nobody', () => {
    const found = arrivalExperimentOf([], []);
    expect(found).toMatchObject({ estimate: null, crude: null, longerMinutes: null, verdict: 'cannotTell' });
    expect(found.inside).toEqual({ k: 0, n: 0, speed: null });
  });
});
