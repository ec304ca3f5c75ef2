import { beforeAll, describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import { standardDefinitions, type DefinitionSet } from '../../src/domain/definition-set.ts';
import { analyse, type Analysis } from '../../src/engine/analysis.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { definitionDiff } from '../../src/engine/definition-diff.ts';
import { handoversInForce } from '../../src/engine/handovers-in-force.ts';
import { noChoices } from '../../src/engine/no-choices.ts';
import { ownerCalendars } from '../../src/engine/owner-calendars.ts';
import { promiseFacts } from '../../src/engine/promise-facts.ts';
import { promiseHistory } from '../../src/engine/promise-history.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { neverOpenCalendars } from '../../src/engine/response-gap.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { agreementWith } from '../support/agreements.ts';
import { sharedEngine } from '../support/engine.ts';
import { handoverRows, lead, loadCases, stage, touch } from '../support/handover-cases.ts';
import { businessMinutes, OFFICE_HOURS, type NaiveCalendar } from '../support/naive/business-clock.ts';

/** Handed over on the afternoon before Ascension Day and called on the Friday after it: a holiday in Sweden, not in Poland. */
const handedOver = '2026-05-13T13:30:00Z';
const called = '2026-05-15T08:00:00Z';
const owners = ['Ann', 'Bo', 'Cy'];

const cases = {
  leads: owners.map((owner) => lead(owner, { owner_id: owner })),
  stages: owners.map((owner) => stage(owner, 'mql', handedOver)),
  touches: owners.map((owner) => touch(owner, called)),
};

const sweden = { ...defaultCalendar('Europe/Stockholm'), name: 'Sweden' };
const poland = { ...defaultCalendar('Europe/Warsaw'), name: 'Poland', holidayCountry: 'PL', owners: ['Bo'] };
const london = {
  ...defaultCalendar('Europe/London'),
  name: 'London desk',
  hours: { 3: [['10:00', '18:00']], 5: [['07:00', '12:00']] } as const,
  holidayCountry: null,
  owners: ['Cy'],
};

const agreed: DefinitionSet = {
  ...standardDefinitions,
  calendars: [sweden, poland, london],
  holidayCountry: 'SE',
};

/** The same calendars by hand, for a clock that looks at one day after the other. */
const naive: Readonly<Record<string, NaiveCalendar>> = {
  Ann: { ...OFFICE_HOURS, holidays: ['2026-05-14'] },
  Bo: { ...OFFICE_HOURS, timeZone: 'Europe/Warsaw' },
  Cy: {
    timeZone: 'Europe/London',
    hours: { '3': [['10:00', '18:00']], '5': [['07:00', '12:00']] },
    holidays: [],
  },
};

const minutesBy = (owner: string): number | undefined => {
  const calendar = naive[owner];
  return calendar && businessMinutes(calendar, Date.parse(handedOver), Date.parse(called));
};

const facts = { wonOnly: false, reportTimeZone: 'Europe/Stockholm', stamp: null, currencies: ['EUR'] };

describe('owners with calendars of their own', () => {
  let engine: QueryEngine;

  const analysed = (set: DefinitionSet): Promise<Analysis> =>
    analyse(engine, facts, { ...noChoices, asOf: '2026-05-31', agreed: [set] }, () => undefined);

  const minutesUnder = async (
    analysis: Analysis,
    agreements: Parameters<typeof handoversInForce>[1] = [],
  ): Promise<Readonly<Record<string, number | null>>> => {
    const { rules } = await handoversInForce(analysis, agreements);
    await buildHandovers(engine, analysis.definitions, analysis.reportTimeZone, rules);
    const rows = await engine.ask(handoverRows);
    return Object.fromEntries(rows.map((row) => [row.owner, row.response_bmin]));
  };

  beforeAll(async () => {
    engine = await sharedEngine();
    await loadCases(cases);
  });

  it('have different business minutes for the same handover, those of a clock that counts day by day', async () => {
    const minutes = await minutesUnder(await analysed(agreed));
    expect(minutes).toEqual({ Ann: minutesBy('Ann'), Bo: minutesBy('Bo'), Cy: minutesBy('Cy') });
    expect(minutes).toEqual({ Ann: 150, Bo: 630, Cy: 330 });
  });

  it('keep the calendars that an agreement froze, whatever the definitions have become', async () => {
    const frozen = agreementWith({
      startsOn: '2026-05-01',
      definitions: agreed,
      calendar: sweden,
    });
    const minutes = await minutesUnder(await analysed(standardDefinitions), [frozen]);
    expect(minutes).toEqual({ Ann: 150, Bo: 630, Cy: 330 });
  });

  it('work by the first calendar again where nobody names them', async () => {
    const unnamed = { ...agreed, calendars: [sweden, { ...poland, owners: [] }] };
    expect(await minutesUnder(await analysed(unnamed))).toEqual({ Ann: 150, Bo: 150, Cy: 150 });
  });

  it('keep the holidays of their own country in every year of the data and the one after', async () => {
    const { usual, byOwner } = await ownerCalendars(await analysed(agreed), null);
    expect(usual.holidays).toContain('2026-06-06');
    expect(usual.holidays).not.toContain('2026-05-03');
    expect(byOwner.get('Bo')?.holidays).toContain('2027-05-03');
    expect(byOwner.get('Cy')?.holidays).toEqual([]);
    expect(byOwner.has('Ann')).toBe(false);
  });

  it('are told by number in the review, and the negotiation freezes the usual hours of today', async () => {
    const analysis = await analysed(agreed);
    const { sla } = await promiseFacts(engine, analysis);
    expect(sla.ownHours.map(({ calendar, owners: number }) => [calendar.name, number])).toEqual([
      ['Poland', 1],
      ['London desk', 1],
    ]);
    const old = agreementWith({ startsOn: '2026-05-01' });
    const { rules, calendar } = await promiseHistory(engine, analysis, [old]);
    expect([rules.calendars.usual.name, calendar.name]).toEqual(['Office hours', 'Sweden']);
  });

  it('move the share answered in time, which the diff of the definitions shows', async () => {
    const promised = { ...agreed, sla: { ...agreed.sla, responseMinutes: 180 } };
    const before = await analysed({ ...promised, calendars: [sweden] });
    const diff = await definitionDiff(
      engine,
      before,
      { anchor: null, agreed: [promised] },
      { by: 'channel', listed: 0 },
      () => undefined,
    );
    expect(diff.answered).toMatchObject({ before: { k: 3, n: 3 }, after: { k: 1, n: 3 } });
    expect(diff.moved.moved).toBe(0);
    const same = { ...promised, calendars: [sweden], name: 'Renamed' };
    const renamed = await definitionDiff(
      engine,
      await analysed({ ...promised, calendars: [sweden] }),
      { anchor: null, agreed: [same] },
      { by: 'channel', listed: 0 },
      () => undefined,
    );
    expect(renamed.answered).toBeNull();
  });

  it('whose zone changed at a date are judged by the zone of today throughout', async () => {
    const moved: DefinitionSet = {
      ...agreed,
      version: 2,
      validFrom: '2026-05-14',
      calendars: [{ ...sweden, timeZone: 'America/New_York', holidayCountry: null }],
    };
    const history = { ...noChoices, asOf: '2026-05-31', agreed: [agreed, moved] as const };
    const analysis = await analyse(engine, facts, history, () => undefined);
    const newYork = { ...OFFICE_HOURS, timeZone: 'America/New_York' };
    const minutes = businessMinutes(newYork, Date.parse(handedOver), Date.parse(called));
    expect(await minutesUnder(analysis)).toEqual({ Ann: minutes, Bo: minutes, Cy: minutes });
    const earlier = await analyse(engine, facts, { ...history, asOf: '2026-05-13' }, () => undefined);
    expect((await ownerCalendars(earlier, null)).usual.timeZone).toBe('Europe/Stockholm');
  });

  it.each([
    ['closed all week', { hours: {} }],
    [
      'closed on a holiday every day',
      { holidays: Array.from({ length: 4000 }, (_, index) => addDays('2026-01-01', index)) },
    ],
  ])('%s are told that nothing can ever be due, and what to change', async (_, parts) => {
    const shut = { ...standardDefinitions, calendars: [{ ...sweden, ...parts }] };
    const analysis = await analysed(shut);
    const { sla, leaks } = await promiseFacts(engine, analysis);
    expect(sla.because).toContain('The calendar “Sweden” is not open on any day of the data');
    expect(sla.because).toContain('on the page of definitions');
    expect([sla.weeks, leaks.because]).toEqual([[], sla.because]);
    const { sales } = await promiseHistory(engine, analysis, []);
    expect([sales.because, sales.cube]).toEqual([sla.because, []]);
  });

  it('closed all week leave the others measured', async () => {
    const calendars = [sweden, { ...poland, hours: {} }];
    const analysis = await analysed({ ...agreed, calendars });
    const { sla } = await promiseFacts(engine, analysis);
    expect([sla.because, sla.weeks.map(({ met, due }) => [met, due])]).toEqual([null, [[0, 2]]]);
    const { rules } = await handoversInForce(analysis, []);
    expect(neverOpenCalendars(rules.calendars, '2026-05-08', '2026-05-31')).toEqual(['Poland']);
  });

  it('closed on the few days of young data are not taken for closed for ever', () => {
    const weekend = { usual: sweden, byOwner: new Map() };
    expect(neverOpenCalendars(weekend, '2026-05-09', '2026-05-10')).toEqual([]);
  });
});
