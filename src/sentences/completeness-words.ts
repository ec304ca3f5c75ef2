import { completenessGoal, type Completeness } from '../metrics/completeness.ts';

/** What a field is called, and what it is a field of. */
export const fieldWords: Readonly<
  Record<Completeness['field'], { readonly name: string; readonly of: string }>
> = {
  source: { name: 'Source', of: 'leads' },
  dates: { name: 'Dates', of: 'records' },
  stage: { name: 'Stage', of: 'lead records' },
  value: { name: 'Value', of: 'deals' },
  segment: { name: 'Segment', of: 'leads' },
};

const listed = (fields: readonly Completeness[]): string => {
  const names = fields.map(({ field }) => fieldWords[field].name.toLowerCase());
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Which fields reach the goal and which do not, in one sentence. */
export const completenessHeadline = (fields: readonly Completeness[]): string => {
  const told = fields.filter(({ of }) => of > 0);
  const weak = told.filter(({ have, of }) => have < completenessGoal * of);
  if (told.length === 0) return 'There is nothing to be complete yet';
  if (weak.length === 0)
    return `${capital(listed(told))} ${told.length === 1 ? 'reaches' : 'all reach'} the goal`;
  const strong = told.filter((field) => !weak.includes(field));
  const weakWords = `${listed(weak)} ${weak.length === 1 ? 'falls' : 'fall'} short`;
  return strong.length === 0
    ? capital(weakWords)
    : `${capital(listed(strong))} ${strong.length === 1 ? 'reaches' : 'reach'} the goal; ${weakWords}`;
};
