import type { Anchor } from '../domain/definitions.ts';

/** The events that a lead's clock can start at, as a person chooses them. */
export const anchorOptions: readonly { readonly value: Anchor; readonly label: string }[] = [
  { value: 'mql', label: 'MQL' },
  { value: 'created', label: 'Creation' },
];
