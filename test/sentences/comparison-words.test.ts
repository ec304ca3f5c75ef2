import { describe, expect, it } from 'vitest';
import { comparison, type ComparisonSide } from '../../src/metrics/comparison.ts';
import {
  causeWords,
  comparisonHeadline,
  differenceWords,
  reversalWords,
  sameMixWords,
} from '../../src/sentences/comparison-words.ts';

const side = (name: string, ...parts: readonly (readonly [string, number, number])[]): ComparisonSide => ({
  name,
  parts: parts.map(([group, k, n]) => ({ group, k, n })),
});
const names = { a: 'with Web', b: 'with Event', joint: 'l2o' } as const;
const of = (kA: number, nA: number, kB: number, nB: number) =>
  comparison(side('Web', ['Small', kA, nA]), side('Event', ['Small', kB, nB]));

describe('the answer of a comparison', () => {
  it('says more or fewer only where the interval of the difference leaves zero out, and then probably', () => {
    expect(comparisonHeadline(of(100, 1000, 200, 1000), names)).toBe(
      'Probably more leads become opportunities with Event than with Web: 20.0% against 10.0%',
    );
    expect(comparisonHeadline(of(200, 1000, 100, 1000), { ...names, joint: 'o2d' })).toBe(
      'Probably fewer opportunities become deals with Event than with Web: 10.0% against 20.0%',
    );
  });

  it('says that chance explains a small difference', () =>
    expect(comparisonHeadline(of(100, 1000, 102, 1000), names)).toBe(
      'About as many leads become opportunities with Event as with Web: 10.2% against 10.0%, no more apart than chance explains',
    ));

  it('says that few cannot tell, and that nothing is nothing', () => {
    expect(comparisonHeadline(of(2, 29, 20, 100), names)).toBe(
      'Whether more leads become opportunities with Event than with Web cannot be told: 20.0% against 6.9%',
    );
    expect(comparisonHeadline(of(0, 0, 20, 100), names)).toBe('There are no leads on one side to compare');
  });
});

describe('the numbers of a comparison in words', () => {
  it('have their sign and their interval', () => {
    expect(differenceWords(of(100, 1000, 200, 1000))).toMatch(
      /^\+10\.0 points \(95 % interval \+\d+\.\d to \+\d+\.\d\)$/,
    );
    expect(differenceWords(of(0, 0, 1, 9))).toBe('none');
    expect(sameMixWords(of(200, 1000, 100, 1000))).toBe('−10.0 points (10.0% against 20.0%)');
    expect(sameMixWords(of(0, 0, 1, 9))).toBe('none');
  });

  it('tell a cause through the mix from one through the rate', () => {
    expect(causeWords({ kind: 'mix', group: 'Large', effect: 0.0123, a: 0.2, b: 0.5 })).toBe(
      'Large is 50.0% of B and 20.0% of A: +1.2 points through the mix.',
    );
    expect(causeWords({ kind: 'rate', group: 'Large', effect: -0.02, a: 0.3, b: null })).toBe(
      'Of Large 0.0% convert in B and 30.0% in A: −2.0 points through the rate.',
    );
  });

  it('warn where the total contradicts its parts', () => {
    const result = of(100, 1000, 200, 1000);
    expect(reversalWords(result, 'segment')).toBe('');
    expect(reversalWords({ ...result, reversal: 'strong' }, 'segment')).toMatch(
      /^Careful: in every segment with 30 or more .* Compare within each segment\.$/,
    );
    expect(reversalWords({ ...result, reversal: 'weak' }, 'channel')).toBe(
      'Careful: the rates within the channels do not go the way of the total. The mix makes the difference.',
    );
  });
});
