import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEAMS } from '../../data/generate/plan.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { slaKnowledge } from '../../src/engine/sla-knowledge.ts';
import { buildReport } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import { responseNotMeasurable, type ActivityKnowledge } from '../../src/metrics/sla-measurability.ts';
import { speedByGroup, speedToLead, type ResponseCounts } from '../../src/metrics/speed-to-lead.ts';
import { responseCounts } from '../../src/sql/questions/response-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import { stockholmOffice } from '../support/handover-cases.ts';
import { leadRows } from './sample-facts.ts';

const plannedMinutes = (team: (typeof TEAMS)[number]): number => team.medianResponseHours * 60;

describe('the response to the leads of the sample', () => {
  let counts: readonly ResponseCounts[];
  let known: ActivityKnowledge;
  const teamOf = new Map(leadRows.map((row) => [row['OwnerId'] ?? '', row['Team__c'] ?? '']));

  beforeAll(async () => {
    const engine = await sharedEngine();
    const paths = readdirSync('data/sample').map((name) => join('data/sample', name));
    const { analysis } = await buildReport(engine, await openFiles(paths), null, readOptions(paths));
    await buildHandovers(engine, analysis.definitions, analysis.reportTimeZone, stockholmOffice);
    known = await slaKnowledge(engine);
    counts = await engine.ask(responseCounts({ filter: noFilter, group: 'owner', clock: 'business' }));
  });

  it('can be measured; mails to a list are no attempts', () => {
    expect(responseNotMeasurable(known)).toBeNull();
    expect(known.outbound - known.humanOutbound).toBe(200);
  });

  it.each(TEAMS)('of team $name comes, where it comes, after the planned working hours', (team) => {
    const answered = counts
      .filter((row) => teamOf.get(row.group_name) === team.name)
      .map((row) => ({ ...row, waiting: 0 }));
    const { medianMinutes, contacted } = speedToLead(answered);
    expect(contacted).toBeGreaterThan(4000);
    expect(Math.abs((medianMinutes ?? 0) / plannedMinutes(team) - 1)).toBeLessThan(0.15);
  });

  it('is slower for each rep of the slow team than for any other, those never called among them', () => {
    const speeds = speedByGroup(counts).filter(({ handovers }) => handovers > 100);
    const medians = (isSlow: boolean): readonly number[] =>
      speeds
        .filter(({ group }) => (teamOf.get(group) === 'South') === isSlow)
        .map(({ medianMinutes }) => medianMinutes ?? Number.POSITIVE_INFINITY);
    expect(medians(true)).toHaveLength(5);
    expect(Math.min(...medians(true))).toBeGreaterThan(5 * Math.max(...medians(false)));
  });
});
