import * as v from 'valibot';
import { agreementLanguages, type AgreedRecord } from '../metrics/agreement.ts';
import { calendarEntries, definitionEntries, number, wholeFrom } from './definition-schema.ts';
import { day, jsonOf, readAs, text, thing } from './file-parts.ts';

const currency = v.nullable(
  v.pipe(text, v.regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR, or null')),
);
const share = v.pipe(number, v.minValue(0, 'must not be below 0'), v.maxValue(1, 'must not be above 1'));
const minor = v.nullable(number);
const development = thing({ windowDays: number, horizonDays: v.nullable(number), factor: number });

const card = thing({
  frozenOn: day,
  definition: text,
  currency,
  parameters: thing({
    l2o: development,
    o2d: development,
    dealSizeMonths: wholeFrom(1),
    winsorisedAt: share,
    priorDeals: number,
    confidence: share,
  }),
  rates: v.array(
    thing({
      channel: v.nullable(v.string('must be text')),
      segment: v.nullable(v.string('must be text')),
      valueMinor: number,
      lowMinor: minor,
      highMinor: minor,
    }),
    'must be a list',
  ),
});

const response = { responseMinutes: wholeFrom(0), attempts: wholeFrom(1) };

const agreement = v.pipe(
  thing({
    version: wholeFrom(1),
    language: v.picklist(agreementLanguages, `must be one of ${agreementLanguages.join(', ')}`),
    signedOn: day,
    startsOn: day,
    reviewOn: day,
    marketing: thing({
      firstMonth: day,
      valueMinor: v.pipe(number, v.minValue(0, 'must not be below 0')),
      growth: v.pipe(number, v.gtValue(-1, 'must be above -1, which would be nothing')),
      o2dFloor: v.nullable(share),
    }),
    sales: thing({
      ...response,
      attemptDays: wholeFrom(1),
      attainment: v.pipe(share, v.gtValue(0, 'must be above 0')),
      bySegment: v.pipe(
        v.array(thing({ ...response, segment: text }), 'must be a list'),
        v.check(
          (terms) => new Set(terms.map(({ segment }) => segment)).size === terms.length,
          'must not name a segment twice',
        ),
      ),
    }),
    definitions: definitionEntries,
    calendar: calendarEntries,
    card,
    hash: v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 sum in hexadecimal')),
  }),
  v.check(
    ({ startsOn, reviewOn }) => reviewOn > startsOn,
    'is to be reviewed before it has been in force for a day',
  ),
);

const budget = thing({
  quarter: v.pipe(day, v.regex(/-(?:01|04|07|10)-01$/, 'must be the first day of a quarter')),
  amountMinor: v.pipe(number, v.minValue(0, 'must not be below 0')),
  currency,
});

const rise = (values: readonly (number | string)[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? value) < value);

const file = thing({
  agreed: v.literal(1, 'must be 1, the version of this kind of file'),
  definitions: v.pipe(
    v.array(definitionEntries, 'must be a list'),
    v.check(
      (sets) => rise(sets.map(({ validFrom }) => validFrom)) && rise(sets.map(({ version }) => version)),
      'must rise in version and day',
    ),
  ),
  agreements: v.pipe(
    v.array(agreement, 'must be a list'),
    v.check(
      (agreements) => rise(agreements.map(({ version }) => version)),
      'must have rising version numbers',
    ),
  ),
  budgets: v.pipe(
    v.array(budget, 'must be a list'),
    v.check(
      (budgets) => rise(budgets.map(({ quarter }) => quarter)),
      'must name each quarter once, in their order',
    ),
  ),
});

/**
 * Reads a file of what was agreed. Throws an `ImportError` that names the place, what is wrong there and what belongs
 * there. Whether an agreement is the one that was signed is told by its sum, not here.
 */
export const parseAgreed = (name: string, content: string): AgreedRecord => {
  const { definitions, agreements, budgets } = readAs(
    name,
    jsonOf(name, content, 'agreements'),
    file,
    'agreements',
  );
  return { definitions, agreements, budgets };
};

/** What was agreed as the text of a file: always the same text for the same record. */
export const agreedText = ({ definitions, agreements, budgets }: AgreedRecord): string =>
  `${JSON.stringify(v.parse(file, { agreed: 1, definitions, agreements, budgets }), null, 2)}\n`;
