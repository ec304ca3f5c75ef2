import { describe, expect, it } from 'vitest';
import { leadToOpportunity } from '../../src/metrics/lead-to-opportunity.ts';
import { verdictLabels, verdictSentence } from '../../src/metrics/verdict.ts';

describe('the words of a verdict', () => {
  it('claim a move only where the chart shows one', () => {
    expect(verdictSentence(leadToOpportunity, 'signal', 'up')).toBe(
      'The share of leads that become opportunities rose beyond its usual variation.',
    );
    expect(verdictSentence(leadToOpportunity, 'signal', 'down')).toBe(
      'The share of leads that become opportunities fell beyond its usual variation.',
    );
    expect(verdictSentence(leadToOpportunity, 'signal', 'none')).toBe(
      'The share of leads that become opportunities moved beyond its usual variation.',
    );
  });

  it('say probably, and that nothing else confirms it', () => {
    expect(verdictSentence(leadToOpportunity, 'probably', 'down')).toBe(
      'The share of leads that become opportunities probably fell; no other check confirms it yet.',
    );
  });

  it('name no way where none can be told', () => {
    expect(verdictSentence(leadToOpportunity, 'cannotTell', 'up')).toBe(
      'Whether the share of leads that become opportunities moved cannot be told yet.',
    );
    expect(verdictSentence(leadToOpportunity, 'usual', 'up')).toBe(
      'The share of leads that become opportunities stays within its usual variation.',
    );
  });

  it('have a short name each', () => {
    expect(verdictLabels).toEqual({
      signal: 'signal',
      probably: 'probably',
      cannotTell: 'cannot tell yet',
      usual: 'usual variation',
    });
  });
});
