import * as v from 'valibot';
import { decisionMeasures, decisionStates, type DecisionRecord } from '../domain/decision.ts';
import { day, jsonOf, readAs, text, thing } from './file-parts.ts';

const decision = v.pipe(
  thing({
    id: text,
    text,
    owner: v.nullable(text),
    decidedOn: day,
    dueOn: v.nullable(day),
    measure: v.picklist(decisionMeasures, `must be one of ${decisionMeasures.join(', ')}`),
    state: v.picklist(decisionStates, `must be one of ${decisionStates.join(', ')}`),
  }),
  v.check(({ decidedOn, dueOn }) => dueOn === null || dueOn >= decidedOn, 'is due before it was decided'),
);

const note = thing({ id: text, date: day, text });

const hasOwnIds = (entries: readonly { readonly id: string }[]): boolean =>
  new Set(entries.map(({ id }) => id)).size === entries.length;

const sameIds = 'must not give two entries the same id';

const file = thing({
  version: v.literal(1, 'must be 1, the version of this kind of file'),
  decisions: v.pipe(
    v.array(decision, 'must be a list'),
    v.check((entries) => hasOwnIds(entries), sameIds),
  ),
  notes: v.pipe(
    v.array(note, 'must be a list'),
    v.check((entries) => hasOwnIds(entries), sameIds),
  ),
});

/**
 * Reads a file of decisions and notes. Throws an `ImportError` that names the place, what is wrong there and what belongs
 * there.
 */
export const parseDecisions = (name: string, content: string): DecisionRecord => {
  const { decisions, notes } = readAs(name, jsonOf(name, content, 'decisions'), file, 'decisions');
  return { decisions, notes };
};

/** Decisions and notes as the text of a file: always the same text for the same record. */
export const decisionsText = ({ decisions, notes }: DecisionRecord): string =>
  `${JSON.stringify(v.parse(file, { version: 1, decisions, notes }), null, 2)}\n`;
