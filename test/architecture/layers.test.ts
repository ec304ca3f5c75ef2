import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layers, violationsOf, type SourceText } from '../support/source-rules.ts';

const sources: readonly SourceText[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }));

const rulesBroken = (path: string, text: string): readonly string[] =>
  violationsOf({ path, text }).map((violation) => violation.rule);

describe('the sources', () => {
  it('are all looked at', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(new Set(sources.map(({ path }) => path.split('/')[0]))).toEqual(new Set([...layers, 'main.tsx']));
  });

  it('keep every rule of the architecture', () => expect(sources.flatMap(violationsOf)).toEqual([]));
});

describe('a planted violation is caught', () => {
  it.each([
    [
      'a lower folder that imports a higher one',
      'stats/a.ts',
      "import { b } from '../metrics/b.ts';",
      'layer',
    ],
    ['a type taken from a higher folder', 'domain/a.ts', "import type { B } from '../sql/b.ts';", 'layer'],
    ['an export passed on from a higher folder', 'crm/a.ts', "export { b } from '../ingest/b.ts';", 'layer'],
    ['everything passed on from a higher folder', 'crm/a.ts', "export * from '../ingest/b.ts';", 'layer'],
    ['a higher folder imported later', 'engine/a.ts', "const b = () => import('../queries/b.ts');", 'layer'],
    ['charts that know the widgets', 'charts/a.tsx', "import { B } from '../ui/b.tsx';", 'layer'],
    ['widgets that know the charts', 'ui/a.tsx', "import { B } from '../charts/b.tsx';", 'layer'],
    [
      'the report without a browser that knows a page',
      'headless/a.ts',
      "import { B } from '../views/b.tsx';",
      'layer',
    ],
    [
      'the report without a browser that knows a query',
      'headless/a.ts',
      "import { b } from '../queries/b.ts';",
      'layer',
    ],
    ['sample data read as text', 'app/a.ts', "import text from '../../data/sample/Lead.csv?raw';", 'layer'],
    ['sample data on a page', 'views/a.ts', "import url from '../../data/sample/Lead.csv?url';", 'layer'],
    ['an import from outside the sources', 'metrics/a.ts', "import { b } from '../../test/b.ts';", 'layer'],
    ['arithmetic that uses a package', 'stats/a.ts', "import { mean } from 'lodash-es';", 'package'],
    ['metrics that know React', 'metrics/a.ts', "import { useMemo } from 'react';", 'package'],
    ['Arrow above the engine', 'queries/a.ts', "import type { Table } from 'apache-arrow';", 'package'],
    ['a page that draws by itself', 'views/a/b.tsx', "import { LineChart } from 'recharts';", 'package'],
    ['a part of a package', 'ui/a.tsx', "import { createPortal } from 'react-dom/client';", 'package'],
    ['an import that knows Node', 'ingest/a.ts', "import { readFileSync } from 'node:fs';", 'package'],
    ['a default export', 'stats/a.ts', 'export default function a() { return 1; }', 'no default export'],
    ['a default export by name', 'stats/a.ts', 'const a = 1; export { a as default };', 'no default export'],
    ['an index', 'stats/index.ts', 'export const a = 1;', 'no index'],
    ['a name in camel case', 'stats/myFile.ts', 'export const a = 1;', 'kebab-case'],
    ['a name in Pascal case', 'ui/Button.tsx', 'export const a = 1;', 'kebab-case'],
    ['a folder that is not in the list', 'utils/a.ts', 'export const a = 1;', 'folder'],
    [
      'a rule switched off',
      'stats/a.ts',
      '// oxlint-disable-next-line no-console\nexport const a = 1;',
      'no silenced rule',
    ],
    [
      'a type error switched off',
      'stats/a.ts',
      '/* @ts-expect-error */\nexport const a = 1;',
      'no silenced rule',
    ],
    ['markup set as text', 'ui/a.ts', "document.body.innerHTML = 'a';", 'no markup or code from text'],
    [
      'markup set in JSX',
      'ui/a.tsx',
      "const a = <b dangerouslySetInnerHTML={{ __html: 'a' }} />;",
      'no markup or code from text',
    ],
    ['text run as code', 'ingest/a.ts', "const a = eval('1');", 'no markup or code from text'],
    [
      'text made a function',
      'ingest/a.ts',
      "const a = new Function('return 1');",
      'no markup or code from text',
    ],
    [
      'a statement made of text on a page',
      'views/a/b.ts',
      'await engine.run([{ text: `DROP TABLE ${name}`, params: [] }]);',
      'statements are made in sql',
    ],
    [
      'a template handed to the engine',
      'queries/a.ts',
      'await connection.query(`SELECT ${column}`);',
      'statements are made in sql',
    ],
    [
      'the statement tag on a page',
      'views/a/b.ts',
      "import { sql } from '../../sql/sql.ts';",
      'statements are made in sql',
    ],
  ])('%s', (_, path, text, rule) => expect(rulesBroken(path, text)).toEqual([rule]));
});

describe('what is allowed', () => {
  it.each([
    ['a folder that imports a lower one', 'metrics/a.ts', "import { b } from '../stats/b.ts';"],
    ['a folder that imports itself', 'sql/questions/a.ts', "import { b } from '../sql.ts';"],
    [
      'a statement in the folder of statements',
      'sql/a.ts',
      "import { sql } from './sql.ts';\nexport const a = sql`SELECT ${1}`;",
    ],
    ['the type of a statement anywhere above', 'queries/a.ts', "import type { Sql } from '../sql/sql.ts';"],
    ['sample data by its address', 'app/a.ts', "import url from '../../data/sample/Lead.csv.gz?url';"],
    [
      'an asset by its address',
      'engine/a.ts',
      "import url from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';",
    ],
    ['a template that is no statement', 'views/a/b.ts', 'const title = `${count} leads`;'],
    ['a word that only looks dangerous', 'ui/a.ts', "export const words = 'eval(innerHTML)';"],
  ])('%s', (_, path, text) => expect(rulesBroken(path, text)).toEqual([]));
});
