/** One choice of a control: its value, what it is called, and how many records it holds. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number;
}

/** The option with this value, typed as the caller's value; null for anything else. */
export function optionOf<Value extends string>(
  options: readonly Option<Value>[],
  value: unknown,
): Option<Value> | null {
  return options.find((option) => option.value === value) ?? null;
}
