/** Where the reference cases lie, and how to read them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const folder =
  process.env['ORACLE_DIR'] ?? fileURLToPath(new URL('../../../../shared/oracle', import.meta.url));

/** True if the reference cases are on this machine. */
export function oracleIsThere(): boolean {
  return existsSync(join(folder, 'journey.json'));
}

/** The content of one JSON file of the reference cases; the caller knows its shape. */
export function readOracleJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

/** The rows of one CSV file of the reference cases as records by column name; they hold no quotes. */
export function readOracleCsv(name: string): Record<string, string>[] {
  const lines = readFileSync(join(folder, name), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const columns = (lines[0] ?? '').split(',');
  return lines.slice(1).map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}
