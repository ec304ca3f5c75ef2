import * as v from 'valibot';
import { isLocalDate } from '../domain/local-date.ts';
import { ImportError } from './ledger.ts';

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

/** The content of a JSON file that the page saved; `what` names what it holds. Throws an `ImportError` where it is none. */
export const jsonOf = (name: string, content: string, what: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    throw new ImportError(
      name,
      `${name} is not valid JSON. Correct it, or save the ${what} again from the page.`,
    );
  }
};

/**
 * JSON as what its file should hold. Throws an `ImportError` that names the place, what is wrong there and what belongs
 * there.
 */
export const readAs = <Schema extends v.GenericSchema>(
  name: string,
  json: unknown,
  schema: Schema,
  what: string,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ImportError(
    name,
    `${name} is not a file of ${what}: "${v.getDotPath(issue) ?? 'the whole file'}" ${issue.message}. Correct it and open it again.`,
  );
};
