import { describe, expect, it } from 'vitest';
import { finalRate } from '../../src/metrics/final-rate.ts';
import type { LeadValue } from '../../src/metrics/lead-value.ts';
import { rateCard, rateFor } from '../../src/metrics/rate-card.ts';
import { noStrength } from '../../src/stats/cautious-strength.ts';

const rate = finalRate({ k: 1, n: 10 }, 0, noStrength, 1);

const valueOf = (
  channel: string | null,
  segment: string | null,
  valueMinor: number | null,
  variation: number | null = 0.5,
): LeadValue => ({
  channel,
  segment,
  l2o: rate,
  opportunitiesPerConverted: 1,
  o2d: rate,
  dealSize: null,
  dealsPerLead: 0.01,
  valueMinor,
  variation,
});

const developments = {
  l2o: { windowDays: 30, horizonDays: 365, factor: 1.2 },
  o2d: { windowDays: 60, horizonDays: 700, factor: 1.1 },
};

const values = {
  total: valueOf(null, null, 1000),
  channels: [valueOf('mail', null, null), valueOf('web', null, 1500)],
  cells: [valueOf('mail', 'SMB', null), valueOf('web', 'ENT', 4000, null), valueOf('web', 'SMB', 1200)],
};

const card = () =>
  rateCard(values, developments, {
    frozenOn: '2026-06-30',
    definition: 'L2O 30d, MQL cohort',
    currency: 'EUR',
  });

describe('a rate card', () => {
  it('holds the values, the day, the definitions and all they were made with', () => {
    expect(card()).toMatchObject({
      frozenOn: '2026-06-30',
      definition: 'L2O 30d, MQL cohort',
      currency: 'EUR',
      parameters: {
        ...developments,
        dealSizeMonths: 24,
        winsorisedAt: 0.99,
        priorDeals: 10,
        confidence: 0.8,
      },
    });
    expect(card().rates.map(({ channel, segment, valueMinor }) => [channel, segment, valueMinor])).toEqual([
      [null, null, 1000],
      ['web', null, 1500],
      ['web', 'ENT', 4000],
      ['web', 'SMB', 1200],
    ]);
  });

  it('states the range at 80 %, and none where the spread is not known', () => {
    // exp(1.2815515655446004 * 0.5)
    expect(card().rates[0]?.lowMinor).toBeCloseTo(1000 / Math.exp(0.6407757827723002), 9);
    expect(card().rates[0]?.highMinor).toBeCloseTo(1000 * Math.exp(0.6407757827723002), 9);
    expect(card().rates[2]).toMatchObject({ lowMinor: null, highMinor: null });
  });

  it('survives being written and read', () => expect(JSON.parse(JSON.stringify(card()))).toEqual(card()));

  it('values a lead at its channel and segment', () =>
    expect(rateFor(card(), 'web', 'SMB')).toMatchObject({ valueMinor: 1200, source: 'cell' }));

  it('values a segment that it lacks at the channel, and says so', () =>
    expect(rateFor(card(), 'web', 'MID')).toMatchObject({ valueMinor: 1500, source: 'channel' }));

  it('values a channel that it lacks at all leads, and says so', () => {
    expect(rateFor(card(), 'fair', 'SMB')).toMatchObject({ valueMinor: 1000, source: 'total' });
    expect(rateFor(card(), 'mail', 'SMB')).toMatchObject({ valueMinor: 1000, source: 'total' });
  });

  it('has no rate where it was made without a value', () =>
    expect(
      rateFor(rateCard({ ...values, total: valueOf(null, null, null) }, developments, card()), 'fair', 'SMB'),
    ).toBeNull());
});
