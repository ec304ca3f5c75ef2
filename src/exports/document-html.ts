import { day } from '../sentences/format.ts';
import { cellWords } from './cell-words.ts';
import type {
  ColumnKind,
  DocumentBlock,
  DocumentRow,
  DocumentTable,
  ReviewDocument,
} from './review-document.ts';
import { aggregatesOnly } from './suppress-small.ts';
import { xmlSafe } from './xml-safe.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  xmlSafe(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

/** A text in its own direction, so that a name from right to left disturbs nothing beside it. */
const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes} dir="auto">${escaped(text)}</${name}>`;

const styles = `
:root { color-scheme: light dark; --ink: #1b1a18; --quiet: #55514a; --rule: #cfc9bd; --paper: #fbfaf7; }
@media (prefers-color-scheme: dark) { :root { --ink: #edeae3; --quiet: #b5afa3; --rule: #4a463f; --paper: #171614; } }
@media print { :root { --ink: #000; --quiet: #333; --rule: #999; --paper: #fff; } section, tr { break-inside: avoid; } .wide { overflow: visible; } body { padding: 0; } }
@page { size: A4 landscape; margin: 12mm; }
body { margin: 0 auto; max-width: 1240px; padding: 32px 24px; background: var(--paper); color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
h1, h2 { font-family: Georgia, serif; font-weight: 600; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 30px; } h2 { font-size: 21px; }
p { margin: 8px 0; max-width: 80ch; } .quiet { color: var(--quiet); font-size: 14px; }
section { margin-top: 36px; padding-top: 16px; border-top: 1px solid var(--rule); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin-top: 12px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 20px 5px 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; overflow-wrap: break-word; }
tbody th { min-width: 10em; max-width: 24em; font-weight: 400; }
.number { text-align: right; white-space: nowrap; } thead th { color: var(--quiet); font-size: 14px; white-space: normal; vertical-align: bottom; min-width: 4.5em; }
tfoot td, tfoot th { font-weight: 600; }
`;

const cells = (row: DocumentRow, kinds: readonly ColumnKind[], currency: string | null): string =>
  kinds
    .map((kind, index) => {
      const words = cellWords(row[index] ?? null, kind, currency);
      if (index === 0) return element('th', words, ' scope="row"');
      return element('td', words, kind === 'text' ? '' : ' class="number"');
    })
    .join('');

const tableHtml = (
  { columns, rows, total }: DocumentTable,
  caption: string,
  currency: string | null,
): string => {
  const kinds = columns.map(({ kind }) => kind);
  const heads = columns.map(({ label, kind }) =>
    element('th', label, ` scope="col"${kind === 'text' ? '' : ' class="number"'}`),
  );
  const line = (row: DocumentRow): string => `<tr>${cells(row, kinds, currency)}</tr>`;
  return [
    `<div class="wide" role="region" tabindex="0" aria-label="${escaped(caption)}"><table>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${rows.map(line).join('\n')}</tbody>`,
    total === null ? '' : `<tfoot>${line(total)}</tfoot>`,
    '</table></div>',
  ].join('\n');
};

const blockHtml = (
  { question, answer, definition, notes, table }: DocumentBlock,
  currency: string | null,
): string =>
  [
    '<section>',
    element('p', question, ' class="quiet"'),
    element('h2', answer),
    element('p', definition, ' class="quiet"'),
    ...(table === null ? [] : [tableHtml(table, question, currency)]),
    ...notes.map((note) => element('p', note)),
    '</section>',
  ].join('\n');

/**
 * A document as one HTML file that needs nothing else: its own style sheet, no script, no picture, no address of another
 * file, and a policy that forbids them. It holds aggregates only.
 */
export const documentHtml = (document: ReviewDocument): string => {
  const { title, summary, asOf, definitionLabel, currency, blocks } = aggregatesOnly(document);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${styles}</style>`,
    '</head>',
    '<body>',
    '<main>',
    element('h1', title),
    ...summary.map(({ text }) => element('p', text)),
    element('p', `As of ${day(asOf)}. ${definitionLabel}`, ' class="quiet"'),
    ...blocks.map((block) => blockHtml(block, currency)),
    element(
      'p',
      'Aggregates only: no number here is about fewer than five people. Groups under five are counted under (other), or left empty.',
      ' class="quiet"',
    ),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
};
