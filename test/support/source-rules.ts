import { posix } from 'node:path';
import { parseSync } from 'vite';

/** A source file as the rules see it: its path from `src/` on and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A rule that is broken: where, and in which words. */
export interface Violation {
  readonly path: string;
  readonly rule: string;
  readonly found: string;
}

/** Folders from the ground up: one imports only from those before it. */
export const layers = [
  'domain',
  'stats',
  'metrics',
  'crm',
  'ingest',
  'sql',
  'engine',
  'queries',
  'sentences',
  'exports',
  'charts',
  'ui',
  'views',
  'app',
  'headless',
] as const;

export type Layer = (typeof layers)[number];

/** Folders that come earlier but are none of a folder's business. */
const strangers: Readonly<Partial<Record<Layer, readonly Layer[]>>> = {
  charts: ['exports'],
  ui: ['exports', 'charts'],
  headless: ['queries', 'charts', 'ui', 'views', 'app'],
};

/** Packages of others that a folder may use; `*` is any. */
const packages: Readonly<Record<Layer, readonly string[]>> = {
  domain: ['temporal-polyfill', 'date-holidays'],
  stats: [],
  metrics: [],
  crm: [],
  ingest: [
    'papaparse',
    'fflate',
    '@e965/xlsx',
    'hyparquet',
    'hyparquet-compressors',
    'apache-arrow',
    'valibot',
  ],
  sql: [],
  engine: ['@duckdb/duckdb-wasm', 'apache-arrow'],
  queries: ['@tanstack/react-query', 'react'],
  sentences: [],
  exports: ['fflate', '@e965/xlsx', 'pptxgenjs', 'valibot'],
  charts: ['react', 'recharts'],
  ui: ['react', 'react-aria-components'],
  views: ['react', '@tanstack/react-query', '@tanstack/react-router'],
  app: ['*'],
  headless: ['node:*', 'vite', '@duckdb/duckdb-wasm'],
};

const isLayer = (name: string): name is Layer => layers.some((layer) => layer === name);

const layerOf = (path: string): Layer | null => {
  const [folder = ''] = path.split('/');
  return isLayer(folder) ? folder : null;
};

/** The package of an import: `react-dom/client` is `react-dom`. */
const packageOf = (specifier: string): string => {
  if (specifier.startsWith('node:')) return 'node:*';
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
};

interface Parsed {
  readonly imports: readonly { readonly from: string; readonly names: readonly string[] }[];
  readonly hasDefaultExport: boolean;
  readonly comments: readonly string[];
  readonly program: unknown;
}

const parsed = ({ path, text }: SourceText): Parsed => {
  const { module, program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message ?? ''}`);
  const named = module.staticImports.map((entry) => ({
    from: entry.moduleRequest.value,
    names: entry.entries.filter((name) => !name.isType).map((name) => name.importName.name ?? '*'),
  }));
  const passedOn = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap(({ moduleRequest, importName, isType }) =>
      moduleRequest === null
        ? []
        : [{ from: moduleRequest.value, names: isType ? [] : [importName.name ?? '*'] }],
    ),
  );
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    from: text.slice(start, end).replaceAll(/^['"`]|['"`]$/g, ''),
    names: ['*'],
  }));
  return {
    imports: [...named, ...passedOn, ...later],
    hasDefaultExport: module.staticExports.some((statement) =>
      statement.entries.some(
        (entry) => entry.exportName.kind === 'Default' || entry.exportName.name === 'default',
      ),
    ),
    comments: comments.map((comment) => comment.value),
    program,
  };
};

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node of a syntax tree. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const entry of value) yield* nodesOf(entry);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesOf(child);
}

const nameOf = (value: unknown): string => {
  if (!isNode(value)) return '';
  if (value.type === 'Identifier' || value.type === 'JSXIdentifier') return String(value['name']);
  if (value.type === 'Literal') return String(value['value']);
  return value.type === 'MemberExpression' ? nameOf(value['property']) : '';
};

const engineCalls = new Set(['ask', 'run', 'query', 'prepare', 'send', 'question']);

/** Whether a call hands text made on the spot to the engine, beside the statements of `sql/`. */
const makesStatement = (node: Node): boolean => {
  if (node.type !== 'CallExpression' || !engineCalls.has(nameOf(node['callee']))) return false;
  return [...nodesOf(node['arguments'])].some((part) => {
    if (part.type === 'ObjectExpression')
      return [...nodesOf(part['properties'])].some(
        (entry) => entry.type === 'Property' && nameOf(entry['key']) === 'text',
      );
    return part.type === 'TemplateLiteral';
  });
};

const dangerousNames = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML']);

const dangerIn = (node: Node): string | null => {
  if (node.type === 'MemberExpression' && dangerousNames.has(nameOf(node['property'])))
    return nameOf(node['property']);
  if (node.type === 'JSXAttribute' && dangerousNames.has(nameOf(node['name']))) return nameOf(node['name']);
  if (node.type === 'Property' && dangerousNames.has(nameOf(node['key']))) return nameOf(node['key']);
  if (node.type === 'CallExpression' && nameOf(node['callee']) === 'eval') return 'eval';
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Function') return 'new Function';
  return null;
};

/** All rules that a source file breaks. */
export const violationsOf = (source: SourceText): readonly Violation[] => {
  const { path } = source;
  const layer = layerOf(path);
  const { imports, hasDefaultExport, comments, program } = parsed(source);
  const found: Violation[] = [];
  const say = (rule: string, words: string): number => found.push({ path, rule, found: words });
  const name = posix.basename(path);
  if (layer === null && path !== 'main.tsx') say('folder', path);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:ts|tsx|mjs)$/.test(name)) say('kebab-case', name);
  if (name.startsWith('index.')) say('no index', name);
  if (hasDefaultExport) say('no default export', name);
  for (const comment of comments)
    if (/(?:ox|es)lint-disable|@ts-/.test(comment)) say('no silenced rule', comment.trim());
  for (const node of nodesOf(program)) {
    const danger = dangerIn(node);
    if (danger !== null) say('no markup or code from text', danger);
    if (layer !== 'sql' && layer !== 'engine' && makesStatement(node))
      say('statements are made in sql', nameOf(node['callee']));
  }
  if (layer === null) return found;
  for (const { from, names } of imports) {
    if (!from.startsWith('.')) {
      const allowed = packages[layer];
      if (!allowed.includes('*') && !allowed.includes(packageOf(from))) say('package', from);
      continue;
    }
    const target = posix.normalize(posix.join(posix.dirname(path), from));
    const other = layerOf(target);
    if (layer === 'app' && /^\.\.\/data\/.*\?url$/.test(target)) continue;
    if (
      other === null ||
      layers.indexOf(other) > layers.indexOf(layer) ||
      strangers[layer]?.includes(other) === true
    )
      say('layer', `${layer} imports ${target}`);
    const isTag = /^sql\/sql\.ts$/.test(target) && names.some((entry) => entry === 'sql' || entry === '*');
    if (isTag && layer !== 'sql' && layer !== 'engine') say('statements are made in sql', from);
  }
  return found;
};
