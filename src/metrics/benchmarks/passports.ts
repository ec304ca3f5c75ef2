import { firstPageSage2026 } from './first-page-sage-2026.ts';
import { implisit2014 } from './implisit-2014.ts';
import type { Passport } from './passport.ts';

/** The benchmarks the product carries. Reference, never a target. */
export const passports: readonly [Passport, ...Passport[]] = [implisit2014, firstPageSage2026];
