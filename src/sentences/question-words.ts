import { count, day } from './format.ts';

/** A choice a person has: its value, and what it would mean. */
export interface QuestionChoice {
  readonly value: string;
  readonly label: string;
  readonly note: string;
}

/** An undecided column in words. */
export interface QuestionWords {
  readonly title: string;
  readonly evidence: string;
  readonly choices: readonly QuestionChoice[];
}

const dateOf = (example: string, dayAt: 1 | 2): string | null => {
  const found = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})/.exec(example);
  if (found === null) return null;
  const [, first = '', second = '', year = ''] = found;
  const [dayText, month] = dayAt === 1 ? [first, second] : [second, first];
  const full = year.length > 2 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
  return day(`${full}-${month.padStart(2, '0')}-${dayText.padStart(2, '0')}`);
};

/** Whether 03/04/2025 is in April or in March. `cells` wait for the answer. */
export const dateQuestion = (example: string, cells: number, evidence: string): QuestionWords => {
  const [dayFirst, monthFirst] = [dateOf(example, 1) ?? 'Day first', dateOf(example, 2) ?? 'Month first'];
  return {
    title: `Is ${example} the ${dayFirst} or the ${monthFirst}?`,
    evidence: `${evidence}. ${count(cells)} ${cells === 1 ? 'date waits' : 'dates wait'} for the answer; until then the records that need ${cells === 1 ? 'it' : 'them'} are set aside.`,
    choices: [
      { value: 'day-first', label: dayFirst, note: 'day first, in every file of this kind' },
      { value: 'month-first', label: monthFirst, note: 'month first, in every file of this kind' },
    ],
  };
};

const numberOf = (example: string, decimal: 'point' | 'comma'): string => {
  const bare =
    decimal === 'point' ? example.replaceAll(',', '') : example.replaceAll('.', '').replace(',', '.');
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }).format(Number(bare));
};

/** Whether 1.234 is more than a thousand. `cells` wait for the answer. */
export const decimalQuestion = (example: string, cells: number, evidence: string): QuestionWords => {
  const [point, comma] = [numberOf(example, 'point'), numberOf(example, 'comma')];
  return {
    title: `Is ${example} the number ${point} or ${comma}?`,
    evidence: `${evidence}. ${count(cells)} ${cells === 1 ? 'number waits' : 'numbers wait'} for the answer and ${cells === 1 ? 'is' : 'are'} left empty until then.`,
    choices: [
      { value: 'point', label: point, note: 'a point stands before the decimals' },
      { value: 'comma', label: comma, note: 'a comma stands before the decimals' },
    ],
  };
};
