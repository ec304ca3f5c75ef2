import type { CrmFormat, GroupedField, PlainSource, Source } from '../crm/crm-format.ts';
import { valueKey } from '../crm/value-key.ts';
import type { Converted } from './converted-column.ts';

/** The source of an outcome, with what a person said of the company's own stages before what the format knows. */
export const withOutcomes = (source: Source, outcomes: CrmFormat['outcomes']): Source => {
  if (outcomes === undefined || typeof source !== 'object') return source;
  if ('either' in source) return { either: source.either.map((one) => withOutcomesIn(one, outcomes)) };
  return withOutcomesIn(source, outcomes);
};

const withOutcomesIn = (source: PlainSource, outcomes: NonNullable<CrmFormat['outcomes']>): PlainSource => {
  if (typeof source !== 'object' || !('values' in source)) return source;
  const known = Object.fromEntries(
    Object.entries(source.values).map(([value, outcome]) => [valueKey(value), outcome]),
  );
  return { ...source, values: { ...known, ...outcomes } };
};

const isGrouped = (name: string): name is GroupedField => name === 'channel' || name === 'segment';

/**
 * Channels and segments under the names a person gave them; any other value as it is, and any other column. Values that
 * only differ in how an accent is encoded look the same to a reader and are one group.
 */
export const grouped = (name: string, converted: Converted, groups: CrmFormat['groups']): Converted => {
  const { data } = converted;
  if (!isGrouped(name) || data.kind !== 'category') return converted;
  const names = groups?.[name];
  const forms = new Map<string, number>();
  for (const value of data.values)
    forms.set(value.normalize('NFC'), (forms.get(value.normalize('NFC')) ?? 0) + 1);
  const shown = (value: string): string => {
    const composed = value.normalize('NFC');
    return names?.[valueKey(value)] ?? ((forms.get(composed) ?? 0) > 1 ? composed : value);
  };
  const values = [...new Set(data.values.map(shown))];
  if (names === undefined && values.length === data.values.length) return converted;
  const positions = new Map(values.map((value, position) => [value, position]));
  const codeOf = data.values.map((value) => positions.get(shown(value)) ?? -1);
  return {
    ...converted,
    data: { kind: 'category', codes: data.codes.map((code) => codeOf[code] ?? -1), values },
    reading: { ...converted.reading, readAs: `${data.values.length} values in ${values.length} groups` },
  };
};
