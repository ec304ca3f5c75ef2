import { describe, expect, it } from 'vitest';
import { leadValueStudy } from '../calibration/lead-value-study.ts';
import { runStudy } from '../calibration/study.ts';

/** `FULL=1` draws 2,000 worlds of each kind instead of the fast subset. */
const worlds = process.env['FULL'] === '1' ? 2000 : 200;

describe('the 95 % range of a value holds the true one', () => {
  it.each([
    ['differ a little', 0.5],
    ['differ much', 1],
  ])('between 93 and 97 times in a hundred where channels and segments %s', (_, apart) => {
    const { coverage } = runStudy(leadValueStudy(apart), worlds);
    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
  });

  it('and not less often where they do not differ at all, where the range is wider than it need be', () =>
    expect(runStudy(leadValueStudy(0), worlds).coverage).toBeGreaterThan(0.95));
});
