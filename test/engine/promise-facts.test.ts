import { beforeAll, describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../src/engine/analysis.ts';
import { noChoices } from '../../src/engine/no-choices.ts';
import { promiseFacts } from '../../src/engine/promise-facts.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { agreementWith } from '../support/agreements.ts';
import { sharedEngine } from '../support/engine.ts';
import { lead, loadCases, stage, touch } from '../support/handover-cases.ts';

const monday = '2026-05-11';

/** Three leads handed over on a Monday at ten in Stockholm and called at half past eleven. */
const three = {
  leads: [
    { ...lead('a'), segment: 'Enterprise' },
    { ...lead('b'), segment: 'Enterprise' },
    { ...lead('c'), segment: 'Small' },
  ],
  stages: ['a', 'b', 'c'].map((id) => stage(id, 'mql', `${monday}T08:00:00Z`)),
  touches: ['a', 'b', 'c'].map((id) => touch(id, `${monday}T09:30:00Z`)),
};

const agreement = agreementWith({
  startsOn: '2026-05-01',
  marketing: { firstMonth: '2026-05-01', valueMinor: 100_000, growth: 0, o2dFloor: null },
  sales: {
    ...agreementWith().sales,
    responseMinutes: 60,
    bySegment: [{ segment: 'Enterprise', responseMinutes: 120, attempts: 1 }],
  },
});

describe('promises that were signed', () => {
  let engine: QueryEngine;
  let analysis: Analysis;

  beforeAll(async () => {
    engine = await sharedEngine();
    await loadCases(three);
    const facts = { wonOnly: false, reportTimeZone: 'Europe/Stockholm', stamp: null, currencies: ['EUR'] };
    analysis = await analyse(engine, facts, { ...noChoices, asOf: '2026-05-31' }, () => undefined);
  });

  const answered = async (agreements: Parameters<typeof promiseFacts>[2]) => {
    const { sla, marketing } = await promiseFacts(engine, analysis, agreements);
    return { signed: sla.signed, kept: sla.weeks.map(({ met, due }) => [met, due]), marketing };
  };

  it('are what the leads of each segment are measured by', async () =>
    expect(await answered([agreement])).toMatchObject({
      signed: { version: 1, startsOn: '2026-05-01', attainment: 0.9 },
      kept: [[2, 3]],
    }));

  it('value what marketing delivered at the rates that were frozen', async () =>
    // No rate of the card is of their channel, so each is worth what all leads are.
    expect((await answered([agreement])).marketing?.months).toEqual([
      {
        month: '2026-05-01',
        leads: 3,
        leadsWithoutValue: 0,
        grossMinor: 180_000,
        returnedMinor: 0,
        deliveredMinor: 180_000,
      },
    ]));

  it('do not count before they start, nor without a whole week since', async () => {
    const usual = { signed: null, kept: [[0, 3]], marketing: null };
    expect(await answered([])).toEqual(usual);
    expect(await answered([{ ...agreement, startsOn: '2026-06-01' }])).toEqual(usual);
  });

  it('keep the event of handing over that was frozen with them', async () => {
    const frozen = { ...agreement.definitions, handoverSource: 'sal' as const };
    // No lead was accepted, so none was handed over.
    expect((await answered([{ ...agreement, definitions: frozen }])).kept).toEqual([]);
  });

  it('run in the hours of the agreement, closed on the holidays of its country', async () => {
    const { calendar } = (
      await promiseFacts(engine, analysis, [
        { ...agreement, definitions: { ...agreement.definitions, holidayCountry: 'SE' } },
      ])
    ).sla;
    expect(calendar.holidays).toContain('2026-05-01');
    expect(calendar.holidays).toContain('2027-12-25');
  });
});
