/** The months in English, Swedish, Spanish, Polish, German and French, short and long. No word names two months. */
const months: readonly string[] = [
  'jan january januari ene enero sty stycznia styczeń januar jän jänner janv janvier',
  'feb february februari febrero lut lutego luty februar fév févr février',
  'mar march mars marzo marca marzec mär märz mrz',
  'apr april abr abril kwi kwietnia kwiecień avr avril',
  'may maj mayo maja mai',
  'jun june juni junio cze czerwca czerwiec juin',
  'jul july juli julio lip lipca lipiec juil juillet',
  'aug august augusti ago agosto sie sierpnia sierpień août aoû',
  'sep sept september septiembre set setiembre wrz września wrzesień septembre',
  'oct october okt oktober octubre paź października październik octobre',
  'nov november noviembre lis listopada listopad novembre',
  'dec december dic diciembre gru grudnia grudzień dez dezember déc décembre',
];

const monthOf: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const word = /[\p{L}\p{M}]{3}/u;
const between = String.raw`[\s.,/-]+(?:de\s+|del\s+)?`;
const clock = String.raw`(?:[\s,]+(?:kl\.?|at|um|à|a las)?\s*(\d{1,2}:\d{2}.*))?`;
const dayFirst = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|er)?${between}(\p{L}+)${between}(\d{4})${clock}$`,
  'iu',
);
const monthFirst = new RegExp(
  String.raw`^(\p{L}+)[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})${clock}$`,
  'iu',
);

/**
 * A date that names its month, such as `15 Apr, 2021 00:03:00` or `15 de abril de 2021`, with the month as a number:
 * `2021-4-15 00:03:00`. Any other text stays as it is.
 */
export const withMonthNumber = (cell: string): string => {
  if (!word.test(cell)) return cell;
  const text = cell.normalize('NFC');
  const [, day, name, year, time] = dayFirst.exec(text) ?? [];
  const [, otherName, otherDay, otherYear, otherTime] =
    name === undefined ? (monthFirst.exec(text) ?? []) : [];
  const month = monthOf.get((name ?? otherName ?? '').toLowerCase());
  if (month === undefined) return cell;
  const date = `${year ?? otherYear}-${month}-${day ?? otherDay}`;
  const rest = time ?? otherTime;
  return rest === undefined ? date : `${date} ${rest}`;
};
