import { describe, expect, it } from 'vitest';
import { crmFormats } from '../../src/crm/registry.ts';
import type { FileLedger, ReasonCode } from '../../src/ingest/ledger.ts';
import { csv, fileOf, importing, leadHeaders, leadRow, leadsCsv } from '../support/import-texts.ts';
import { inspectText } from '../support/inspect-text.ts';

/** Why a row of the table may still not be loaded: what its cells say, and not how they are written. */
const ofValues: readonly ReasonCode[] = [
  'DATE_UNREADABLE',
  'DATE_IMPOSSIBLE',
  'DATE_AMBIGUOUS',
  'ID_MISSING',
  'ID_CONFLICT',
  'NOT_USED',
  'FORMAT_UNKNOWN',
];

const header = csv([leadHeaders]);
const lead = (id: string): string => csv([leadRow({ Id: id })]);
const body = lead('a') + lead('b') + lead('c');
const wide = csv([[...leadHeaders, 'More'], ...['x', 'y'].map((id) => [...leadRow({ Id: id }), ''])]);

const files: readonly (readonly [string, string])[] = [
  ['clean', header + body],
  ['no content', ''],
  ['a header alone', header],
  ['titles above the header', `Leads of the year\n\n${header}${body}`],
  ['rows of another table above the header', `"x","y","z","1","2","3"\n${header}${body}`],
  ['blank lines and lines of empty cells', `${header}${lead('a')}\n${','.repeat(7)}\n${lead('b')}`],
  ['the header once more', header + body + header + lead('d')],
  ['a footer behind a blank line', `${header}${body}\nLeads of the year\n"Copyright (c) 2026"\n`],
  ['a note behind the last row, without a gap', `${header}${body}My report\n`],
  ['too few and too many cells', `${header}${lead('a')}"b","Web"\n${lead('c').trimEnd()},"1"\n`],
  ['marks that make no sense', `${header}${lead('a').replace('"Web"', '"W"eb"')}"b,Web\n${lead('c')}`],
  ['a second table below', header + body + wide],
  ['a second file behind a byte-order mark', `${header}${body}\ufeff${header}${lead('d')}`],
  ['CRs and LFs by turns', (header + body).replace('\n', '\r')],
  ['the end cut off', (header + body).slice(0, -20)],
  ['a NUL byte in a cell', (header + body).replace('Web', 'W\u0000eb')],
  ['a date that is none and an id twice', header + body + lead('a') + csv([leadRow({ CreatedDate: 'x' })])],
  ['an unknown kind', 'Name;Age\nAnn;31\nBo\nCyd;12;1\n\nDan;4\n'],
  ['an unknown kind with a title and two lines of header', 'List\n\nA,A,B\nx,y,z\n1,2,w\n2,3,v\n'],
];

const importLedger = async (text: string): Promise<FileLedger | undefined> => {
  const { files: ledgers } = await importing([
    fileOf('table.csv', text),
    fileOf('other.csv', leadsCsv([{ Id: 'sound' }])),
  ]);
  return ledgers[0];
};

const structural = (reasons: FileLedger['reasons']): FileLedger['reasons'] =>
  Object.fromEntries(Object.entries(reasons).filter(([reason]) => !ofValues.some((code) => code === reason)));

describe('inspect and the import keep the same ledger of', () => {
  it.each(files)('%s', async (_, text) => {
    const seen = await inspectText(text, crmFormats);
    const loaded = await importLedger(text);
    if (loaded === undefined) throw new Error('No ledger.');
    const refused = ofValues.reduce((sum, reason) => sum + (loaded.reasons[reason] ?? 0), 0);
    expect({
      records: loaded.records,
      notData: loaded.notData,
      rows: loaded.loaded + loaded.duplicates + refused,
      reasons: structural(loaded.reasons),
    }).toEqual({
      records: seen.records,
      notData: seen.notData,
      rows: seen.loaded,
      reasons: seen.reasons,
    });
    expect(seen.records).toBe(seen.loaded + seen.setAside + seen.notData);
  });
});
