import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../../src/domain/business-calendar.ts';
import { standardDefinitions, type DefinitionSet } from '../../../src/domain/definition-set.ts';
import type { StageRule } from '../../../src/domain/stage-rule.ts';
import { definitionsText, parseDefinitions } from '../../../src/ingest/definition-file.ts';
import {
  draftProblem,
  isChanged,
  newCondition,
  ruleOfKind,
  ruleProblem,
  signed,
  withConditions,
  withHours,
  withRule,
  withWord,
  type RuleGround,
} from '../../../src/views/definitions/draft-edits.ts';

const ground: RuleGround = {
  fields: {
    leads: 100,
    scored: 90,
    fitted: 0,
    lowest_score: 10,
    highest_score: 91,
    lowest_fit: null,
    highest_fit: null,
  },
  channels: [
    { value: 'Website', records: 60 },
    { value: 'Event', records: 40 },
  ],
  segments: [],
};

const score: StageRule = { kind: 'score', is: 'above', value: 65 };

describe('a new condition', () => {
  it('starts from what the data has', () => {
    expect(newCondition('score', ground)).toEqual({ kind: 'score', is: 'atLeast', value: 51 });
    expect(newCondition('fit', ground)).toEqual({ kind: 'fit', is: 'atLeast', value: 50 });
    expect(newCondition('channel', ground)).toEqual({ kind: 'channel', oneOf: ['Website'] });
    expect(newCondition('segment', ground)).toEqual({ kind: 'segment', oneOf: [] });
  });

  it('of the same kind is the one that is there, and several take in what was there', () => {
    expect(ruleOfKind('score', score, ground)).toBe(score);
    expect(ruleOfKind('criteria', score, ground)).toEqual({ kind: 'criteria', atLeast: 1, of: [score] });
    expect(ruleOfKind('status', score, ground)).toEqual({ kind: 'status' });
  });
});

describe('several conditions', () => {
  const three = { kind: 'criteria', atLeast: 3, of: [score, score, score] } as const;

  it('never ask for more than there are, nor for none', () => {
    expect(withConditions(three, [score, score]).atLeast).toBe(2);
    expect(withConditions(three, []).atLeast).toBe(1);
    expect(withConditions({ ...three, atLeast: 1 }, [score, score]).atLeast).toBe(1);
  });

  it('have to hold something, and name at least one value, at any depth', () => {
    expect(ruleProblem(score)).toBeNull();
    expect(ruleProblem({ ...three, of: [] })).toBe('Add at least one condition.');
    expect(ruleProblem({ ...three, of: [score, { ...three, of: [{ kind: 'segment', oneOf: [] }] }] })).toBe(
      'Choose at least one segment.',
    );
  });
});

describe('a draft', () => {
  const draft = withRule(standardDefinitions, 'mql', score);

  it('takes another rule and leaves the version in force as it is', () => {
    expect(draft.stages.mql).toBe(score);
    expect(draft.stages.sal).toBe(standardDefinitions.stages.sal);
    expect(standardDefinitions.stages.mql.kind).toBe('status');
  });

  it('differs by its rules or words, not by blanks', () => {
    expect(isChanged(standardDefinitions, draft)).toBe(true);
    expect(isChanged(standardDefinitions, withWord(standardDefinitions, 'mql', ' '))).toBe(false);
    expect(isChanged(standardDefinitions, withWord(standardDefinitions, 'mql', 'Hot'))).toBe(true);
  });

  it('cannot be used with a calendar that has no name, no zone or closes too early', () => {
    const withCalendar = (parts: object): DefinitionSet => ({
      ...draft,
      calendars: [{ ...defaultCalendar('Europe/Stockholm'), ...parts }],
    });
    expect(draftProblem(withCalendar({}))).toBeNull();
    expect(draftProblem(withCalendar({ name: ' ' }))).toBe('A calendar has no name.');
    expect(draftProblem(withCalendar({ timeZone: 'Sweden/Lund' }))).toMatch(
      /^Sweden\/Lund is not a time zone/,
    );
    expect(draftProblem(withCalendar({ hours: { 1: [['17:00', '17:00']] } }))).toBe(
      'Office hours closes before it opens.',
    );
    const twins = { ...draft, calendars: [defaultCalendar('UTC'), defaultCalendar('UTC')] };
    expect(draftProblem(twins)).toBe('Two calendars have the same name.');
    expect(draftProblem(withRule(draft, 'sql', { kind: 'channel', oneOf: [] }))).toBe(
      'Choose at least one channel.',
    );
  });

  it('is saved under its name, with an owner and words where there are any', () => {
    const { owner, words, ...saved } = signed(withWord(draft, 'mql', ' Hot '), {
      name: ' Agreed ',
      owner: ' Ann ',
      validFrom: '2026-06-30',
    });
    expect([saved.name, owner, words, saved.validFrom]).toEqual([
      'Agreed',
      'Ann',
      { mql: 'Hot' },
      '2026-06-30',
    ]);
    const bare = signed(withWord(draft, 'mql', ''), { name: '', owner: ' ', validFrom: '2026-06-30' });
    expect(bare.name).toBe('Standard');
    expect(Object.keys(bare)).not.toContain('owner');
    expect(Object.keys(bare)).not.toContain('words');
  });

  it('that is saved can be read back from its file', () => {
    const set = {
      ...signed(withWord(draft, 'deal', 'Customer'), { name: 'A', owner: 'Bo', validFrom: '2026-06-30' }),
      version: 1,
    };
    expect(parseDefinitions('a.json', definitionsText([set]))).toEqual([set]);
  });
});

describe('the hours of a weekday', () => {
  const calendar = {
    ...defaultCalendar('UTC'),
    hours: { 1: [['09:00', '12:00'] as const, ['13:00', '17:00'] as const] },
  };

  it('change in their first opening, and later ones stay', () =>
    expect(withHours(calendar, 1, ['08:00', '12:00']).hours).toEqual({
      1: [
        ['08:00', '12:00'],
        ['13:00', '17:00'],
      ],
    }));

  it('open on a day that was closed, and close altogether', () => {
    expect(withHours(calendar, 6, ['10:00', '24:00']).hours[6]).toEqual([['10:00', '24:00']]);
    expect(withHours(calendar, 1, null).hours).toEqual({});
  });
});
