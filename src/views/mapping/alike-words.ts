import { valueKey } from '../../crm/value-key.ts';

/** Values that only differ in case or space, and the one they would be brought together under: the first, which is used most. */
export interface AlikeWords {
  readonly name: string;
  readonly values: readonly string[];
}

/** Finds values that look like one; `values` come the most used first. They are offered, never merged in silence. */
export const alikeWords = (values: readonly string[]): readonly AlikeWords[] => {
  const byKey = new Map<string, string[]>();
  for (const value of values) byKey.set(valueKey(value), [...(byKey.get(valueKey(value)) ?? []), value]);
  return [...byKey.values()].flatMap((alike) => {
    const [name] = alike;
    return name === undefined || alike.length < 2 ? [] : [{ name: name.trim(), values: alike }];
  });
};
