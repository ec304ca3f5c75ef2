import { describe, expect, it } from 'vitest';
import { csv, fileOf, importing } from '../support/import-texts.ts';

const headers = ['Lead ID', 'Lead Source', 'Lead Status', 'Create Date'];
const lead = (id: string) => [id, 'Web', 'New', '2026-01-12'];
const ledger = async (text: string) => {
  const { files } = await importing([fileOf('report.csv', text)]);
  const [file] = files;
  return file === undefined ? null : [file.records, file.loaded, file.setAside, file.notData];
};

describe('the lines below a report', () => {
  it('are no data where one of them says whose report it is', async () => {
    const text = `${csv([headers, lead('1')])}\n"My report"\n"Copyright (c) salesforce.com"\n`;
    expect(await ledger(text)).toEqual([4, 1, 0, 3]);
  });

  it('are no data where a spreadsheet filled them up with empty cells', async () => {
    const text = csv([
      headers,
      lead('1'),
      ['', '', '', ''],
      ['Confidential Information - Do Not Distribute', '', '', ''],
    ]);
    expect(await ledger(text)).toEqual([3, 1, 0, 2]);
  });

  it('are set aside where none of them does, as in a file that was cut off', async () => {
    expect(await ledger(`${csv([headers, lead('1')])}"00QXX0000`)).toEqual([2, 1, 1, 0]);
  });

  it('are set aside where rows follow them', async () => {
    const text = `${csv([headers, lead('1')])}"Copyright"\n${csv([lead('2')])}`;
    expect(await ledger(text)).toEqual([3, 2, 1, 0]);
  });
});
