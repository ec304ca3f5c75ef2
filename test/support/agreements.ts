import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import type { Agreement } from '../../src/metrics/agreement.ts';

const development = { windowDays: 90, horizonDays: 365, factor: 1.2 };

/** An agreement of the two sides, with anything of it changed. */
export const agreementWith = (changed: Partial<Agreement> = {}): Agreement => ({
  version: 1,
  language: 'en',
  signedOn: '2026-01-07',
  startsOn: '2026-02-01',
  reviewOn: '2026-05-04',
  marketing: { firstMonth: '2026-02-01', valueMinor: 34_500_000, growth: 0.015, o2dFloor: 0.06 },
  sales: {
    responseMinutes: 240,
    attempts: 4,
    attemptDays: 7,
    attainment: 0.9,
    bySegment: [{ segment: 'Enterprise', responseMinutes: 60, attempts: 6 }],
  },
  definitions: standardDefinitions,
  calendar: defaultCalendar('Europe/Stockholm'),
  card: {
    frozenOn: '2026-01-04',
    definition: 'Standard v1',
    currency: 'EUR',
    parameters: {
      l2o: development,
      o2d: development,
      dealSizeMonths: 24,
      winsorisedAt: 0.99,
      priorDeals: 10,
      confidence: 0.8,
    },
    rates: [
      { channel: null, segment: null, valueMinor: 60_000, lowMinor: 50_000, highMinor: 72_000 },
      { channel: 'Referral', segment: null, valueMinor: 118_000, lowMinor: null, highMinor: null },
    ],
  },
  hash: '0'.repeat(64),
  ...changed,
});
