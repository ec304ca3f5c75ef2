import { describe, expect, it } from 'vitest';
import { expectNoCrash, expectSameAsCsv, leadTable, tablesOf } from '../support/lead-table.ts';
import { ledgerOf, fileOf } from '../support/import-texts.ts';
import { asJson, asJsonLines } from '../support/table-formats.ts';

const rowsOf = async (text: string | Uint8Array<ArrayBuffer>) => (await tablesOf('a.json', text))[0]?.rows;

describe('JSON', () => {
  it('gives the same leads as CSV', () => expectSameAsCsv('Lead', asJson(leadTable)));

  it('gives them line by line too', () => expectSameAsCsv('Lead', asJsonLines(leadTable)));

  it('gives them from a list inside an object', () =>
    expectSameAsCsv('Lead', `{"total": 5, "done": [1, 2], "records": ${asJson(leadTable)}}`));

  it('keeps every digit and flattens one level', async () =>
    expect(
      await rowsOf(
        '[{"id":123456789012345678,"owner":{"name":"Zo\\u00eb","at":{"x":[1,{"y":2}]}},"tags":["a",1,null]},' +
          ' {"sum":-1.50e3,"small":1E-7,"ok":true,"none":null,"id":1.50}]',
      ),
    ).toEqual([
      ['id', 'owner.name', 'owner.at', 'tags', 'sum', 'small', 'ok', 'none'],
      ['123456789012345678', 'Zoë', '{"x":[1,{"y":2}]}', 'a;1;', '', '', '', ''],
      ['1.50', '', '', '', '-1500', '0.0000001', 'true', ''],
    ]));

  it('takes names such as __proto__ for what they are', async () => {
    expect(await rowsOf('[{"__proto__":{"x":1},"constructor":"c","__proto__":2}]')).toEqual([
      ['__proto__.x', 'constructor', '__proto__'],
      ['1', 'c', '2'],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  it('gives every list of objects in an object its own table', async () =>
    expect(
      (await tablesOf('a.json', '{"leads":[{"a":1}],"deals":[{"b":2}]}')).map(({ name }) => name),
    ).toEqual(['a.json › leads', 'a.json › deals']));

  it('is read in UTF-16 and with a byte-order mark', async () => {
    const expected = [['a'], ['ä']];
    expect(await rowsOf(new Uint8Array([0xff, 0xfe, ...Buffer.from('[{"a":"ä"}]', 'utf16le')]))).toEqual(
      expected,
    );
    expect(await rowsOf('\uFEFF[{"a":"ä"}]')).toEqual(expected);
  });

  it.each([
    ['[{"a":1},{"a":2},{"a":', /ends in the middle of a record/],
    ['[{"a":1},\n{"a" 2}]', /from byte 15 on \(line 2\)/],
    ['[{"a":1}] b', /from byte 10 on/],
    ['[{"a":1},]', /from byte 9 on/],
    ['{"a":1', /ends in the middle/],
    ['{"data":[{"a":1},{"a":2}', /ends in the middle/],
  ])('names the damaged place: %s', (text, reason) => expect(rowsOf(text)).rejects.toThrow(reason));

  it.each(['[Id],[Name]\n1,2\n', '{x}\n', '[1,2]\n', '[]', '{}x,y\n'])(
    'leaves text to be text: %s',
    async (text) => expect((await tablesOf('a', text))[0]?.encoding).toBe('utf-8'),
  );

  it('sets a damaged line aside and goes on', async () => {
    const lines = asJsonLines(leadTable).split('\n');
    lines.splice(2, 1, (lines[2] ?? '').slice(0, 40));
    const ledger = await ledgerOf([fileOf('Lead.jsonl', lines.join('\n'))]);
    expect(ledger).toMatchObject({ records: 5, loaded: 3, setAside: 1, duplicates: 1 });
    expect(ledger.examples[0]).toMatchObject({ line: 3, text: lines[2] });
  });

  it('never hangs or crashes where it is damaged', async () => {
    await expectNoCrash(new TextEncoder().encode(asJson(leadTable)), 11);
    await expectNoCrash(new TextEncoder().encode(asJsonLines(leadTable)), 12);
  });

  it('is refused, not overflown, where it is nested without end', async () =>
    expect(rowsOf(`[{"a":1},{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}]`)).rejects.toThrow(
      /is no JSON from byte/,
    ));
});
