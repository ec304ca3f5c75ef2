import { describe, expect, it } from 'vitest';
import { standardDefinitions } from '../../../src/domain/definition-set.ts';
import {
  agreedRest,
  stageLines,
  stagesAnswer,
  versionLine,
  type Ground,
} from '../../../src/sentences/definitions/stage-lines.ts';
import { versionChanges } from '../../../src/sentences/definitions/history-words.ts';

const ground: Ground = {
  fields: {
    leads: 1500,
    scored: 0,
    fitted: 0,
    lowest_score: null,
    highest_score: null,
    lowest_fit: null,
    highest_fit: null,
  },
  acts: [],
  reach: {
    lead: 1500,
    mql: 1100,
    sal: 766,
    sql: 326,
    opportunity: 326,
    deal: 84,
    own_mql: 781,
    own_sal: 591,
    own_sql: 0,
  },
};

const byScore = {
  ...standardDefinitions,
  name: 'Agreed',
  version: 2,
  validFrom: '2026-04-01',
  stages: { ...standardDefinitions.stages, mql: { kind: 'score', is: 'above', value: 65 } as const },
};

describe('the stages of a company', () => {
  it('are six, each with its rule in words and how many came so far', () => {
    const lines = stageLines({ ...standardDefinitions, words: { mql: 'Hot lead' } }, ground);
    expect(lines.map(({ name, reached }) => [name, reached])).toEqual([
      ['Lead', 1500],
      ['Hot lead', 1100],
      ['Accepted by sales', 766],
      ['Sales-qualified', 326],
      ['Opportunity', 326],
      ['Deal', 84],
    ]);
    expect(lines[0]?.rule).toContain('after 90 days or more');
    expect(lines[4]?.rule).toBe(
      'An opportunity in the CRM that a lead led to. It may be dated up to 1 day before the lead.',
    );
  });

  it('say what the export does not hold, stage by stage', () => {
    const missing = stageLines(byScore, ground).filter((line) => line.missing.length > 0);
    expect(missing.map(({ stage }) => stage)).toEqual(['mql', 'sql']);
  });

  it('name opportunities matched by account only where they are', () => {
    const matched = stageLines({ ...standardDefinitions, backdateDays: 0, accountMatchDays: 60 }, ground)[4];
    expect(matched?.rule).toBe(
      'An opportunity in the CRM that a lead led to. One that names only an account belongs to a lead of that account up to 60 days old.',
    );
  });

  it('are summed up by what marketing hands over', () => {
    expect(stagesAnswer(byScore, ground)).toBe(
      '1,100 of 1,500 leads became MQL: a lead does once its score is above 65',
    );
    expect(stagesAnswer(byScore, { ...ground, reach: { ...ground.reach, mql: 0 } })).toMatch(
      /^No lead became MQL yet/,
    );
    expect(stagesAnswer(byScore, { ...ground, reach: { ...ground.reach, lead: 0, mql: 0 } })).toMatch(
      /^There are no leads yet/,
    );
  });
});

describe('a version', () => {
  it('is named with its day and its owner', () => {
    expect(versionLine(standardDefinitions)).toBe('Standard v1, in force from the start, no owner named.');
    expect(versionLine({ ...byScore, owner: 'Ann' })).toBe(
      'Agreed v2, in force since 1 Apr 2026, owner Ann.',
    );
  });

  it('says what else was agreed', () => {
    const rest = new Map(agreedRest({ ...standardDefinitions, holidayCountry: 'SE' }));
    expect(rest.get('Limits')).toBe(
      'qualified within 21 days, neglected after 14 days, at most 500 open leads a person',
    );
    expect(rest.get('Public holidays')).toMatch(/^of SE/);
    expect(rest.get('Windows')).toContain('to opportunity from the data');
  });

  it('says who works by which calendar, without names, and whose holidays each keeps', () => {
    const calendar = { name: 'office', timeZone: 'Europe/Stockholm', hours: {}, holidays: [] };
    const calendars = [
      calendar,
      { ...calendar, name: 'Warsaw', timeZone: 'Europe/Warsaw', holidayCountry: 'PL', owners: ['Ann', 'Bo'] },
      { ...calendar, name: 'Desk', holidayCountry: null, owners: ['Cy'] },
    ];
    const rest = new Map(agreedRest({ ...standardDefinitions, calendars, holidayCountry: 'SE' }));
    expect(rest.get('Hours')).toBe(
      'Office (Europe/Stockholm) for everybody else, Warsaw (Europe/Warsaw) for 2 owners, Desk (Europe/Stockholm) for 1 owner',
    );
    expect(rest.get('Public holidays')).toBe(
      'of SE, of PL in Warsaw, none in Desk, and those written in the calendars',
    );
  });

  it('says what it changed of the one before', () => {
    expect(versionChanges(standardDefinitions, { ...byScore, reentryDays: 30, owner: 'Ann' })).toEqual([
      'MQL: once its score is above 65; before, once its status in the CRM says so.',
      'Changed: the days until a re-entry.',
      'Other names or another owner.',
    ]);
    expect(versionChanges(byScore, { ...byScore, name: 'Again', version: 3 })).toEqual([
      'Nothing changed but the name.',
    ]);
  });
});
