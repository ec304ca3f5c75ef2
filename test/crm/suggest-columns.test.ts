import { describe, expect, it } from 'vitest';
import { crmFormats } from '../../src/crm/registry.ts';
import { suggestColumns, suggestKind, type SeenColumn } from '../../src/crm/suggest-columns.ts';

const column = (header: string, ...examples: readonly string[]): SeenColumn => ({ header, examples });

const people = [
  column('Ref', 'P0', 'P1', 'P2'),
  column('When it came', '01/02/2026', '02/02/2026'),
  column('Acquisition channel', 'Web', 'Fair'),
  column('Contact', 'ida@example.com', 'per@example.com'),
  column('Remarks', 'called twice'),
];

const brief = (kind: Parameters<typeof suggestColumns>[0], columns: readonly SeenColumn[]) =>
  Object.fromEntries(
    Object.entries(suggestColumns(kind, columns, crmFormats)).map(([field, { header, confidence }]) => [
      field,
      `${header}, ${confidence}`,
    ]),
  );

describe('the columns of an unknown file', () => {
  it('are suggested by their words, then by what their values look like', () => {
    expect(brief('lead', people)).toEqual({
      lead_id: 'Ref, maybe',
      created_at: 'When it came, maybe',
      channel: 'Acquisition channel, likely',
      email: 'Contact, maybe',
    });
  });

  it('are sure where any known export or any of six languages calls them so', () => {
    expect(
      brief('lead', [
        column('LeadSource', 'Web'),
        column('Skapad', '2026-01-02'),
        column('e-post', 'a@b.se'),
      ]),
    ).toEqual({
      channel: 'LeadSource, sure',
      created_at: 'Skapad, sure',
      email: 'e-post, sure',
    });
  });

  it('never are a date where no value holds a digit', () => {
    expect(brief('lead', [column('Created', 'by Ida', 'by Per')])).toEqual({});
  });

  it('are each suggested once', () => {
    const headers = Object.values(suggestColumns('lead', people, crmFormats)).map(({ header }) => header);
    expect(new Set(headers).size).toBe(headers.length);
  });
});

describe('the kind of an unknown file', () => {
  it.each([
    ['lead', people],
    ['opportunity', [column('Deal id', 'D1'), column('Created', '2026-01-01'), column('Result', 'won')]],
    ['stage event', [column('Lead id', 'P1'), column('Stage', 'MQL'), column('When', '2026-01-01')]],
    ['link', [column('lead_id', 'P1'), column('opportunity_id', 'D1')]],
    ['cost', [column('Channel', 'Web'), column('Month', '2026-01'), column('Cost', '500')]],
  ] as const)('is suggested by what its columns say: %s', (kind, columns) => {
    expect(suggestKind(columns, crmFormats)).toBe(kind);
  });
});
