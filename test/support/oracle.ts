import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder of the reference cases; tests that need it skip where it is missing. */
export const oracleDir = resolve(process.env['ORACLE_DIR'] ?? '../shared/oracle');

/** Folder of the public data sets; tests that need it skip where it is missing. */
export const datasetsDir = resolve(process.env['DATASETS_DIR'] ?? '../shared/datasets');

/** Folder of the hostile inputs; tests that need it skip where it is missing. */
export const tortureDir = resolve(process.env['TORTURE_DIR'] ?? '../shared/torture');

export const hasOracle = existsSync(oracleDir);
export const hasDatasets = existsSync(datasetsDir);

export const hasTorture = existsSync(tortureDir);

/** Said in the name of a suite that skips. */
export const missing = (isThere: boolean, variable: string): string =>
  isThere ? '' : ` (missing: set ${variable})`;

export const readTorture = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(join(tortureDir, name)));

/** The strings that break programs, 515 of them. */
export const naughtyStrings = (): readonly string[] =>
  JSON.parse(new TextDecoder().decode(readTorture('naughty-strings/blns.json'))) as readonly string[];

export const readOracle = (name: string): string => readFileSync(join(oracleDir, name), 'utf8');

/** Rows of a plain CSV file without quoting, as the reference cases are written. */
export const oracleRows = (name: string): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...lines] = readOracle(name).trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, index) => [column, cells[index] ?? '']));
  });
};
