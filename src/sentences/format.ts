const language = 'en-GB';

const percentFormat = new Intl.NumberFormat(language, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const tickFormat = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
const countFormat = new Intl.NumberFormat(language);
const dayFormat = new Intl.DateTimeFormat(language, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const shortDayFormat = new Intl.DateTimeFormat(language, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** A fraction as a percentage with one decimal. */
export const percent = (fraction: number): string => percentFormat.format(fraction);

/** A fraction as a percentage for an axis, without needless decimals. */
export const percentTick = (fraction: number): string => (fraction === 0 ? '0' : tickFormat.format(fraction));

const wholePercentFormat = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });

/** A fraction as a whole percentage. */
export const wholePercent = (fraction: number): string => wholePercentFormat.format(fraction);

/** A whole number with group separators. */
export const count = (value: number): string => countFormat.format(value);

/** A local date with its weekday. */
export const dayWithWeekday = (date: string): string => dayFormat.format(new Date(`${date}T00:00:00Z`));

/** A local date. */
export const day = (date: string): string => shortDayFormat.format(new Date(`${date}T00:00:00Z`));

/** An amount of minor units (hundredths) in whole units of its currency; a code that is no currency stands before the number. */
export const money = (minor: number, currency: string): string => {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
      minor / 100,
    );
  } catch {
    return `${currency} ${count(Math.round(minor / 100))}`;
  }
};

/** An amount of minor units (hundredths) in thousands or millions of its currency, for a sentence; a code that is no currency stands before the number. */
export const moneyShort = (minor: number, currency: string): string => {
  const short = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  try {
    return new Intl.NumberFormat('en-US', { style: 'currency', currency, ...short }).format(minor / 100);
  } catch {
    return `${currency} ${new Intl.NumberFormat('en-US', short).format(minor / 100)}`;
  }
};

const pointsFormat = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A distance between shares in percentage points, without its sign: "2.4". */
export const pointsApart = (fraction: number): string => pointsFormat.format(Math.abs(fraction) * 100);

/** A change of a share in percentage points with its sign: "+1.2", "−0.3"; "0.0" bears none. */
export const signedPoints = (fraction: number): string => {
  const words = pointsApart(fraction);
  return Number(words) === 0 ? words : `${fraction < 0 ? '−' : '+'}${words}`;
};

const monthFormat = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long' });
const monthYearFormat = new Intl.DateTimeFormat(language, {
  timeZone: 'UTC',
  month: 'long',
  year: 'numeric',
});
const monthShortFormat = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short' });
const dayMonthFormat = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short' });

const asDate = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** The month of a local date: "July". */
export const monthName = (date: string): string => monthFormat.format(asDate(date));

/** The month of a local date with its year: "July 2026". */
export const monthAndYear = (date: string): string => monthYearFormat.format(asDate(date));

/** The month of a local date for an axis: "Jul". */
export const monthShort = (date: string): string => monthShortFormat.format(asDate(date));

/** A local date without its year: "10 Aug". */
export const dayAndMonth = (date: string): string => dayMonthFormat.format(asDate(date));

/** Bytes for a progress line. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const ordinalRules = new Intl.PluralRules(language, { type: 'ordinal' });
const suffixes: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** 1st, 2nd, 3rd, 4th. */
export const ordinal = (value: number): string => `${value}${suffixes[ordinalRules.select(value)] ?? 'th'}`;

/** "1 lead", "2 leads". */
export const several = (value: number, [one, many]: readonly [string, string]): string =>
  `${count(value)} ${value === 1 ? one : many}`;

const spelled = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small number in words, a larger one in digits. */
export const inWords = (value: number): string => spelled[value] ?? count(value);

/** Text that begins a sentence. */
export const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** How many of one thing there are for a hundred of another, from how many for one: "12.4". */
export const perHundred = (ratio: number): string => pointsFormat.format(ratio * 100);
