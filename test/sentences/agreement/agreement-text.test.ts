import { describe, expect, it, vi } from 'vitest';
import { alwaysOpen } from '../../../src/domain/business-calendar.ts';
import { standardDefinitions } from '../../../src/domain/definition-set.ts';
import { agreementLanguages, type Agreement } from '../../../src/metrics/agreement.ts';
import type { AgreementText } from '../../../src/sentences/agreement/agreement-pieces.ts';
import { agreementText, termBetween } from '../../../src/sentences/agreement/agreement-text.ts';
import { openingHours } from '../../../src/sentences/agreement/opening-hours.ts';
import { languageFormat } from '../../../src/sentences/agreement/language-format.ts';
import { agreementWith } from '../../support/agreements.ts';

const textOf = (changed: Partial<Agreement> = {}): AgreementText => {
  const { hash, ...terms } = agreementWith(changed);
  return agreementText(terms, hash);
};

/** Every word of a text, one line a piece. */
const lines = ({ title, opening, sections, seal }: AgreementText): readonly string[] => [
  title,
  opening,
  ...sections.flatMap(({ heading, pieces }) => [
    heading,
    ...pieces.flatMap((piece) => {
      switch (piece.kind) {
        case 'paragraph':
          return [piece.text];
        case 'list':
          return piece.items;
        case 'table':
          return [piece.head.join(' | '), ...piece.rows.map((cells) => cells.join(' | '))];
        case 'signatures':
          return [[...piece.sides, ...piece.rows].join(' | ')];
      }
    }),
  ]),
  ...(seal === null ? [] : [seal]),
];

const linesOf = (changed: Partial<Agreement> = {}): readonly string[] =>
  lines(textOf(changed)).map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '));

describe('the text of an agreement', () => {
  it('has its ten parts in the order in which they are read', () => {
    const cells = [{ channel: 'Web', segment: 'SMB', valueMinor: 1, lowMinor: null, highMinor: null }];
    const { sections } = textOf({ card: { ...agreementWith().card, rates: cells } });
    expect(sections.map(({ part }) => part)).toEqual([
      'definitions',
      'marketing',
      'sales',
      'calendar',
      'fairness',
      'card',
      'measure',
      'review',
      'signatures',
      'annex',
    ]);
  });

  it('says what each side promises, and the terms of single segments', () => {
    expect(linesOf()).toEqual(
      expect.arrayContaining([
        'Agreement between marketing and sales, version 1',
        'Signed on 7 January 2026. In force from 1 February 2026.',
        'In February 2026 marketing delivers leads worth at least €345,000 by the rate card, and 1.5% more with each month after it.',
        'At least 6% of the opportunities from these leads become deals.',
        'Sales makes the first attempt to reach a lead within 4 business hours of the handover, for at least 90% of the leads.',
        'Other terms hold for 1 segment:',
        'Enterprise | 1 hour | 6',
        'Office hours | Europe/Stockholm | Monday–Friday 09:00–17:00',
        'All leads | €600 | €500 to €720',
        'Referral | €1,180 | –',
        'Marketing and sales agreed to this text on 7 January 2026.',
        `Version 1, SHA-256 ${'0'.repeat(64)}`,
      ]),
    );
  });

  it('says that a draft is one, and gives it no sum and no day of signing', () => {
    const { hash: _, ...terms } = agreementWith();
    const draft = agreementText(terms, null);
    expect(draft.opening).toBe('A draft, not signed yet. To be in force from 1 February 2026.');
    expect(draft.seal).toBeNull();
    expect(lines(draft).filter((line) => line.includes('7 January 2026'))).toEqual([]);
  });

  it('can be read in another language than the one it was signed in', () => {
    const { hash, ...terms } = agreementWith();
    expect(agreementText(terms, hash, 'sv').title).toBe('Överenskommelse mellan marknad och sälj, version 1');
  });

  it('tells a value that stays, grows or falls apart', () => {
    const promise = (growth: number): string | undefined =>
      linesOf({ marketing: { ...agreementWith().marketing, growth } }).find((line) =>
        line.startsWith('In February'),
      );
    const start = 'In February 2026 marketing delivers leads worth at least €345,000 by the rate card, and';
    expect(promise(0)).toBe(`${start} as much in each month after it.`);
    expect(promise(0.05)).toBe(`${start} 5% more with each month after it.`);
    expect(promise(-0.05)).toBe(`${start} 5% less with each month after it.`);
  });

  it('says so where no floor, no holidays and no other terms were agreed', () => {
    const bare = linesOf({
      marketing: { ...agreementWith().marketing, o2dFloor: null },
      sales: { ...agreementWith().sales, bySegment: [] },
    });
    expect(bare).toContain('No lowest share of deals is agreed.');
    expect(bare).toContain('Only opening hours count as business time. No public holidays are left out.');
    expect(bare.filter((line) => line.startsWith('Other terms'))).toEqual([]);
  });

  it.each([
    [
      'en',
      'Only opening hours count as business time. Public holidays (United Kingdom) do not count. The usual calendar is closed on 2 listed days.',
    ],
    [
      'sv',
      'Endast öppettider räknas som arbetstid. Helgdagar (Storbritannien) räknas inte. Den vanliga kalendern har stängt 2 angivna dagar.',
    ],
    [
      'es',
      'Solo el horario de atención cuenta como tiempo laborable. Los días festivos (Reino Unido) no cuentan. El calendario habitual cierra 2 días señalados.',
    ],
    [
      'pl',
      'Za czas pracy uważa się tylko godziny otwarcia. Święta państwowe (Wielka Brytania) się nie liczą. Zwykły kalendarz jest zamknięty przez 2 wskazane dni.',
    ],
  ] as const)('names the country of the holidays in its own language: %s', (language, expected) => {
    expect(
      linesOf({
        language,
        definitions: { ...standardDefinitions, holidayCountry: 'GB' },
        calendar: { ...agreementWith().calendar, holidays: ['2026-12-24', '2026-12-31'] },
      }),
    ).toContain(expected);
  });

  it('lists the calendars of single teams beside the usual one, which stands once', () => {
    const { calendar } = agreementWith();
    const calendars = [calendar, { ...alwaysOpen('Asia/Tokyo'), name: 'Night desk' }];
    expect(
      linesOf({ definitions: { ...standardDefinitions, calendars } }).filter((line) => line.includes(':00–')),
    ).toEqual([
      'Office hours | Europe/Stockholm | Monday–Friday 09:00–17:00',
      'Night desk | Asia/Tokyo | Monday–Sunday 00:00–24:00',
    ]);
  });

  it.each([
    [
      'en',
      'Only opening hours count as business time.',
      '“Poland” is the calendar of Ann and Bo. Public holidays (Poland) do not count. It is closed on 2 listed days.',
      '“Office hours” is the calendar of everybody else. Public holidays (Sweden) do not count.',
    ],
    [
      'sv',
      'Endast öppettider räknas som arbetstid.',
      '”Poland” är kalendern för Ann och Bo. Helgdagar (Polen) räknas inte. Den har stängt 2 angivna dagar.',
      '”Office hours” är kalendern för alla andra. Helgdagar (Sverige) räknas inte.',
    ],
    [
      'es',
      'Solo el horario de atención cuenta como tiempo laborable.',
      '«Poland» es el calendario de Ann y Bo. Los días festivos (Polonia) no cuentan. Cierra 2 días señalados.',
      '«Office hours» es el calendario de todos los demás. Los días festivos (Suecia) no cuentan.',
    ],
    [
      'pl',
      'Za czas pracy uważa się tylko godziny otwarcia.',
      'Według kalendarza „Poland” pracują: Ann i Bo. Święta państwowe (Polska) się nie liczą. Jest on zamknięty przez 2 wskazane dni.',
      'Według kalendarza „Office hours” pracują wszyscy pozostali. Święta państwowe (Szwecja) się nie liczą.',
    ],
  ] as const)('says who works by which calendar and whose holidays it keeps: %s', (language, ...expected) => {
    const { calendar } = agreementWith();
    const poland = {
      ...calendar,
      name: 'Poland',
      holidays: ['2026-12-24', '2026-12-31'],
      holidayCountry: 'PL',
      owners: ['Bo', 'Ann'],
    };
    const definitions = { ...standardDefinitions, calendars: [calendar, poland], holidayCountry: 'SE' };
    const said = linesOf({ language, definitions });
    for (const line of expected) expect(said).toContain(line);
  });

  it('is the same text in whatever order owners were chosen, and speaks of one person as of one', () => {
    const { calendar } = agreementWith();
    const textWith = (owners: readonly string[]) =>
      linesOf({
        language: 'pl',
        definitions: {
          ...standardDefinitions,
          calendars: [calendar, { ...calendar, name: 'B', owners }],
        },
      });
    expect(textWith(['Ann', 'Bo'])).toEqual(textWith(['Bo', 'Ann']));
    expect(textWith(['Bo'])).toContain('Według kalendarza „B” pracuje: Bo. Nie odlicza się żadnych świąt.');
  });

  it('puts channels and segments together into an annex, and calls the empty field by its name', () => {
    const { card } = agreementWith();
    const rates = [
      ...card.rates,
      { channel: '(blank)', segment: 'SMB', valueMinor: 4_600, lowMinor: 4_000, highMinor: 5_200 },
    ];
    const { sections } = textOf({ language: 'es', card: { ...card, rates } });
    expect(sections.at(-1)).toEqual({
      part: 'annex',
      heading: 'Anexo: valor por canal y segmento',
      pieces: [
        {
          kind: 'table',
          head: ['Canal', 'Segmento', 'Valor de un lead', 'Intervalo'],
          rows: [['(sin indicar)', 'SMB', '46\u00a0€', 'de 40\u00a0€ a 52\u00a0€']],
          numbersFrom: 2,
        },
      ],
    });
  });

  it.each(agreementLanguages)('says nothing in figures that no number fills: %s', (language) => {
    for (const line of linesOf({ language })) expect(line).not.toMatch(/undefined|NaN|null|#|\$\{|—/);
  });

  it.each(agreementLanguages)(
    'writes every day in a zone of its own, whatever that of the computer: %s',
    (language) => {
      const zones: unknown[] = [];
      const DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
        construct: (target, [locale, options]) => {
          zones.push(options?.timeZone);
          return new target(locale, options);
        },
      });
      vi.stubGlobal('Intl', Object.create(Intl, { DateTimeFormat: { value: DateTimeFormat } }));
      textOf({ language });
      vi.unstubAllGlobals();
      expect(zones.length).toBeGreaterThan(0);
      expect(new Set(zones)).toEqual(new Set(['UTC']));
    },
  );
});

describe('the time until the review', () => {
  it.each([
    ['2026-02-01', '2026-05-01', { unit: 'months', length: 3 }],
    ['2026-11-30', '2027-02-28', { unit: 'months', length: 3 }],
    ['2026-02-01', '2026-05-04', { unit: 'days', length: 92 }],
    ['2026-02-01', '2026-02-02', { unit: 'days', length: 1 }],
    ['2026-02-28', '2026-03-01', { unit: 'days', length: 1 }],
    ['2026-02-01', '2028-02-01', { unit: 'months', length: 24 }],
  ] as const)('from %s to %s is whole months where it is, else days', (from, to, expected) => {
    expect(termBetween(from, to)).toEqual(expected);
  });
});

describe('opening hours in words', () => {
  const format = languageFormat('en');

  it('hold neighbouring days with the same hours together, and leave closed days out', () => {
    const hours = {
      1: [['09:00', '17:00']],
      2: [['09:00', '17:00']],
      3: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
      5: [['09:00', '17:00']],
      6: [],
      7: [['10:00', '14:00']],
    } as const;
    expect(openingHours({ hours }, format)).toBe(
      'Monday–Tuesday 09:00–17:00; Wednesday 09:00–12:00, 13:00–17:00; Friday 09:00–17:00; Sunday 10:00–14:00',
    );
  });

  it('are empty where the team never opens', () => expect(openingHours({ hours: {} }, format)).toBe(''));
});

describe('money in a language', () => {
  it('stands before or after its sign as the language has it, and without one where there is none', () => {
    const told = agreementLanguages.map((language) => languageFormat(language).money(1_234_567, 'SEK'));
    expect(told.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
      'SEK 12,346',
      '12 346 kr',
      '12.346 SEK',
      '12 346 SEK',
    ]);
    expect(languageFormat('en').money(1_234_567, null)).toBe('12,346');
    expect(languageFormat('en').money(1_234_567, 'no code')).toBe('12,346 no code');
  });
});
