import { describe, expect, it } from 'vitest';
import { decisionMeasures, type Decision } from '../../../src/domain/decision.ts';
import { toEpochDay } from '../../../src/domain/local-date.ts';
import { decisionEffect } from '../../../src/metrics/decision-effect.ts';
import type { DecisionReview } from '../../../src/metrics/review/decision-review.ts';
import {
  decisionBasis,
  decisionMeasured,
  decisionMeasureNames,
  decisionsAnswer,
  decisionsDefinition,
  decisionVerdict,
} from '../../../src/sentences/review/decision-answer.ts';

const monday = toEpochDay('2026-01-05');

const weeksOf = (counts: readonly (readonly [k: number, n: number])[]) =>
  counts.map(([k, n], index) => ({ start: monday + 7 * index, k, n }));

const repeated = (count: number, k: number, n: number) =>
  Array.from({ length: count }, (): readonly [number, number] => [k, n]);

/** A review of a rate: four weeks before the decision, and so many after. */
const rate = (
  after: readonly (readonly [number, number])[],
  parts: Partial<Decision> = {},
): DecisionReview => ({
  decision: {
    id: 'a',
    text: 'Same-day calls',
    owner: null,
    decidedOn: '2026-02-02',
    dueOn: null,
    measure: 'l2oFast',
    state: 'open',
    ...parts,
  },
  effect: decisionEffect(
    { kind: 'rate', ripeDays: 14, weeks: weeksOf([...repeated(4, 10, 100), ...after]) },
    monday + 28,
    monday + 28,
  ),
  line: null,
  ripeDays: 14,
  isCounting: false,
  isOverdue: false,
});

const volume = (values: readonly number[], parts: Partial<Decision> = {}): DecisionReview => ({
  ...rate([], { measure: 'leads', ...parts }),
  effect: decisionEffect(
    {
      kind: 'volume',
      ripeDays: 0,
      weeks: weeksOf([
        ...Array.from({ length: 12 }, (_, week) => [100 + 20 * (week % 2), 1] as const),
        ...values.map((k) => [k, 1] as const),
      ]),
    },
    monday + 84,
    monday + 84,
  ),
});

const signal = volume([130, 150, 160, 400]);
const usual = volume([110, 111, 109, 110]);
const young = rate([]);
const likely = rate(repeated(4, 20, 100));

describe('what was measured of a decision', () => {
  it('is a number before and after, and what it rests on', () => {
    expect([decisionMeasured(likely, null), decisionBasis(likely)]).toEqual([
      '10.0% to 20.0%',
      '40 of 400, then 80 of 400',
    ]);
    expect([decisionMeasured(signal, null), decisionBasis(signal)]).toEqual([
      '110 to 210',
      'means of 12 weeks and 4 weeks',
    ]);
    expect(decisionMeasured(volume([130, 150, 160, 400], { measure: 'pipelineCreated' }), 'EUR')).toBe(
      '€1.1 to €2.1',
    );
  });

  it('is what is missing where nothing can be told', () => {
    expect(decisionMeasured(young, null)).toBe('0 of 4 whole weeks needed after it');
    expect(decisionMeasured(rate(repeated(4, 1, 5)), null)).toBe('20 of 30 records needed after it');
    expect(decisionBasis(young)).toBeNull();
    expect(decisionVerdict(young)).toBe('cannot tell yet, at least 6 weeks more');
    const unmeasured = { ...young, effect: null };
    expect(decisionMeasured(unmeasured, null)).toBe('These files cannot tell this number');
    expect(decisionMeasured({ ...unmeasured, isCounting: true }, null)).toBe('Being counted');
    expect(decisionBasis(unmeasured)).toBeNull();
    expect(decisionVerdict(unmeasured)).toBe('cannot be told');
  });

  it('says that too little before it will never be more', () => {
    const early = {
      ...young,
      effect: decisionEffect({ kind: 'rate', ripeDays: 14, weeks: [] }, monday, monday),
    };
    expect(decisionMeasured(early, null)).toBe('0 of 4 whole weeks needed before it');
    expect(decisionVerdict(early)).toBe('cannot be told');
  });

  it('has the verdict of its number', () =>
    expect([signal, usual, likely].map(decisionVerdict)).toEqual(['signal', 'usual variation', 'probably']));
});

describe('the answer of the decisions', () => {
  it.each([
    [[], 'No decision is written down yet'],
    [[volume([110], { state: 'dropped' })], 'Every decision was dropped'],
    [[young], 'Nothing can be told of one decision yet'],
    [[young, { ...young, effect: null }], 'Nothing can be told of two decisions yet'],
    [[signal], 'The one decision shows a signal: since “Same-day calls”, leads a week went from 110 to 210'],
    [[likely], 'The one decision shows no signal; since then the number probably changed'],
    [[usual, young], 'None of two decisions shows a signal'],
    [
      [usual, likely, young],
      'None of three decisions shows a signal; since one of them the number probably changed',
    ],
    [
      [signal, likely, usual],
      'One of three decisions shows a signal: since “Same-day calls”, leads a week went from 110 to 210',
    ],
    [
      [usual, volume([130, 150, 160, 400], { text: 'Two webinars' }), signal],
      'Two of three decisions show a signal, the latest: since “Two webinars”, leads a week went from 110 to 210',
    ],
    [
      [{ ...signal, decision: { ...signal.decision, state: 'dropped' as const } }, usual],
      'The one decision shows no signal',
    ],
  ])('says %#: how many show a signal, and names the latest', (reviews, words) =>
    expect(decisionsAnswer(reviews, 'EUR')).toBe(words),
  );

  it('never says that a decision did it', () => {
    const words = [[signal], [likely, usual], [young], []].map(
      (reviews) => `${decisionsAnswer(reviews, 'EUR')} ${decisionsDefinition(reviews)}`,
    );
    expect(words.join(' ')).not.toMatch(
      /\b(because|caused?|thanks|led to|due to|made|cut|raised|effect of)\b/,
    );
    expect(words[0]).toContain('Whatever else changed in these weeks is in the difference too.');
    expect(words[3]).toContain('A decision with a day');
  });

  it('has a name for every number that it can be measured by', () =>
    expect(Object.keys(decisionMeasureNames)).toEqual([...decisionMeasures]));
});
