import { describe, expect, it } from 'vitest';
import {
  conversionByResponse,
  responseConversionRates,
  selectionNote,
} from '../../src/metrics/conversion-by-response.ts';
import { persistenceCurve } from '../../src/metrics/persistence.ts';
import { responseStrataOf } from '../../src/metrics/response-strata.ts';
import { slaEffect } from '../../src/metrics/sla-effect.ts';
import { slaMetrics } from '../../src/metrics/sla-metrics.ts';
import { speedByGroup, speedToLead } from '../../src/metrics/speed-to-lead.ts';

const at = (minutes: number, contacted: number, waiting: number, group = 'Ada') => ({
  group_name: group,
  minutes,
  contacted,
  waiting,
});

describe('speed to lead', () => {
  it('is the time by which half and nine tenths were tried, those still waiting among them', () => {
    const speed = speedToLead([at(10, 5, 0), at(30, 4, 0), at(500, 0, 1)]);
    expect(speed).toMatchObject({ handovers: 10, contacted: 9, medianMinutes: 10, p90Minutes: 30 });
  });

  it('takes those who were watched for a short time only out of the rest, not for answered', () => {
    const speed = speedToLead([at(10, 4, 0), at(20, 0, 4), at(40, 1, 0), at(60, 0, 1)]);
    expect(speed.medianMinutes).toBe(40);
    expect(speed.curve.map(({ survival }) => survival)).toEqual([0.6, 0.6, 0.3, 0.3]);
  });

  it('has no quantile where too few were ever tried', () =>
    expect(speedToLead([at(10, 4, 0), at(500, 0, 6)])).toMatchObject({
      medianMinutes: null,
      p90Minutes: null,
    }));

  it('sums groups that share a minute, in any order, and tells each for itself', () => {
    const counts = [at(30, 5, 0, 'Bo'), at(10, 2, 0), at(30, 3, 0)];
    expect(speedToLead(counts)).toMatchObject({ handovers: 10, medianMinutes: 30 });
    expect(speedToLead(counts).curve.map(({ age, ended }) => [age, ended])).toEqual([
      [10, 2],
      [30, 8],
    ]);
    expect(speedByGroup(counts).map(({ group, medianMinutes }) => [group, medianMinutes])).toEqual([
      ['Ada', 30],
      ['Bo', 30],
    ]);
  });

  it('of nothing is no number', () =>
    expect(speedToLead([])).toEqual({
      handovers: 0,
      contacted: 0,
      medianMinutes: null,
      p90Minutes: null,
      curve: [],
    }));
});

describe('conversion by response time', () => {
  it('lists every bucket in its order, also those without a handover', () => {
    const rates = responseConversionRates([
      { response: 'never', handovers: 10, opportunities: 1 },
      { response: '5', handovers: 20, opportunities: 8 },
    ]);
    expect(rates.map(({ response, rate }) => [response, rate.k, rate.n])).toEqual([
      ['5', 8, 20],
      ['30', 0, 0],
      ['60', 0, 0],
      ['240', 0, 0],
      ['480', 0, 0],
      ['more', 0, 0],
      ['ended', 0, 0],
      ['never', 1, 10],
    ]);
    expect(rates[0]?.rate.rate).toBe(0.4);
  });

  it('always says that selection is part of it', () => {
    expect(selectionNote).toBe(
      'Reps call the best leads first, so part of the difference is selection, not speed.',
    );
    expect(conversionByResponse.leftOut).toContain(selectionNote);
  });
});

describe('the persistence curve', () => {
  it('tells what each further attempt added, by its number', () => {
    const curve = persistenceCurve([
      { attempt: 2, tried: 40, contacts: 4, tried_open: 50, opportunities: 5 },
      { attempt: 1, tried: 100, contacts: 30, tried_open: 100, opportunities: 8 },
    ]);
    expect(
      curve.map(({ attempt, contact, opportunity }) => [attempt, contact.rate, opportunity.rate]),
    ).toEqual([
      [1, 0.3, 0.08],
      [2, 0.1, 0.1],
    ]);
  });
});

describe('strata of the response', () => {
  it('name who was answered in time and who was not, for the effect on the missed', () => {
    const strata = responseStrataOf([
      { channel: 'web', segment: 'SMB', met: 20, met_converted: 10, missed: 10, missed_converted: 2 },
    ]);
    expect(strata).toEqual([
      { channel: 'web', segment: 'SMB', met: { k: 10, n: 20 }, missed: { k: 2, n: 10 } },
    ]);
    expect(slaEffect(strata).crude).toBeCloseTo(0.3, 12);
  });
});

describe('the metrics of the promises', () => {
  it('each have a name of their own and say who is left out', () => {
    const all = Object.values(slaMetrics);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const metric of all) {
      expect(metric.leftOut, metric.id).not.toBe('');
      expect(metric.question, metric.id).toMatch(/\?$/);
      expect(Object.values(metric).join(' '), metric.id).not.toMatch(/—|undefined|null/);
    }
  });
});
