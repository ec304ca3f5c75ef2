import { describe, expect, it } from 'vitest';
import { withStatus } from '../../src/crm/amend-format.ts';
import { crmFormats } from '../../src/crm/registry.ts';
import type { Draft } from '../../src/queries/session.ts';
import { alikeWords } from '../../src/views/mapping/alike-words.ts';
import {
  assign,
  editedMappings,
  editFormat,
  editOwn,
  formatOf,
  isEdited,
  noEdits,
} from '../../src/views/mapping/mapping-edits.ts';

const draft: Draft = {
  id: 1,
  isSample: false,
  mappings: [],
  seen: { files: [], formats: [], questions: [], vocabularies: [], refusal: null },
  importId: 'one',
  isShown: true,
};
const [salesforce] = crmFormats;
if (salesforce === undefined) throw new Error('There is no format.');
const changed = withStatus(salesforce, 'Hot', 'mql');

describe('a mapping that is being changed', () => {
  it('is none before anything is changed', () => expect(isEdited(noEdits)).toBe(false));

  it('stands in the place of the known format of its name', () => {
    const edits = editFormat(noEdits, changed);
    expect(editedMappings(draft, edits)).toEqual([changed]);
    expect(formatOf(salesforce.id, draft, edits)).toBe(changed);
    expect(formatOf(salesforce.id, draft, noEdits)).toBe(salesforce);
  });

  it('keeps the mappings already in force', () => {
    const inForce = { ...draft, mappings: [{ ...salesforce, id: 'own' }] };
    expect(editedMappings(inForce, editFormat(noEdits, changed)).map(({ id }) => id)).toEqual([
      'own',
      salesforce.id,
    ]);
  });

  it('counts an own table only once it has all it needs', () => {
    const some = editOwn(noEdits, 'people.csv', { kind: 'lead', assigned: { lead_id: 'Ref' } });
    expect(isEdited(some)).toBe(false);
    const all = editOwn(noEdits, 'people.csv', {
      kind: 'lead',
      assigned: { lead_id: 'Ref', created_at: 'Came' },
    });
    expect(isEdited(all)).toBe(true);
    expect(editedMappings(draft, all)[0]?.tables.map(({ name, headers }) => [name, headers])).toEqual([
      ['people.csv', ['Ref', 'Came']],
    ]);
  });

  it('adds an own table to those said before', () => {
    const first = editedMappings(
      draft,
      editOwn(noEdits, 'a.csv', { kind: 'lead', assigned: { lead_id: 'A', created_at: 'B' } }),
    );
    const both = editedMappings(
      { ...draft, mappings: first },
      editOwn(noEdits, 'b.csv', { kind: 'link', assigned: { lead_id: 'A', opportunity_id: 'C' } }),
    );
    expect(both[0]?.tables.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
  });

  it('reads a header for one thing and a thing from one header', () => {
    expect(assign({ channel: 'A', segment: 'B' }, 'A', 'segment')).toEqual({ segment: 'A' });
    expect(assign({ channel: 'A' }, 'A', null)).toEqual({});
  });
});

describe('names that look like one', () => {
  it('are offered together under the one that is used most', () => {
    expect(alikeWords(['Web', 'Fair', 'web ', 'WEB'])).toEqual([
      { name: 'Web', values: ['Web', 'web ', 'WEB'] },
    ]);
  });
});
