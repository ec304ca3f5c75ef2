import { describe, expect, it } from 'vitest';
import { standardDefinitions } from '../../../src/domain/definition-set.ts';
import { sideNames, sideSets, usualSides } from '../../../src/views/definitions/side-choices.ts';

const agreed = { ...standardDefinitions, name: 'Agreed', validFrom: '2026-01-01' };
const later = { ...agreed, version: 2, validFrom: '2026-04-01', words: { mql: 'Hot' } };

const reach = {
  lead: 9,
  mql: 5,
  sal: 4,
  sql: 3,
  opportunity: 2,
  deal: 1,
  own_mql: 5,
  own_sal: 4,
  own_sql: 3,
};

describe('what can be held against one another', () => {
  it('is the version in force first, the draft, and the others, newest first', () => {
    expect(sideSets({ ...agreed }, later, [agreed, later]).map(({ label }) => label)).toEqual([
      'Agreed v1, in force',
      'the draft',
      'Agreed v2',
      'Standard v1',
    ]);
    expect(sideSets(standardDefinitions, null, []).map(({ key }) => key)).toEqual(['in force']);
  });

  it('is at first the MQL with what sales accepted, and where nobody accepts, with what sales qualified', () => {
    expect(usualSides(false, { reach })[1]).toEqual({ key: 'in force', stage: 'sal' });
    expect(usualSides(false, { reach: { ...reach, own_sal: 0 } })[1].stage).toBe('sql');
    expect(usualSides(false, { reach: { ...reach, own_sal: 0, own_sql: 0 } })[1].stage).toBe('sal');
  });

  it('is the draft of an MQL once there is one', () =>
    expect(usualSides(true, { reach })).toEqual([
      { key: 'in force', stage: 'mql' },
      { key: 'draft', stage: 'mql' },
    ]));

  it('is named by what the two differ in', () => {
    const [inForce, draft, other] = sideSets(agreed, later, [agreed, later]);
    if (inForce === undefined || draft === undefined || other === undefined) throw new Error('no sides');
    expect(sideNames(inForce, 'mql', inForce, 'sal')).toEqual({
      first: '“MQL”',
      second: '“Accepted by sales”',
    });
    expect(sideNames(inForce, 'mql', draft, 'mql')).toEqual({ first: 'Agreed v1', second: 'the draft' });
    expect(sideNames(inForce, 'sal', other, 'mql')).toEqual({
      first: '“Accepted by sales” of Agreed v1',
      second: '“Hot” of Agreed v2',
    });
  });
});
