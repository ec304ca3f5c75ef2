import * as v from 'valibot';
import type { DefinitionHistory } from '../domain/definition-set.ts';
import { definitionEntries } from './definition-schema.ts';
import { jsonOf, readAs, thing } from './file-parts.ts';
import { ImportError } from './ledger.ts';

type Version = v.InferOutput<typeof definitionEntries>;

const rises = (values: readonly (number | string)[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? value) < value);

const file = thing({
  definitions: v.literal(1, 'must be 1, the version of this kind of file'),
  versions: v.pipe(
    v.array(definitionEntries),
    v.minLength(1, 'must hold at least one version'),
    v.check(
      (sets) => rises(sets.map(({ validFrom }) => validFrom)),
      'must be in the order of validFrom, each on a later day than the one before',
    ),
    v.check((sets) => rises(sets.map((set) => set.version)), 'must have rising version numbers'),
  ),
});

const asHistory = (versions: readonly Version[]): DefinitionHistory => {
  const [first, ...rest] = versions;
  if (first === undefined) throw new RangeError('A history of definitions has at least one version.');
  return [first, ...rest];
};

/** No agreement nests this deep; a file that does would exhaust the reader. */
const deepest = 64;

const isTooDeep = (json: unknown): boolean => {
  let level: readonly unknown[] = [json];
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
};

/**
 * Reads a file of definitions, one or more versions ordered by the day they are valid from. Throws an `ImportError`
 * that names the place, what is wrong there and what belongs there.
 */
export const parseDefinitions = (name: string, content: string): DefinitionHistory => {
  const json = jsonOf(name, content, 'definitions');
  if (isTooDeep(json))
    throw new ImportError(
      name,
      `${name} is not a file of definitions: it nests more than ${deepest} deep. Write its criteria flatter.`,
    );
  return asHistory(readAs(name, json, file, 'definitions').versions);
};

/** A history of definitions as the text of a file: always the same text for the same definitions. */
export const definitionsText = (history: DefinitionHistory): string =>
  `${JSON.stringify(v.parse(file, { definitions: 1, versions: history }), null, 2)}\n`;
