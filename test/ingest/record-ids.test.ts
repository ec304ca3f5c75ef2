import { describe, expect, it } from 'vitest';
import { salesforceId } from '../../data/generate/salesforce-id.ts';
import { TextBuilder } from '../../src/ingest/column-builders.ts';
import { textAt } from '../../src/ingest/column-rows.ts';
import { fullSalesforceId, fullSalesforceIds, splitLists, withPrefix } from '../../src/ingest/record-ids.ts';

const column = (cells: readonly (string | null)[]) => {
  const builder = new TextBuilder();
  for (const cell of cells) builder.append(cell);
  return builder.finish();
};

const cellsOf = (data: ReturnType<typeof column>): readonly (string | null)[] =>
  Array.from(data.missing, (_, row) => textAt(data, row));

describe('a Salesforce id', () => {
  it('of 15 characters takes the three that say which letters are capitals', () => {
    for (const serial of [0, 61, 62, 12_345, 987_654_321, 9_007_199_254_740_991]) {
      const full = salesforceId('lead', serial);
      expect(fullSalesforceId(full.slice(0, 15))).toBe(full);
    }
  });

  it('that differs by case alone is another id', () =>
    expect(fullSalesforceId('00QXX00000Abc1a')).not.toBe(fullSalesforceId('00QXX00000Abc1A')));

  it.each(['', '00Q1', '00QXX00000Abc1a2AB', '00QXX00000-bc1a', 'Ångström Works1'])(
    'stays as it is where it has another shape: "%s"',
    (id) => expect(fullSalesforceId(id)).toBe(id),
  );

  it('is completed in a column that has both forms, and blanks stay blank', () =>
    expect(cellsOf(fullSalesforceIds(column(['00QXX00000Abc1a', null, '00QXX00000Abc1a2AB'])))).toEqual([
      '00QXX00000Abc1a2AB',
      null,
      '00QXX00000Abc1a2AB',
    ]));

  it('costs nothing in a column of long ids', () => {
    const long = column(['00QXX00000Abc1a2AB']);
    expect(fullSalesforceIds(long)).toBe(long);
  });
});

describe('a list in one cell', () => {
  it('gives each entry once, with the row it stood in', () => {
    const { rows, entries } = splitLists(column(['1;2', null, ' 3 ;;3', 'x']), ';', Int32Array.of(0, 1, 2));
    expect([...rows]).toEqual([0, 0, 2]);
    expect(cellsOf(entries)).toEqual(['1', '2', '3']);
  });
});

describe('a prefix', () => {
  it('stands before each filled cell', () =>
    expect(cellsOf(withPrefix(column(['1', null]), 'deal:'))).toEqual(['deal:1', null]));
});
