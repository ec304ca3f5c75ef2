import { describe, expect, it } from 'vitest';
import { packedEntry } from '../../src/ingest/packed-entry.ts';

describe('a cell that packs several entries', () => {
  it.each([
    ['{"New Value":"MQL","Old Value":"New"}', 'MQL'],
    ['{"New Value":5}', '5'],
    ['{"New Value":{"deep":true}}', '{"deep":true}'],
    ['{"New Value":null}', ''],
    ['{"Old Value":"New"}', ''],
    ['{}', ''],
    ['', ''],
    ['  ', ''],
  ])('%s gives "%s"', (cell, value) => expect(packedEntry(cell, 'New Value')).toBe(value));

  it.each(['{"New Value":"MQL', 'MQL', '["MQL"]', 'null', '7'])(
    'comes back as it is where it is no object, so that it is seen: %s',
    (cell) => expect(packedEntry(cell, 'New Value')).toBe(cell),
  );

  it('has no entry that only every object has', () => expect(packedEntry('{}', 'toString')).toBe(''));
});
