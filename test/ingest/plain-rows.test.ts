import { describe, expect, it } from 'vitest';
import { usualDialect } from '../../src/ingest/dialect.ts';
import { plainRows } from '../../src/ingest/plain-rows.ts';
import { recordCutter } from '../../src/ingest/record-scanner.ts';
import { runCutter } from '../../src/ingest/run-cutter.ts';

const isPlain = (line: string, headerLine: readonly string[]): boolean => {
  const bytes = new TextEncoder().encode(`${line}\n`);
  const run = runCutter(usualDialect, 'utf-8', recordCutter(usualDialect))?.(bytes, 0, true);
  return run?.records === 1 && plainRows([headerLine], headerLine.length)(run, 0);
};

describe('a record of a run', () => {
  it.each([
    ['with filled cells', 'a,b,c', true],
    ['whose first cell is empty', ',b,', true],
    ['with nothing in it', ',,', false],
    ['with spaces alone', ' , , ', false],
    ['with one filled cell, as a footer has', 'Copyright,,', false],
    ['that begins as the header does', 'Id,b,c', false],
    ['of another width', 'a,b', false],
  ])('%s is a row beyond doubt or not', (_, line, isRow) => {
    expect(isPlain(line, ['Id', 'Name', 'City'])).toBe(isRow);
  });

  it('is a row with one filled cell where a table is too narrow for notes', () => {
    expect(isPlain('a,', ['Id', 'Name'])).toBe(true);
    expect(isPlain(',', ['Id', 'Name'])).toBe(false);
  });
});
