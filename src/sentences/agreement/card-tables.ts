import type { CardRate, RateCard } from '../../metrics/rate-card.ts';
import type { AgreementTable } from './agreement-pieces.ts';
import type { AgreementWords } from './agreement-words.ts';
import type { LanguageFormat } from './language-format.ts';

const blankGroup = '(blank)';

/** The values of all leads and of each channel, and, where there are any, those of channels and segments. */
export const cardTables = (
  { rates, currency }: RateCard,
  words: AgreementWords,
  format: LanguageFormat,
): { readonly rates: AgreementTable; readonly annex: AgreementTable | null } => {
  const named = (name: string): string => (name === blankGroup ? words.blank : name);
  const money = (minor: number): string => format.money(minor, currency);
  const worth = ({ valueMinor, lowMinor, highMinor }: CardRate): readonly string[] => [
    money(valueMinor),
    lowMinor === null || highMinor === null ? '–' : words.range(money(lowMinor), money(highMinor)),
  ];
  const channels = rates.filter(({ segment }) => segment === null);
  const cells = rates.flatMap((rate) =>
    rate.channel !== null && rate.segment !== null
      ? [[named(rate.channel), named(rate.segment), ...worth(rate)]]
      : [],
  );
  return {
    rates: {
      kind: 'table',
      head: words.cardHead,
      rows: channels.map((rate) => [
        rate.channel === null ? words.allLeads : named(rate.channel),
        ...worth(rate),
      ]),
      numbersFrom: 1,
    },
    annex: cells.length === 0 ? null : { kind: 'table', head: words.annexHead, rows: cells, numbersFrom: 2 },
  };
};
