import { describe, expect, it } from 'vitest';
import { slaEffect, slaEffectLabel, slaEffectMetric } from '../../src/metrics/sla-effect.ts';

const stratum = (met: readonly [number, number], missed: readonly [number, number]) => ({
  channel: 'website',
  segment: 'SMB',
  met: { k: met[0], n: met[1] },
  missed: { k: missed[0], n: missed[1] },
});

describe('the effect of answering in time', () => {
  it('is probably there where the interval leaves zero out', () => {
    expect(slaEffect([stratum([300, 600], [200, 600])])).toMatchObject({
      verdict: 'probably',
      direction: 'up',
      coverage: 1,
      strataUsed: 1,
    });
    expect(slaEffect([stratum([200, 600], [300, 600])])).toMatchObject({
      verdict: 'probably',
      direction: 'down',
    });
  });

  it('cannot be told where the interval covers zero, and is shown', () => {
    const found = slaEffect([stratum([11, 40], [10, 40])]);
    expect(found).toMatchObject({ verdict: 'cannotTell', direction: 'none' });
    expect(found.estimate?.effect).toBeCloseTo(0.025, 12);
  });

  it('is not shown where fewer than half of the missed leads are in strata that can be compared', () => {
    const half = slaEffect([stratum([300, 600], [200, 600]), stratum([1, 2], [1, 600])]);
    expect(half.coverage).toBe(0.5);
    expect(half.estimate).not.toBeNull();
    const less = slaEffect([stratum([300, 600], [200, 600]), stratum([1, 2], [1, 601])]);
    expect(less).toMatchObject({ estimate: null, verdict: 'cannotTell', direction: 'none', strataUsed: 1 });
    expect(less.crude).not.toBeNull();
  });

  it('cannot be told where no lead was missed', () => {
    expect(slaEffect([])).toMatchObject({ estimate: null, coverage: null, verdict: 'cannotTell' });
  });

  it('says that it is an association', () => {
    expect(slaEffectLabel).toContain('Association');
    expect(slaEffectMetric.measure).toBe('share');
  });
});
