import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/engine/analysis.ts';
import { slaEvidence } from '../../src/engine/sla-evidence.ts';
import { fairnessList, overdueList } from '../../src/engine/sla-lists.ts';
import { sharedEngine } from '../support/engine.ts';
import { agreementWith } from '../support/agreements.ts';
import { lead, loadCases, stage, stockholmOffice, touch, type Case } from '../support/handover-cases.ts';

const dataset = { wonOnly: false, reportTimeZone: 'Europe/Stockholm', stamp: null, currencies: ['EUR'] };

const two: readonly Partial<Case>[] = [
  {
    leads: [lead('called', { channel: 'web', segment: 'SMB', owner_id: 'Ada' })],
    stages: [stage('called', 'mql', '2026-05-11T08:00:00Z'), stage('called', 'sal', '2026-05-12T08:00:00Z')],
  },
  {
    leads: [lead('waiting', { channel: 'Referral', segment: 'SMB', owner_id: 'Bo' })],
    stages: [stage('waiting', 'mql', '2026-05-16T08:00:00Z')],
  },
];

const opened = async (cases: readonly Partial<Case>[]) => {
  const engine = await sharedEngine();
  await loadCases(...cases);
  const choices = { asOf: '2026-06-30', anchor: null };
  return { engine, analysis: await analyse(engine, dataset, choices, () => undefined) };
};

const calls: Partial<Case> = {
  touches: [
    touch('called', '2026-05-11T08:05:00Z'),
    touch('called', '2026-05-12T09:00:00Z', { direction: 'inbound', type: 'Email' }),
  ],
};

describe('the evidence below an agreement', () => {
  it('says which column is needed where no activities were exported, and still counts what needs none', async () => {
    const { engine, analysis } = await opened(two);
    const evidence = await slaEvidence(engine, analysis, stockholmOffice, null);
    expect(evidence.because).toContain('No calls, mails or meetings are among these files.');
    expect(evidence.knowsContact).toBe(false);
    expect(evidence.fairness).toMatchObject({ handovers: 2, outside: 1, merged: 0, humanMinutes: null });
    const { card } = agreementWith();
    const list = await overdueList(engine, analysis, stockholmOffice, card);
    expect(list.because).toBe(evidence.because);
    expect(list.leads).toEqual([]);
  });

  it('is compared around the first day of the agreement, else around the last 90 days', async () => {
    const { engine, analysis } = await opened([...two, calls]);
    const own = await slaEvidence(engine, analysis, stockholmOffice, null);
    expect([own.from, own.to, own.since]).toEqual(['2026-04-02', '2026-06-30', '2026-04-02']);
    const signed = await slaEvidence(engine, analysis, stockholmOffice, '2026-05-15');
    expect(signed.since).toBe('2026-05-15');
    expect(signed.guard.emptyAttempts.before).toEqual({ k: 1, n: 1 });
    expect(signed.guard.emptyAttempts.after).toEqual({ k: 0, n: 0 });
    expect(signed.knowsContact).toBe(true);
    expect(signed.because).toBeNull();
  });

  it('has a step for each stage that the data record, and none for others', async () => {
    const { engine, analysis } = await opened([...two, calls]);
    const { acceptance } = await slaEvidence(engine, analysis, stockholmOffice, null);
    for (const { cells } of acceptance) expect(cells.map(({ to }) => to)).toEqual(['sal']);
  });

  it('lists the overdue at the rates of the card, and the records behind fairness', async () => {
    const { engine, analysis } = await opened([...two, calls]);
    const { card } = agreementWith();
    const list = await overdueList(engine, analysis, stockholmOffice, card);
    expect(list.leads.map(({ lead_id, value_minor }) => [lead_id, value_minor])).toEqual([
      ['waiting', 118_000],
    ]);
    expect(list.owners.map(({ owner, leads }) => [owner, leads])).toEqual([['Bo', 1]]);
    const records = await fairnessList(engine, analysis, stockholmOffice, 'outOfHours');
    expect(records.map(({ record_id }) => record_id)).toEqual(['waiting']);
  });
});
