import { describe, expect, it } from 'vitest';
import { agreementDiff } from '../../../src/metrics/agreement-diff.ts';
import { agreementChanges } from '../../../src/sentences/agreement/agreement-changes.ts';
import type { AgreementLanguage } from '../../../src/metrics/agreement.ts';
import { agreementWith } from '../../support/agreements.ts';

const first = agreementWith();
const second = agreementWith({
  version: 2,
  marketing: {
    ...first.marketing,
    valueMinor: 36_000_000,
    growth: 0.02,
    o2dFloor: null,
    firstMonth: '2026-05-01',
  },
  sales: {
    ...first.sales,
    responseMinutes: 90,
    attemptDays: 5,
    bySegment: [{ segment: 'SMB', responseMinutes: 45, attempts: 3 }],
  },
  reviewOn: '2026-08-03',
  calendar: { ...first.calendar, holidays: ['2026-12-24'] },
});

const told = (language: AgreementLanguage): readonly string[] =>
  agreementChanges(agreementDiff(first, second), 2, language).changes.map(({ term, before, now }) =>
    `${term}: ${before} / ${now}`.replaceAll(/[\u00a0\u202f]/g, ' '),
  );

describe('the changes of a version', () => {
  it.each([
    [
      'en',
      [
        'Value in the first month: €345,000 / €360,000',
        'Growth: 1.5% a month / 2% a month',
        'First month: February 2026 / May 2026',
        'Lowest share of deals: 6% / none',
        'First attempt: 4 hours / 1.5 hours',
        'Attempt period: 7 days / 5 days',
        'Review: 4 May 2026 / 3 August 2026',
        'First attempt, Enterprise: 1 hour / as for all leads',
        'Attempts, Enterprise: 6 / as for all leads',
        'First attempt, SMB: as for all leads / 45 minutes',
        'Attempts, SMB: as for all leads / 3',
        'Opening hours: – / changed',
      ],
    ],
    [
      'sv',
      [
        'Värde den första månaden: 345 000 € / 360 000 €',
        'Tillväxt: 1,5 % per månad / 2 % per månad',
        'Första månad: februari 2026 / maj 2026',
        'Lägsta andel affärer: 6 % / ingen',
        'Första försök: 4 timmar / 1,5 timmar',
        'Försöksperiod: 7 dygn / 5 dygn',
        'Genomgång: 4 maj 2026 / 3 augusti 2026',
        'Första försök, Enterprise: 1 timme / som för alla leads',
        'Försök, Enterprise: 6 / som för alla leads',
        'Första försök, SMB: som för alla leads / 45 minuter',
        'Försök, SMB: som för alla leads / 3',
        'Öppettider: – / ändrad',
      ],
    ],
    [
      'es',
      [
        'Valor del primer mes: 345.000 € / 360.000 €',
        'Crecimiento: 1,5 % al mes / 2 % al mes',
        'Primer mes: febrero de 2026 / mayo de 2026',
        'Proporción mínima de ventas: 6 % / ninguna',
        'Primer intento: 4 horas / 1,5 horas',
        'Periodo de intentos: 7 días / 5 días',
        'Revisión: 4 de mayo de 2026 / 3 de agosto de 2026',
        'Primer intento, Enterprise: 1 hora / como para todos los leads',
        'Intentos, Enterprise: 6 / como para todos los leads',
        'Primer intento, SMB: como para todos los leads / 45 minutos',
        'Intentos, SMB: como para todos los leads / 3',
        'Horario de atención: – / modificación',
      ],
    ],
    [
      'pl',
      [
        'Wartość w pierwszym miesiącu: 345 000 € / 360 000 €',
        'Wzrost: 1,5% miesięcznie / 2% miesięcznie',
        'Pierwszy miesiąc: luty 2026 / maj 2026',
        'Najniższy udział transakcji: 6% / brak',
        'Pierwsza próba: 4 godziny / 1,5 godziny',
        'Okres prób: 7 dni / 5 dni',
        'Przegląd: 4 maja 2026 / 3 sierpnia 2026',
        'Pierwsza próba, Enterprise: 1 godzina / jak dla wszystkich leadów',
        'Próby, Enterprise: 6 / jak dla wszystkich leadów',
        'Pierwsza próba, SMB: jak dla wszystkich leadów / 45 minut',
        'Próby, SMB: jak dla wszystkich leadów / 3',
        'Godziny otwarcia: – / zmiana',
      ],
    ],
  ] as const)('are told in %s', (language, expected) => expect(told(language)).toEqual(expected));

  it('are told in a sentence where there are none', () => {
    const same = agreementDiff(first, agreementWith({ version: 2 }));
    expect(
      ['en', 'sv', 'es', 'pl'].map(
        (language) => agreementChanges(same, 2, language as AgreementLanguage).none,
      ),
    ).toEqual([
      'Version 2 changes no term.',
      'Version 2 ändrar inga villkor.',
      'La versión 2 no cambia ninguna condición.',
      'Wersja 2 nie zmienia żadnego warunku.',
    ]);
  });

  it('tell each amount in the currency of its own card', () => {
    const dollars = agreementWith({ version: 2, card: { ...first.card, currency: 'USD' } });
    const [value] = agreementChanges(agreementDiff(first, dollars), 2, 'en').changes;
    expect(value).toEqual({ term: 'Value in the first month', before: '€345,000', now: 'US$345,000' });
  });
});
