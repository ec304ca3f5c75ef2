import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import { agreementDrift } from '../../src/metrics/agreement-drift.ts';
import { builtDriftWords, driftWords } from '../../src/sentences/drift-words.ts';

const windows = { l2oDays: 30, o2dDays: 60, l2dDays: 90 };
const frozen = { ...standardDefinitions, windows };

describe('an agreement that definitions have moved away from', () => {
  it('says nothing while they are those that were signed, under whatever name', () => {
    const drift = agreementDrift(frozen, { ...standardDefinitions, name: 'Ours', version: 4 }, windows);
    expect(drift).toEqual({ built: [], kept: [], windows: [] });
    expect(driftWords(1, drift)).toBeUndefined();
  });

  it('names the rules that leads are built by and that changed', () => {
    const stages = { ...frozen.stages, mql: { kind: 'score', is: 'above', value: 65 } } as const;
    const drift = agreementDrift(frozen, { ...frozen, stages, reentryDays: 30 }, windows);
    expect(driftWords(2, drift)).toBe(
      'Agreement 2 is measured through leads built by the definitions of today, which differ from those signed in the rules of the stages and the days until a re-entry.',
    );
  });

  it('tells a window then and now, also where the data alone moved it', () => {
    const drift = agreementDrift(frozen, standardDefinitions, { ...windows, l2oDays: 34, l2dDays: null });
    expect(drift.windows).toEqual([
      { joint: 'l2o', signedDays: 30, nowDays: 34 },
      { joint: 'l2d', signedDays: 90, nowDays: null },
    ]);
    expect(builtDriftWords(1, drift)).toContain(
      'differ from those signed in the windows (lead to opportunity 30 days then, 34 now; lead to deal 90 days then, none now).',
    );
  });

  it('does not take a window for changed that was left to the data at the signing', () =>
    expect(agreementDrift(standardDefinitions, frozen, windows)).toEqual({
      built: [],
      kept: [],
      windows: [],
    }));

  it('tells apart what handovers are judged by, which stays as signed', () => {
    const calendars = [defaultCalendar('Europe/Warsaw')];
    const drift = agreementDrift(frozen, { ...frozen, calendars, handoverSource: 'sal' }, windows);
    expect([drift.built, drift.kept]).toEqual([[], ['handoverSource', 'calendars']]);
    expect(builtDriftWords(1, drift)).toBe('');
    expect(driftWords(1, drift)).toBe(
      'Handovers are judged as agreement 1 says; the handover and the calendars of today would be those of the next one.',
    );
  });
});
