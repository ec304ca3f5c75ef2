import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import { definitionsText, parseDefinitions } from '../../src/ingest/definition-file.ts';
import { ImportError } from '../../src/ingest/ledger.ts';
import { anyHistory } from '../support/definition-arbitraries.ts';

const refusal = (content: string): string => {
  try {
    parseDefinitions('agreed.json', content);
  } catch (cause) {
    if (cause instanceof ImportError) return cause.message;
    throw cause;
  }
  return 'accepted';
};

const standard = { ...standardDefinitions, validFrom: '2026-01-01' };

/** A file of one version with other parts. */
const fileWith = (parts: object): string =>
  JSON.stringify({ definitions: 1, versions: [{ ...standard, ...parts }] });

const withRule = (mql: unknown): string => fileWith({ stages: { ...standard.stages, mql } });

const withCalendar = (parts: object): string =>
  fileWith({ calendars: [{ name: 'Office', timeZone: 'UTC', hours: {}, holidays: [], ...parts }] });

describe('a file of definitions', () => {
  it('says after being saved and opened what it said before, byte for byte', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const text = definitionsText(history);
        const opened = parseDefinitions('agreed.json', text);
        expect(opened).toEqual(JSON.parse(JSON.stringify(history)));
        expect(definitionsText(opened)).toBe(text);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('may be written as the README shows', () => {
    const readme = readFileSync('README.md', 'utf8');
    const shown = /```json\n(\{\n  "definitions"[^`]*)```/.exec(readme)?.[1] ?? '';
    const [{ stages }] = parseDefinitions('README.md', shown);
    expect(stages.mql).toEqual({ kind: 'score', is: 'above', value: 65 });
    expect(stages.sql).toMatchObject({ kind: 'criteria', atLeast: 2 });
  });

  it('is the same text whatever the order in which its parts were set', () => {
    const turned = Object.fromEntries(Object.entries(standard).toReversed()) as typeof standard;
    expect(definitionsText([turned])).toBe(definitionsText([standard]));
  });

  it('is not written where it could not be opened again', () => {
    expect(() => definitionsText([{ ...standard, reentryDays: 0 }])).toThrow('1 or more');
  });

  it.each([
    ['text that is no JSON', '{', 'agreed.json is not valid JSON. Correct it, or save the definitions again'],
    ['a number', '7', '"the whole file" must be an object, not 7'],
    ['nothing', '{}', '"definitions" is missing'],
    [
      'a list of versions as a version',
      JSON.stringify({ definitions: 1, versions: [7] }),
      '"versions.0" must be an object, not 7',
    ],
    [
      'another version of the file',
      JSON.stringify({ definitions: 2, versions: [standard] }),
      '"definitions" must be 1',
    ],
    [
      'no version',
      JSON.stringify({ definitions: 1, versions: [] }),
      '"versions" must hold at least one version',
    ],
    [
      'an unknown rule',
      withRule({ kind: 'mood' }),
      '"versions.0.stages.mql.kind" must be one of status, score',
    ],
    ['a rule without a kind', withRule({ value: 65 }), '"versions.0.stages.mql.kind" must be one of'],
    [
      'a score without strictness',
      withRule({ kind: 'score', is: '>', value: 65 }),
      'mql.is" must be above or atLeast',
    ],
    [
      'a score that is text',
      withRule({ kind: 'score', is: 'above', value: '65' }),
      'mql.value" must be a number',
    ],
    ['a channel rule without channels', withRule({ kind: 'channel', oneOf: [] }), 'at least one value'],
    [
      'acts that need not happen',
      withRule({ kind: 'acts', types: [], direction: 'any', count: 0 }),
      'whole number, 1 or more',
    ],
    [
      'half an act',
      withRule({ kind: 'acts', types: [], direction: 'any', count: 1.5 }),
      'whole number, 1 or more',
    ],
    [
      'an unknown direction',
      withRule({ kind: 'acts', types: [], direction: 'up', count: 1 }),
      'inbound, outbound or any',
    ],
    [
      'criteria that nothing fulfils',
      withRule({ kind: 'criteria', atLeast: 2, of: [{ kind: 'status' }] }),
      '"versions.0.stages.mql" asks for 2 conditions of 1, which nothing can fulfil',
    ],
    [
      'an unknown rule within criteria',
      withRule({ kind: 'criteria', atLeast: 1, of: [{ kind: 'mood' }] }),
      '"versions.0.stages.mql.of.0.kind" must be one of',
    ],
    [
      'a day that does not exist',
      fileWith({ validFrom: '2026-02-30' }),
      '"versions.0.validFrom" must be a date that exists',
    ],
    ['half a version', fileWith({ version: 1.5 }), '"versions.0.version" must be a whole number, 1 or more'],
    [
      'a window of no days',
      fileWith({ windows: { ...standard.windows, l2oDays: 0 } }),
      'windows.l2oDays" must be a whole number',
    ],
    ['an unknown anchor', fileWith({ anchor: 'sal' }), '"versions.0.anchor" must be created, mql or null'],
    ['an unknown handover', fileWith({ handoverSource: 'sql' }), 'handoverSource" must be mql or sal'],
    [
      'no days to re-enter',
      fileWith({ reentryDays: 0 }),
      '"versions.0.reentryDays" must be a whole number, 1 or more',
    ],
    [
      'days back below none',
      fileWith({ backdateDays: -1 }),
      'backdateDays" must be a whole number, 0 or more',
    ],
    ['a country in words', fileWith({ holidayCountry: 'Sweden' }), 'holidayCountry" must be a country code'],
    [
      'an unknown zone',
      fileWith({ reportTimeZone: 'Stockholm' }),
      'reportTimeZone" must be a time zone such as',
    ],
    ['a part that is none', fileWith({ colour: 'red' }), '"versions.0.colour" does not belong there'],
    [
      'an hour that does not exist',
      withCalendar({ hours: { 1: [['09:00', '25:00']] } }),
      'hours.1.0.1" must be a time from 00:00 to 24:00',
    ],
    [
      'a day that opens at its end',
      withCalendar({ hours: { 1: [['24:00', '24:00']] } }),
      'hours.1.0.0" must be a time from 00:00 to 23:59',
    ],
    [
      'a day that closes before it opens',
      withCalendar({ hours: { 1: [['17:00', '09:00']] } }),
      'hours.1.0" must close after it opens',
    ],
    [
      'a day that closes as it opens',
      withCalendar({ hours: { 1: [['09:00', '09:00']] } }),
      'must close after it opens',
    ],
    [
      'an eighth weekday',
      withCalendar({ hours: { 8: [] } }),
      '"versions.0.calendars.0.hours.8" does not belong there',
    ],
    [
      'a holiday that does not exist',
      withCalendar({ holidays: ['2026-06-31'] }),
      'holidays.0" must be a date that exists',
    ],
    [
      'a calendar of no zone',
      withCalendar({ timeZone: 'here' }),
      'calendars.0.timeZone" must be a time zone',
    ],
    [
      'two calendars of one name',
      fileWith({ calendars: ['A', 'A'].map((name) => ({ name, timeZone: 'UTC', hours: {}, holidays: [] })) }),
      'must not name two calendars alike',
    ],
    [
      'an owner who works by two calendars',
      fileWith({
        calendars: ['A', 'B'].map((name) => ({
          name,
          timeZone: 'UTC',
          hours: {},
          holidays: [],
          owners: ['Ann'],
        })),
      }),
      'must not name an owner twice',
    ],
    [
      'the holidays of a country in words',
      withCalendar({ holidayCountry: 'Poland' }),
      'calendars.0.holidayCountry" must be a country code',
    ],
    [
      'two versions of one day',
      JSON.stringify({ definitions: 1, versions: [standard, { ...standard, version: 2 }] }),
      '"versions" must be in the order of validFrom, each on a later day',
    ],
    [
      'two versions of one number',
      JSON.stringify({ definitions: 1, versions: [standard, { ...standard, validFrom: '2026-02-01' }] }),
      '"versions" must have rising version numbers',
    ],
  ])('with %s is refused with the place and what belongs there', (_, content, words) => {
    expect(refusal(content)).toContain(words);
    expect(refusal(content)).toContain('agreed.json');
    expect(refusal(content)).toMatch(/Correct it|open it again/);
  });

  it.each([64, 5000])(
    'that nests its criteria %i deep is refused and does not exhaust the reader',
    (depth) => {
      const open = '{"kind":"criteria","atLeast":1,"of":['.repeat(depth);
      const nested = `${open}{"kind":"status"}${']}'.repeat(depth)}`;
      const content = withRule('RULE').replace('"RULE"', nested);
      expect(refusal(content)).toContain('nests more than 64 deep');
    },
  );

  it('says of a calendar who works by it and whose holidays it keeps, and may leave both out', () => {
    const calendar = { name: 'A', timeZone: 'UTC', hours: {}, holidays: [] };
    const own = { ...calendar, name: 'B', holidayCountry: null, owners: ['Ann', 'Bo'] };
    const [{ calendars }] = parseDefinitions('agreed.json', fileWith({ calendars: [calendar, own] }));
    expect(calendars).toEqual([calendar, own]);
  });

  it('may close a day at midnight, and name a channel that is empty', () => {
    expect(refusal(withCalendar({ hours: { 7: [['00:00', '24:00']] } }))).toBe('accepted');
    expect(refusal(withRule({ kind: 'channel', oneOf: ['(blank)'] }))).toBe('accepted');
  });
});
