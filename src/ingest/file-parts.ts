import * as v from 'valibot';
import { isLocalDate } from '../domain/local-date.ts';

/** An object of exactly these keys; its messages complete a sentence that begins with the place. */
export const thing = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, ({ expected, received }) => {
    if (expected === 'never') return 'does not belong there';
    return received === 'undefined' ? 'is missing' : `must be an object, not ${received}`;
  });

/** Text that says something. */
export const text = v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'));

/** A local day `YYYY-MM-DD`. */
export const day = v.pipe(text, v.check(isLocalDate, 'must be a date that exists, such as 2026-01-31'));
