import { describe, expect, it } from 'vitest';
import { criteriaAnswer } from '../../../src/metrics/criteria-answer.ts';
import type { DiffTable, GroupChange, JointChange } from '../../../src/metrics/definition-diff.ts';
import { finalRate } from '../../../src/metrics/final-rate.ts';
import { rateOf } from '../../../src/metrics/rate-of.ts';
import type { ScoreCell, ScoreGroup } from '../../../src/metrics/score-matrix.ts';
import { strengthOf } from '../../../src/stats/cautious-strength.ts';
import { takenLeads } from '../../../src/metrics/taken-leads.ts';
import { thresholdOutcomes } from '../../../src/metrics/threshold-what-if.ts';
import {
  becameSentences,
  criteriaSentence,
  unknownWords,
} from '../../../src/sentences/definitions/criteria-words.ts';
import {
  diffAnswer,
  diffLines,
  rankWords,
  waysWords,
} from '../../../src/sentences/definitions/diff-answer.ts';
import { matrixAnswer } from '../../../src/sentences/definitions/matrix-words.ts';
import {
  levelWords,
  liftWords,
  profileAnswer,
  profileNotes,
  profileWarnings,
} from '../../../src/sentences/definitions/profile-words.ts';
import { disputedAnswer, takenAnswer } from '../../../src/sentences/definitions/taken-answer.ts';
import {
  aucWords,
  supportWords,
  thresholdAnswer,
} from '../../../src/sentences/definitions/threshold-words.ts';

const change = <Value>(before: Value, after: Value) => ({ before, after });

const joint = (before: number, after: number): JointChange => ({
  toDate: change(rateOf(before, 100), rateOf(after, 100)),
  windowed: change(rateOf(before, 100), rateOf(after, 100)),
  windowDays: change(30, 30),
});

const table: DiffTable = {
  counts: {
    leads: change(100, 100),
    inCohort: change(80, 90),
    opportunities: change(9, 9),
    deals: change(2, 2),
    imputedMql: change(0, 1),
  },
  joints: { l2o: joint(10, 12), o2d: joint(20, 20), l2d: joint(2, 3) },
  groups: [],
};

const moved = {
  appeared: 10,
  gone: 0,
  changed_month: 1,
  changed_anchor: 2,
  changed_outcome: 0,
  moved: 12,
  unmoved: 78,
};

describe('what a draft changes', () => {
  it('is the leads it moves and both joints, before and after', () => {
    expect(diffAnswer({ moved, table })).toBe(
      'The draft moves 12 of 90 leads: lead to opportunity goes from 10.0% to 12.0%, opportunity to deal stays at 20.0%',
    );
    expect(diffAnswer({ moved: { ...moved, moved: 0, unmoved: 1 }, table })).toMatch(
      /^The draft moves none of 1 lead:/,
    );
  });

  it('says where a joint cannot be measured or is too small', () => {
    const o2d = { ...joint(1, 1), windowed: change(null, rateOf(1, 4)) };
    expect(diffAnswer({ moved, table: { ...table, joints: { ...table.joints, o2d } } })).toContain(
      'opportunity to deal goes from not measurable to too few to say',
    );
  });

  it('lists every headline number, and marks those that change', () => {
    const lines = diffLines(table, null);
    expect(lines).toHaveLength(14);
    expect(lines.filter(({ isChanged }) => isChanged).map(({ label }) => label)).toEqual([
      'Leads that are counted',
      'Converted without an MQL event of their own',
      'Lead to opportunity, within it',
      'Lead to opportunity, to date',
      'Lead to deal, within it',
      'Lead to deal, to date',
    ]);
    expect(lines[6]).toMatchObject({ before: '10.0% (10 of 100)', after: '12.0% (12 of 100)' });
    expect(diffLines(table, change(rateOf(30, 60), null)).at(-1)).toEqual({
      label: 'Answered in time, last 90 days',
      before: '50.0% (30 of 60)',
      after: 'not measurable',
      isChanged: true,
    });
  });

  it('names the channels that change place, those ranked under both', () => {
    const group = (name: string, before: number | null, after: number | null): GroupChange => ({
      group: name,
      joints: table.joints,
      ranks: { l2o: change(before, after), o2d: change(1, 1), l2d: change(1, 2) },
    });
    expect(rankWords([group('Web', 2, 3), group('Event', null, 1), group('Mail', 4, 4)])).toBe(
      'Channels that change place: Web from 2nd to 3rd at lead to opportunity.',
    );
    expect(rankWords([group('Mail', 4, 4)])).toBeNull();
  });

  it('says of a lead in another month not that it is another day too', () => {
    expect(waysWords(['changed_month', 'changed_anchor'])).toBe('counts in another month');
    expect(waysWords(['changed_anchor', 'changed_outcome'])).toBe('counts from another day, ends otherwise');
  });
});

describe('two definitions at once', () => {
  const names = { first: '“MQL”', second: '“Accepted”' };
  const counts = (side: string, journeys: number, opportunities: number) => ({
    side,
    journeys,
    opportunities,
    deals: 0,
  });

  it('take so many each and agree on k of n', () => {
    const taken = takenLeads([counts('before', 100, 2), counts('both', 60, 30), counts('after', 4, 4)]);
    expect(takenAnswer(taken, names)).toBe('“MQL” takes 160 leads, “Accepted” 64; they agree on 60 of 164');
    expect(disputedAnswer(taken, names)).toEqual([
      'Of the 100 leads that only “MQL” takes, 2.0% became opportunities, probably less often than the 50.0% of those both take.',
      'Of the 4 leads that only “Accepted” takes, too few for a rate.',
    ]);
  });

  it('may take the same leads, or none', () => {
    expect(takenAnswer(takenLeads([counts('both', 1, 0)]), names)).toBe('Both take the same 1 lead');
    expect(takenAnswer(takenLeads([]), names)).toBe('Neither definition takes a lead');
    expect(disputedAnswer(takenLeads([counts('both', 9, 0)]), names)).toEqual([]);
  });
});

describe('criteria', () => {
  const counts = (meets: boolean, leads: number, mature: number, converted: number) => ({
    meets,
    leads,
    mature,
    converted,
    with_deal: 0,
    opportunities: 0,
    won: 0,
  });
  const answer = criteriaAnswer([counts(true, 100, 80, 40), counts(false, 300, 200, 10)]);

  it('are met by k of n, and both parts are told', () => {
    expect(criteriaSentence(answer, 'Q2 2026')).toBe('100 of 400 leads of Q2 2026 meet the criteria, 25.0%');
    expect(becameSentences(answer)).toEqual([
      'Of those that do, 50.0% become opportunities, of the others 5.0%: probably a real difference.',
      'None of their opportunities has had the window yet: which become deals cannot be told so far.',
    ]);
  });

  it('say nothing of a period without leads, and little of few', () => {
    expect(criteriaSentence(criteriaAnswer([]), 'Q1 2020')).toBe('No lead was created in Q1 2020');
    expect(becameSentences(criteriaAnswer([]))).toEqual([]);
    const few = criteriaAnswer([counts(true, 4, 4, 1), counts(false, 9, 9, 1)]);
    expect(becameSentences(few)[0]).toBe(
      'Of those that do, 1 of 4 become opportunities, of the others 1 of 9: too few for a rate.',
    );
  });

  it('tell of how many leads a field they look at is not known', () =>
    expect(
      unknownWords(
        { kind: 'criteria', atLeast: 1, of: [{ kind: 'score', is: 'above', value: 1 }] },
        { answer, unknown: { score: 7, fit: 400, channel: 0, segment: 3 } },
      ),
    ).toEqual(['7 of 400 leads have no score; an unknown value meets nothing.']));
});

describe('another threshold', () => {
  const score = (value: number, attempted: number) => ({
    score: value,
    leads: 100,
    converted: value,
    attempted,
    open_now: 10,
    opportunities: 10,
    won: 5,
    deals: 5,
    won_minor: 0,
  });
  const setting = { present: 60, reps: 2, repCap: 10 };
  const [high, middle] = thresholdOutcomes([score(40, 10), score(60, 100)], setting);

  it('is held against the one in force', () => {
    if (high === undefined || middle === undefined) throw new Error('no outcomes');
    expect(thresholdAnswer({ chosen: middle, present: high })).toBe(
      'From a score of 40 on instead of 60: 200 leads instead of 100, 50.0% instead of 60.0% of them opportunities',
    );
    expect(thresholdAnswer({ chosen: high, present: high })).toBe(
      'The threshold in force, 60, takes 100 leads; 60.0% become opportunities',
    );
    expect(thresholdAnswer({ chosen: middle, present: null })).toBe(
      'From a score of 40 on: 200 leads, 50.0% of them opportunities',
    );
  });

  it('is called unsupported below one that left leads unworked', () => {
    const worked = (attempted: number) => thresholdOutcomes([score(40, attempted), score(60, 100)], setting);
    expect(supportWords(worked(10), 60)).toContain('not supported by data');
    expect(supportWords(worked(90), 60)).toContain('supports lower thresholds');
    expect(supportWords(thresholdOutcomes([score(40, 0), score(60, 0)], setting), 60)).toContain(
      'Needed: activities',
    );
    expect(supportWords(worked(10), null)).toMatch(/^No single score threshold is in force/);
    expect(supportWords(thresholdOutcomes([score(60, 1)], setting), 60)).toMatch(
      /^No lead has a lower score/,
    );
  });

  it('rests on a score that is as good as it is, in words', () => {
    expect(aucWords(0.724)).toContain('the right one first 72 times');
    expect(aucWords(0.724)).not.toContain('coin.');
    expect(aucWords(0.5)).toContain('no better than a coin');
    expect(aucWords(0.3)).toContain('the wrong way round');
    expect(aucWords(null)).toContain('not known');
  });
});

describe('the ideal lead', () => {
  const lift = (k: number, n: number, value: number | null) => ({ rate: rateOf(k, n), lift: value, woe: 0 });
  const line = {
    attribute: 'size',
    level: '250+',
    lowest: null,
    highest: null,
    opportunity: lift(35, 200, 1.925),
    deal: lift(12, 200, 2.4),
    standing: { opportunity: 'above', deal: 'cannotTell' } as const,
    isTrap: false,
  };

  it('is read out line by line', () => {
    expect(`${levelWords(line)}: ${liftWords(line.opportunity)}`).toBe(
      'size 250+: 1.9 times the overall rate, 35 of 200',
    );
    expect(liftWords(lift(1, 3, null))).toBe('1 of 3');
    expect(levelWords({ ...line, level: '(blank)' })).toBe('size not known');
    expect(levelWords({ ...line, level: '(other)' })).toBe('other sizes');
    expect(levelWords({ ...line, level: '3', lowest: 70, highest: 90 })).toBe('size 70 to 90');
    expect(levelWords({ ...line, level: '3', lowest: 5, highest: 5 })).toBe('size 5');
  });

  it('is summed up by deals, else by opportunities, else by nothing', () => {
    expect(profileAnswer({ lines: [line] })).toMatch(/^Most opportunities come of size 250\+/);
    const sells = { ...line, standing: { ...line.standing, deal: 'above' as const } };
    expect(profileAnswer({ lines: [line, sells] })).toMatch(/^Most deals come of size 250\+: 2\.4 times/);
    expect(profileAnswer({ lines: [] })).toMatch(/^No attribute tells/);
  });

  it('warns of leaks, names what says nothing, and how often was looked', () => {
    expect(profileWarnings({ suspicious: ['size'] })[0]).toMatch(
      /^Warning on size: an information value above 0\.8/,
    );
    expect(profileWarnings({ suspicious: [] })).toEqual([]);
    const notes = profileNotes({ telling: ['size'], silent: ['fit'] });
    expect(notes[0]).toBe('Beyond chance, nothing is told by: fit.');
    expect(notes[1]).toMatch(/^2 attributes were looked at .* corrected/);
    expect(profileNotes({ telling: [], silent: [] })).toEqual([
      'There is nothing to look at yet: no lead has had the window.',
    ]);
  });
});

describe('fit against interest', () => {
  const cell = (fit: ScoreGroup, interest: ScoreGroup, k: number, n: number): ScoreCell => {
    const final = finalRate({ k, n }, 0.1, strengthOf([{ k, n }]), 1);
    return {
      fit,
      interest,
      l2o: rateOf(k, n),
      l2oFinal: final,
      o2d: rateOf(0, 0),
      o2dFinal: final,
      valueMinor: null,
    };
  };

  it.each<[string, number, number, number, number, RegExp]>([
    ['fit', 40, 100, 10, 100, /^Fit without interest probably beats .*: 40\.0% against 10\.0%$/],
    ['interest', 10, 100, 40, 100, /^Interest without fit probably beats .*: 40\.0% against 10\.0%$/],
    ['neither', 50, 500, 50, 500, /alike: 10\.0% against 10\.0%$/],
    ['nobody can tell of few', 3, 20, 9, 20, /cannot be told yet/],
    ['nobody can tell of fewer', 1, 3, 9, 20, /^Too few leads/],
  ])('%s is ahead', (_, k, n, otherK, otherN, words) =>
    expect(matrixAnswer([cell('high', 'low', k, n), cell('low', 'high', otherK, otherN)])).toMatch(words),
  );
});
