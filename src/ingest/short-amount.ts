const money = /^-?\s*(?:[$€£]|(?:EUR|USD|GBP|SEK|PLN|BRL)\b)|(?:[$€£]|\b(?:EUR|USD|GBP|SEK|PLN|BRL))$/;
const short = /^(.*\d)\s?([KM])(\s?(?:[$€£]|EUR|USD|GBP|SEK|PLN|BRL))?$/;

/**
 * An amount shortened to thousands (K) or millions (M), such as `$1,117.10K`: its digits, and what they are counted in.
 * Null for anything else; without a currency beside it, 10K may be a size or a code and is no number.
 */
export const shortAmount = (cell: string): { readonly digits: string; readonly scale: number } | null => {
  const text = cell.trim();
  const [, digits, unit, currency = ''] = short.exec(text) ?? [];
  if (digits === undefined || !money.test(text)) return null;
  return { digits: digits + currency, scale: unit === 'K' ? 1000 : 1_000_000 };
};
