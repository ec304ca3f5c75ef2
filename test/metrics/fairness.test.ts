import { describe, expect, it } from 'vitest';
import { agreementMetrics } from '../../src/metrics/agreement-metrics.ts';
import { acceptanceMatrix } from '../../src/metrics/acceptance.ts';
import { fairnessOf } from '../../src/metrics/fairness.ts';
import {
  cellValuesOf,
  overdueTemplate,
  overdueTemplateCalendar,
  withOverdueTerms,
} from '../../src/metrics/overdue.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { agreementWith } from '../support/agreements.ts';

const counts = {
  handovers: 100,
  day_only: 3,
  outside: 20,
  records: 250,
  persons: 240,
  outbound: 900,
  automated: 400,
};

const table = (minutes: number, contacted: number, waiting = 0) => ({
  group_name: 'x',
  minutes,
  contacted,
  waiting,
});

describe('what is fair to hold against sales', () => {
  const fairness = fairnessOf(
    counts,
    [table(10, 3), table(600, 2)],
    [table(45, 3), table(90, 1, 4)],
    [
      { owner: 'Ada', leads: 500 },
      { owner: 'Bo', leads: 501 },
      { owner: 'Cai', leads: 620 },
      { owner: '(blank)', leads: 700 },
    ],
    500,
  );

  it('tells the delay of the system apart from that of people', () => {
    expect([fairness.systemMinutes, fairness.systemLeads, fairness.humanMinutes]).toEqual([10, 5, 90]);
  });

  it('counts what lies beyond the cap of each owner, and leads of nobody apart', () => {
    expect([fairness.overCap, fairness.ownersOverCap, fairness.unowned]).toEqual([121, 2, 700]);
  });

  it('counts merged records, and passes on what was counted', () => {
    expect(fairness).toMatchObject({
      merged: 10,
      outside: 20,
      dayOnly: 3,
      outbound: 900,
      automated: 400,
      handovers: 100,
    });
  });

  it('knows no delay without times of day', () =>
    expect(fairnessOf(counts, [], [], [], 500)).toMatchObject({
      systemMinutes: null,
      systemLeads: 0,
      humanMinutes: null,
      overCap: 0,
    }));
});

describe('what sales accepts', () => {
  const rows = acceptanceMatrix(
    [
      { segment: 'SMB', mql: 100, sal: 30, sql: 8, opportunity: 5 },
      { segment: 'ENT', mql: 200, sal: 150, sql: 29, opportunity: 20 },
      { segment: 'MID', mql: 100, sal: 52, sql: 40, opportunity: 40 },
    ],
    ['mql', 'sal', 'sql', 'opportunity'],
  );

  it('has the largest segment first, equal ones by name', () =>
    expect(rows.map(({ segment }) => segment)).toEqual(['ENT', 'MID', 'SMB']));

  it('is what the interval of the share leaves on one side of a half, of 30 leads at least', () => {
    expect(rows.map(({ cells }) => cells.map(({ verdict }) => verdict))).toEqual([
      ['accept', 'nurture', 'cannotTell'],
      ['cannotTell', 'accept', 'accept'],
      ['nurture', 'nurture', 'cannotTell'],
    ]);
    expect(rows[0]?.cells[0]).toMatchObject({ from: 'mql', to: 'sal', rate: { k: 150, n: 200 } });
  });

  it('has no step to a stage that the data do not record', () => {
    const [row] = acceptanceMatrix(
      [{ segment: 'SMB', mql: 100, sal: 0, sql: 80, opportunity: 10 }],
      ['mql', 'sql', 'opportunity'],
    );
    expect(row?.cells.map(({ from, to, rate }) => [from, to, rate.k, rate.n])).toEqual([
      ['mql', 'sql', 80, 100],
      ['sql', 'opportunity', 10, 80],
    ]);
    expect(
      acceptanceMatrix([{ segment: 'SMB', mql: 1, sal: 0, sql: 0, opportunity: 0 }], [])[0]?.cells,
    ).toEqual([]);
  });

  it('hides a share of fewer than five', () => {
    const [row] = acceptanceMatrix(
      [{ segment: 'SMB', mql: 4, sal: 4, sql: 0, opportunity: 0 }],
      ['mql', 'sal'],
    );
    expect(row?.cells[0]).toMatchObject({ rate: { rate: null }, verdict: 'cannotTell' });
  });
});

describe('the list of overdue leads', () => {
  it('values a channel and segment by its own line, that of its channel, or that of all leads', () => {
    const { card } = agreementWith();
    const rates = [
      ...card.rates,
      { channel: 'Referral', segment: 'SMB', valueMinor: 200_000, lowMinor: null, highMinor: null },
    ];
    const cells = [
      { channel: 'Referral', segment: 'SMB' },
      { channel: 'Referral', segment: 'ENT' },
      { channel: 'Fair', segment: 'SMB' },
    ];
    expect(cellValuesOf({ ...card, rates }, cells).map(({ valueMinor }) => valueMinor)).toEqual([
      200_000, 118_000, 60_000,
    ]);
    expect(cellValuesOf({ ...card, rates: [] }, cells)).toEqual([]);
  });

  it('has a template of 24 hours and five calls in two weeks, nights and weekends counted', () => {
    expect(withOverdueTerms(defaultSlaTerms, overdueTemplate)).toEqual({
      ...defaultSlaTerms,
      responseMinutes: 1440,
      attempts: 5,
      attemptDays: 14,
    });
    expect(Object.keys(overdueTemplateCalendar('Europe/Paris').hours)).toHaveLength(7);
  });
});

describe('the numbers beside an agreement', () => {
  it('are each named once, and say what they are without an em dash', () => {
    const metrics = Object.values(agreementMetrics);
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length);
    for (const { definition, leftOut, question } of metrics) {
      expect(question).toMatch(/\?$/);
      expect(`${definition} ${leftOut}`).not.toContain('—');
    }
  });
});
