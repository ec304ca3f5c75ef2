import { beforeAll, describe, expect, it } from 'vitest';
import { rulesByStatus } from '../../src/domain/stage-rule.ts';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import type { Choices } from '../../src/engine/analysis.ts';
import { heldStreams, type DataImport } from '../../src/engine/data-import.ts';
import { definitionDiff } from '../../src/engine/definition-diff.ts';
import { aboutImport } from '../../src/engine/new-import.ts';
import { workspaceOver, type Workspace } from '../../src/engine/workspace.ts';
import type { Imported } from '../../src/ingest/import-files.ts';
import { question } from '../../src/sql/question.ts';
import { optionalText, text } from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';
import { canonicalText } from '../support/canonical-text.ts';
import { sharedEngine } from '../support/engine.ts';
import { csv, fileOf, importing, leadRow, leadsCsv, type LeadCells } from '../support/import-texts.ts';

const latest = { asOf: null, anchor: null, knownAt: null };

const leads = question(sql`SELECT lead_id, channel, segment, status FROM lead ORDER BY lead_id`, {
  lead_id: text,
  channel: optionalText,
  segment: optionalText,
  status: optionalText,
});

const read = async (csvText: string, day: string): Promise<Imported> => ({
  ...(await importing([fileOf('Lead.csv', csvText)])),
  stamp: Date.parse(`${day}T07:00:00Z`),
});

const lead = (Id: string, cells: LeadCells = {}): LeadCells => ({
  Id,
  CreatedDate: '2026-01-02 09:00:00',
  ...cells,
});

const imported = async (csvText: string, day: string): Promise<DataImport> => {
  const found = await read(csvText, day);
  return { ...aboutImport(found, [], 'Europe/Stockholm', false, 0), streams: heldStreams(found.streams) };
};

const monday = leadsCsv([
  lead('00Q1', { Segment__c: 'Large' }),
  lead('00Q2'),
  lead('00Q3', { LeadSource: 'Fair' }),
]);

/** A week later: one lead is forgotten, one is new, one has lost its source; the file has no segment. */
const nextMonday = csv([
  ['Id', 'LeadSource', 'Status', 'IsConverted', 'CreatedDate', 'Email', 'ConvertedOpportunityId'],
  ...[
    lead('00Q1', { LeadSource: '' }),
    lead('00Q3', { LeadSource: 'Fair', Status: 'Qualified' }),
    lead('00Q4'),
  ].map((cells) => leadRow(cells).filter((_, column) => column !== 5)),
]);

let workspace: Workspace;

const rows = async (knownAt: string | null) =>
  workspace.ask({ ...latest, knownAt }, (engine) => engine.ask(leads));

const channels = async (knownAt: string | null) =>
  (await rows(knownAt)).map((row) =>
    `${row.lead_id.slice(0, 4)} ${row.channel ?? ''} ${row.segment ?? ''}`.trim(),
  );

describe('a data set of exports', () => {
  const openFirst = async (): Promise<void> => {
    const found = await read(monday, '2026-01-05');
    const about = aboutImport(found, [], 'Europe/Stockholm', false, 0);
    await workspace.openAlone({ ...about, streams: async () => found.streams }, found.streams);
  };

  const add = async (): Promise<void> =>
    workspace.open([...(await workspace.imports()), await imported(nextMonday, '2026-01-12')]);

  beforeAll(async () => {
    workspace = workspaceOver(await sharedEngine(), () => undefined);
  });

  it('shows of each record what the newest export says, and keeps what that export cannot say', async () => {
    await openFirst();
    expect(await channels(null)).toEqual(['00Q1 Web Large', '00Q2 Web Small', '00Q3 Fair Small']);
    await add();
    expect(await channels(null)).toEqual(['00Q1  Large', '00Q2 Web Small', '00Q3 Fair Small', '00Q4 Web']);
  });

  it('can be shown as it was known on an earlier day, with the numbers of then', async () => {
    await openFirst();
    const then = await workspace.analysis(latest);
    const alone = await canonicalText(await sharedEngine());
    await add();
    const now = await workspace.analysis(latest);
    expect(now.facts.leads).toBe(4);
    expect(await workspace.analysis({ ...latest, knownAt: '2026-01-11' })).toEqual(then);
    expect(await canonicalText(await sharedEngine())).toEqual(alone);
    expect(await workspace.analysis({ ...latest, knownAt: '2026-01-12' })).toEqual(now);
    await expect(workspace.analysis({ ...latest, knownAt: '2026-01-04' })).rejects.toThrow(
      /known on 2026-01-04/,
    );
  });

  it('is as before when the last import is undone', async () => {
    await openFirst();
    await workspace.analysis(latest);
    const before = await canonicalText(await sharedEngine());
    await add();
    await workspace.open((await workspace.imports()).slice(0, -1));
    await workspace.analysis(latest);
    expect(await canonicalText(await sharedEngine())).toEqual(before);
  });

  it('does not depend on the order in which the exports are added', async () => {
    const [a, b] = [await imported(monday, '2026-01-05'), await imported(nextMonday, '2026-01-12')];
    await workspace.open([a, b]);
    const inOrder = await canonicalText(await sharedEngine());
    await workspace.open([b, a]);
    expect(await canonicalText(await sharedEngine())).toEqual(inOrder);
  });

  it('says what each export did to what was known, and which changes no event explains', async () => {
    await openFirst();
    await add();
    const { merges, seenChanges } = await workspace.history(latest);
    expect(merges.length).toBe(1);
    expect(merges[0]?.tables.lead).toEqual({ added: 1, changed: 2, repeated: 0, missing: 1 });
    expect(seenChanges).toBe(1);
    expect((await workspace.history({ ...latest, knownAt: '2026-01-05' })).merges).toEqual([]);
  });

  it('stays as it was when an export cannot be read again', async () => {
    await openFirst();
    const before = await canonicalText(await sharedEngine());
    const broken = {
      ...(await imported(nextMonday, '2026-01-12')),
      streams: () => Promise.reject(new Error('damaged')),
    };
    await expect(workspace.open([...(await workspace.imports()), broken])).rejects.toThrow('damaged');
    expect(await canonicalText(await sharedEngine())).toEqual(before);
    expect((await workspace.analysis(latest)).facts.leads).toBe(3);
  });

  it('is counted by another agreement as soon as it is asked for under it, and compared with the one before', async () => {
    await openFirst();
    const [fairs, webs] = ['Fair', 'Web'].map((channel): Choices => ({
      ...latest,
      agreed: [
        {
          ...standardDefinitions,
          stages: { ...rulesByStatus, mql: { kind: 'channel', oneOf: [channel] } },
        },
      ],
    }));
    if (fairs === undefined || webs === undefined) throw new Error('Two agreements were made.');
    expect((await workspace.analysis(fairs)).facts.in_cohort).toBe(1);
    expect((await workspace.analysis(webs)).facts.in_cohort).toBe(2);
    const { moved } = await workspace.ask(webs, (engine, analysis) =>
      definitionDiff(engine, analysis, fairs, { by: 'channel', listed: 1 }, () => undefined),
    );
    expect([moved.appeared, moved.gone]).toEqual([1, 2]);
    expect((await workspace.analysis(webs)).facts.in_cohort).toBe(2);
  });
});
