import { describe, expect, it } from 'vitest';
import { missingFields, ownFormat, ownTable, type Assigned, type OwnKind } from '../../src/crm/own-table.ts';
import { mappingText, parseMapping } from '../../src/ingest/mapping-file.ts';
import { canonicalContent } from '../support/canonical-content.ts';
import { fileOf, importing } from '../support/import-texts.ts';

const formatOf = (...tables: readonly (readonly [OwnKind, Assigned])[]) =>
  ownFormat(tables.map(([kind, assigned], index) => ownTable(`table ${index}`, kind, assigned)));

const people =
  'Ref,Came,From,Ready,Talked,Signed,Gone,Worth\nP1,2026-01-02,Fair,2026-01-05,2026-01-09,2026-02-01,,500\nP2,2026-01-03,Web,,,,2026-01-20,\n';

const everything: Assigned = {
  lead_id: 'Ref',
  created_at: 'Came',
  channel: 'From',
  mql_date: 'Ready',
  opportunity_date: 'Talked',
  won_date: 'Signed',
  disqualified_date: 'Gone',
  amount: 'Worth',
};

describe('a table of one row a lead, in words of its own', () => {
  it('gives leads, their stages, opportunities and links', async () => {
    const imported = await importing([fileOf('people.csv', people)], [formatOf(['lead', everything])]);
    const { leads, opportunities, links } = await canonicalContent(imported);
    expect(leads.map(({ lead_id, channel }) => [lead_id, channel])).toEqual([
      ['P1', 'Fair'],
      ['P2', 'Web'],
    ]);
    expect(opportunities).toMatchObject([
      { opportunity_id: 'P1', outcome: 'won', close_date: '2026-02-01', amount_minor: 50_000 },
    ]);
    expect(links).toMatchObject([{ lead_id: 'P1', opportunity_id: 'P1' }]);
    const stages = imported.streams.filter(({ table }) => table === 'stage_event');
    expect(stages.reduce((sum, { rows }) => sum + rows, 0)).toBe(2);
  });

  it('reads nothing of columns that are not assigned', async () => {
    const imported = await importing(
      [fileOf('people.csv', people)],
      [formatOf(['lead', { lead_id: 'Ref', created_at: 'Came' }])],
    );
    const { leads, opportunities } = await canonicalContent(imported);
    expect(leads.map(({ channel }) => channel)).toEqual([null, null]);
    expect(opportunities).toEqual([]);
    expect(imported.files[0]?.readings.map(({ source }) => source)).toEqual(['Ref', 'Came']);
  });

  it('takes the opportunities of another table where it names them', async () => {
    const imported = await importing(
      [
        fileOf('people.csv', 'Ref,Came,Case\nP1,2026-01-02,C1\n'),
        fileOf('cases.csv', 'Case,Opened,State\nC1,2026-01-05,lost\n'),
      ],
      [
        formatOf(
          ['lead', { lead_id: 'Ref', created_at: 'Came', opportunity_id: 'Case' }],
          ['opportunity', { opportunity_id: 'Case', created_at: 'Opened', outcome: 'State' }],
        ),
      ],
    );
    const { opportunities, links } = await canonicalContent(imported);
    expect(opportunities.map(({ opportunity_id, outcome }) => [opportunity_id, outcome])).toEqual([
      ['C1', 'lost'],
    ]);
    expect(links).toHaveLength(1);
  });

  it('is known again next week, and says the same from a mapping file', async () => {
    const format = formatOf(['lead', everything]);
    const saved = parseMapping('own.json', mappingText(format));
    expect(saved).toEqual(format);
    const imported = await importing([fileOf('another name.csv', people)], [saved]);
    expect(imported.files[0]).toMatchObject({ format: 'own-tables', loaded: 2 });
  });

  it('is not known without a column that is used of it', async () => {
    const imported = await importing(
      [fileOf('people.csv', people.replace('From', 'Origin'))],
      [formatOf(['lead', everything])],
    );
    expect(imported.files[0]?.format).toBe('unknown');
  });
});

describe('a table of stages entered', () => {
  it('gives one event a row', async () => {
    const imported = await importing(
      [
        fileOf('people.csv', 'Ref,Came\nP1,2026-01-02\n'),
        fileOf('log.csv', 'Who,Step,Day\nP1,MQL,2026-01-03\nP1,Accepted,2026-01-04\n'),
      ],
      [
        formatOf(
          ['lead', { lead_id: 'Ref', created_at: 'Came' }],
          ['stage event', { lead_id: 'Who', stage: 'Step', at: 'Day' }],
        ),
      ],
    );
    expect(imported.streams.find(({ table }) => table === 'stage_event')?.rows).toBe(2);
  });
});

describe('what is missing of a table', () => {
  it('is told in words', () => {
    expect(missingFields('opportunity', { opportunity_id: 'Case' }).map(({ label }) => label)).toEqual([
      'Opportunity created',
      'Won, lost or open',
    ]);
  });
});
