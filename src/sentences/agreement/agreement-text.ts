import type { BusinessCalendar } from '../../domain/business-calendar.ts';
import { addMonths, toEpochDay } from '../../domain/local-date.ts';
import { ruledStages } from '../../domain/stage-rule.ts';
import { holidayCountryOf } from '../../domain/team-calendar.ts';
import type { AgreementLanguage, AgreementTerms } from '../../metrics/agreement.ts';
import type { AgreementPart, AgreementWords, Term } from './agreement-words.ts';
import type { AgreementPiece, AgreementText } from './agreement-pieces.ts';
import { cardTables } from './card-tables.ts';
import type { LanguageFormat } from './language-format.ts';
import { openingHours } from './opening-hours.ts';
import { wordsIn } from './words-in.ts';

const paragraph = (text: string): AgreementPiece => ({ kind: 'paragraph', text });

const list = (items: readonly string[]): AgreementPiece => ({ kind: 'list', items });

/** From the first day to the review: whole months where they are, else days. */
export const termBetween = (startsOn: string, reviewOn: string): Term => {
  const months =
    (Number(reviewOn.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12 +
    Number(reviewOn.slice(5, 7)) -
    Number(startsOn.slice(5, 7));
  return months > 0 && addMonths(startsOn, months) === reviewOn
    ? { unit: 'months', length: months }
    : { unit: 'days', length: toEpochDay(reviewOn) - toEpochDay(startsOn) };
};

const definitionPieces = (
  { definitions }: AgreementTerms,
  words: AgreementWords,
): readonly AgreementPiece[] => [
  paragraph(words.definitionsInForce(definitions.name, definitions.version, definitions.validFrom)),
  list([
    ...ruledStages.map((stage) => words.stage(stage, definitions.stages[stage])),
    words.handover(definitions.handoverSource),
    words.anchor(definitions.anchor),
    words.windows(definitions.windows),
  ]),
];

const salesPieces = (
  { sales }: AgreementTerms,
  words: AgreementWords,
  format: LanguageFormat,
): readonly AgreementPiece[] => [
  list([
    words.response(sales.responseMinutes, sales.attainment),
    words.attempts(sales.attempts, sales.attemptDays),
  ]),
  ...(sales.bySegment.length === 0
    ? []
    : [
        paragraph(words.otherSegments(sales.bySegment.length)),
        {
          kind: 'table',
          head: words.segmentHead,
          rows: sales.bySegment.map(({ segment, responseMinutes, attempts }) => [
            segment,
            format.span(responseMinutes),
            format.number(attempts),
          ]),
          numbersFrom: 1,
        } as const,
      ]),
];

/** Who works by a calendar, whose public holidays it keeps and on how many listed days it is closed. */
const calendarWords = (
  { name, holidays }: BusinessCalendar,
  owners: readonly string[] | null,
  country: string | null,
  words: AgreementWords,
): string =>
  [
    words.worksBy(name, owners),
    words.holidays(country),
    ...(holidays.length === 0 ? [] : [words.alsoClosed(holidays.length)]),
  ].join(' ');

const calendarPieces = (
  { calendar, definitions }: AgreementTerms,
  words: AgreementWords,
  format: LanguageFormat,
): readonly AgreementPiece[] => {
  const [first, ...rest] = definitions.calendars;
  const others = rest.flatMap((one) =>
    one.owners === undefined || one.owners.length === 0 ? [] : [{ ...one, owners: one.owners }],
  );
  const country = holidayCountryOf(definitions, first);
  const closed = calendar.holidays.length;
  return [
    paragraph(
      others.length > 0
        ? words.onlyOpeningHours
        : [
            words.onlyOpeningHours,
            words.holidays(country),
            ...(closed === 0 ? [] : [words.closedDays(closed)]),
          ].join(' '),
    ),
    {
      kind: 'table',
      head: words.calendarHead,
      rows: [calendar, ...definitions.calendars.filter(({ name }) => name !== calendar.name)].map((one) => [
        one.name,
        one.timeZone,
        openingHours(one, format),
      ]),
      numbersFrom: 3,
    },
    ...(others.length === 0
      ? []
      : [
          list([
            ...others.map((one) =>
              calendarWords(one, [...one.owners].toSorted(), holidayCountryOf(definitions, one), words),
            ),
            calendarWords(calendar, null, country, words),
          ]),
        ]),
  ];
};

/**
 * The text of an agreement, in its own language unless another is named. Without a sum it is a draft. It follows from
 * the terms alone: no clock and no zone of a computer has a part in it.
 */
export const agreementText = (
  terms: AgreementTerms,
  hash: string | null,
  language: AgreementLanguage = terms.language,
): AgreementText => {
  const { words, format } = wordsIn(language);
  const { marketing, card, definitions } = terms;
  const { rates, annex } = cardTables(card, words, format);
  const parts: readonly (readonly [AgreementPart, readonly AgreementPiece[]])[] = [
    ['definitions', definitionPieces(terms, words)],
    [
      'marketing',
      [
        list([
          words.value(marketing.valueMinor, card.currency, marketing.firstMonth, marketing.growth),
          words.o2dFloor(marketing.o2dFloor),
          words.returned(definitions.sla.qualificationLimitDays),
        ]),
      ],
    ],
    ['sales', salesPieces(terms, words, format)],
    ['calendar', calendarPieces(terms, words, format)],
    ['fairness', [list(words.fairness(definitions.sla.repCap))]],
    [
      'card',
      [
        paragraph(
          words.card({
            frozenOn: card.frozenOn,
            confidence: card.parameters.confidence,
            dealSizeMonths: card.parameters.dealSizeMonths,
          }),
        ),
        rates,
      ],
    ],
    ['measure', [list(words.measure(terms.startsOn))]],
    ['review', [paragraph(words.review(terms.reviewOn, termBetween(terms.startsOn, terms.reviewOn)))]],
    [
      'signatures',
      [
        ...(hash === null ? [] : [paragraph(words.ticked(terms.signedOn))]),
        { kind: 'signatures', sides: words.sides, rows: words.signatureRows },
      ],
    ],
    ...(annex === null ? [] : [['annex', [annex]] as const]),
  ];
  return {
    language,
    title: words.title(terms.version),
    opening: hash === null ? words.draft(terms.startsOn) : words.opening(terms.signedOn, terms.startsOn),
    sections: parts.map(([part, pieces]) => ({ part, heading: words.headings[part], pieces })),
    seal: hash === null ? null : words.seal(terms.version, hash),
  };
};
