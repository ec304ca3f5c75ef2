import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decisionMeasures,
  decisionStates,
  joinRecords,
  type Decision,
  type DecisionRecord,
} from '../../src/domain/decision.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { decisionsText, parseDecisions } from '../../src/ingest/decision-file.ts';
import { ImportError } from '../../src/ingest/ledger.ts';

const words = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
const days = fc.integer({ min: 0, max: 2000 });

const anyDecision: fc.Arbitrary<Decision> = fc
  .tuple(days, fc.option(days, { nil: null }))
  .chain(([from, later]) => {
    const decidedOn = addDays('2024-01-01', from);
    return fc.record({
      id: words,
      text: words,
      owner: fc.option(words, { nil: null }),
      decidedOn: fc.constant(decidedOn),
      dueOn: fc.constant(later === null ? null : addDays(decidedOn, later)),
      measure: fc.constantFrom(...decisionMeasures),
      state: fc.constantFrom(...decisionStates),
    });
  });

const anyNote = fc.record({ id: words, date: days.map((day) => addDays('2024-01-01', day)), text: words });

const byId = ({ id }: { readonly id: string }): string => id;

const anyRecord: fc.Arbitrary<DecisionRecord> = fc.record({
  decisions: fc.uniqueArray(anyDecision, { selector: byId, maxLength: 5 }),
  notes: fc.uniqueArray(anyNote, { selector: byId, maxLength: 5 }),
});

const one: Decision = {
  id: 'a',
  text: 'Call trial leads the same day',
  owner: null,
  decidedOn: '2026-01-05',
  dueOn: '2026-01-05',
  measure: 'l2oFast',
  state: 'open',
};

const refusal = (content: string): string => {
  try {
    parseDecisions('decisions.json', content);
  } catch (cause) {
    if (cause instanceof ImportError) return cause.message;
    throw cause;
  }
  return 'accepted';
};

const fileWith = (parts: object): string =>
  JSON.stringify({ version: 1, decisions: [{ ...one, ...parts }], notes: [] });

describe('a file of decisions', () => {
  it('says after being saved and opened what it said before, byte for byte', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const text = decisionsText(record);
        const opened = parseDecisions('decisions.json', text);
        expect(opened).toEqual(record);
        expect(decisionsText(opened)).toBe(text);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('is the same text whatever the order in which its parts were set', () => {
    // The same keys in another order, which entries do not say.
    const turned = Object.fromEntries(Object.entries(one).toReversed()) as unknown as Decision;
    expect(decisionsText({ decisions: [turned], notes: [] })).toBe(
      decisionsText({ decisions: [one], notes: [] }),
    );
  });

  it('may set the day it is due to the day it was decided', () =>
    expect(refusal(fileWith({}))).toBe('accepted'));

  it.each([
    ['{', 'is not valid JSON'],
    ['7', '"the whole file" must be an object, not 7'],
    ['[]', '"version" is missing'],
    ['{"version":2,"decisions":[],"notes":[]}', '"version" must be 1'],
    ['{"version":1,"notes":[]}', '"decisions" is missing'],
    ['{"version":1,"decisions":1,"notes":[]}', '"decisions" must be a list'],
    ['{"version":1,"decisions":[],"notes":1}', '"notes" must be a list'],
    [fileWith({ text: '' }), '"decisions.0.text" must not be empty'],
    [fileWith({ owner: 4 }), '"decisions.0.owner" must be text'],
    [fileWith({ decidedOn: '2026-02-30' }), '"decisions.0.decidedOn" must be a date that exists'],
    [fileWith({ dueOn: '2026-01-04' }), '"decisions.0" is due before it was decided'],
    [fileWith({ measure: 'mood' }), '"decisions.0.measure" must be one of l2oFast, '],
    [fileWith({ state: 'late' }), '"decisions.0.state" must be one of open, done, dropped'],
    [fileWith({ mood: 'good' }), '"decisions.0.mood" does not belong there'],
    [
      JSON.stringify({ version: 1, decisions: [one, one], notes: [] }),
      '"decisions" must not give two entries the same id',
    ],
    [
      JSON.stringify({
        version: 1,
        decisions: [],
        notes: [
          { id: 'n', date: '2026-01-05', text: 'a' },
          { id: 'n', date: '2026-01-06', text: 'b' },
        ],
      }),
      '"notes" must not give two entries the same id',
    ],
  ])('says of %s what belongs there', (content, words_) => expect(refusal(content)).toContain(words_));
});

describe('two records of decisions', () => {
  it('are one that holds every entry once, as the later one has it', () => {
    const done: Decision = { ...one, state: 'done' };
    const other: Decision = { ...one, id: 'b' };
    const note = { id: 'n', date: '2026-01-07', text: 'New price list' };
    expect(
      joinRecords(
        { decisions: [one, other], notes: [] },
        { decisions: [{ ...one, id: 'c' }, done], notes: [note] },
      ),
    ).toEqual({ decisions: [done, other, { ...one, id: 'c' }], notes: [note] });
  });
});
