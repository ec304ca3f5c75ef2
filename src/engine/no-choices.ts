import type { Choices } from './analysis.ts';

/** The data's own choices. */
export const noChoices: Choices = { asOf: null, anchor: null, knownAt: null };
