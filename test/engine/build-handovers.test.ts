import { beforeAll, describe, expect, it } from 'vitest';
import { alwaysOpen } from '../../src/domain/business-calendar.ts';
import type { HandoverRules } from '../../src/domain/handover.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { buildJourneys } from '../../src/engine/build-journeys.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { sharedEngine } from '../support/engine.ts';
import { definitionsAt, lead, loadCases, stage, stockholmOffice } from '../support/handover-cases.ts';

const definitions = definitionsAt('2026-05-25');

describe('handovers', () => {
  let engine: QueryEngine;
  let runs = 0;

  const isBuilt = async (rules: HandoverRules): Promise<boolean> => {
    const before = runs;
    const counting: QueryEngine = {
      ...engine,
      run: (statements) => {
        runs += 1;
        return engine.run(statements);
      },
    };
    await buildHandovers(counting, definitions, 'Europe/Stockholm', rules);
    return runs > before;
  };

  beforeAll(async () => {
    engine = await sharedEngine();
    await loadCases({
      leads: [lead('a', { owner_id: 'Ann' })],
      stages: [stage('a', 'mql', '2026-05-11T08:00:00Z')],
    });
    await buildJourneys(engine, definitions, () => undefined);
  });

  it('are built once under the same rules, and again under others', async () => {
    const night = { usual: stockholmOffice.calendars.usual, byOwner: new Map([['Ann', alwaysOpen('UTC')]]) };
    expect([
      await isBuilt(stockholmOffice),
      await isBuilt(structuredClone(stockholmOffice)),
      await isBuilt({ ...stockholmOffice, source: 'sal' }),
      await isBuilt(stockholmOffice),
      await isBuilt({ ...stockholmOffice, calendars: night }),
      await isBuilt({ ...stockholmOffice, calendars: night }),
    ]).toEqual([true, false, true, true, true, false]);
  });

  it('are built again after the journeys were', async () => {
    await isBuilt(stockholmOffice);
    await buildJourneys(engine, definitions, () => undefined);
    expect(await isBuilt(stockholmOffice)).toBe(true);
  });

  it('that broke off are not taken for built', async () => {
    const later = { ...stockholmOffice, source: 'sal' as const };
    const breaking: QueryEngine = {
      ...engine,
      run: async (statements) => {
        if (statements.length > 20) throw new Error('No memory left.');
        await engine.run(statements);
      },
    };
    await expect(buildHandovers(breaking, definitions, 'Europe/Stockholm', later)).rejects.toThrow('memory');
    expect(await isBuilt(later)).toBe(true);
  });
});
