import { day } from '../sentences/format.ts';
import { cellWords } from './cell-words.ts';
import { plain, row } from './markdown-cells.ts';
import type { DocumentBlock, DocumentTable, ReviewDocument } from './review-document.ts';

/**
 * Text as Markdown shows it unchanged, in a chat as well: no table, tag, heading, list, link, entity or call of somebody's
 * name can be made of it.
 */
const safeText = (text: string): string =>
  plain(text)
    .replaceAll(/[&~@#!]/g, String.raw`\$&`)
    .replaceAll('://', String.raw`\://`)
    .replaceAll(/www\./gi, (word) => `${word.slice(0, -1)}\\.`)
    .replace(/^\s*(\d+(?=[.)] )|(?=[-+] ))(.)/, String.raw`$1\$2`);

const shownPlaces = 6;

const tableLines = (
  { columns, rows, total, rowsAre }: DocumentTable,
  currency: string | null,
): readonly string[] => {
  const shown = rowsAre === 'groups' ? rows : rows.slice(-shownPlaces);
  return [
    '',
    row(columns.map(({ label }) => safeText(label))),
    row(columns.map(({ kind }) => (kind === 'text' ? '---' : '---:'))),
    ...[...shown, ...(total === null ? [] : [total])].map((cells) =>
      row(columns.map(({ kind }, index) => safeText(cellWords(cells[index] ?? null, kind, currency)))),
    ),
    ...(shown.length < rows.length ? ['', `The last ${shown.length} of ${rows.length} rows.`] : []),
  ];
};

const blockLines = (
  { question, answer, definition, notes, table }: DocumentBlock,
  currency: string | null,
): readonly string[] => [
  '',
  `## ${safeText(answer)}`,
  '',
  `*${safeText(question)}* ${safeText(definition)}`,
  ...(table === null ? [] : tableLines(table, currency)),
  ...notes.flatMap((note) => ['', safeText(note)]),
];

/** A document as Markdown, to paste into a mail or a chat. Texts of the data are never read as markup. Of weeks and months the last six are shown. */
export const documentMarkdown = ({
  title,
  summary,
  asOf,
  definitionLabel,
  currency,
  blocks,
}: ReviewDocument): string =>
  [
    `# ${safeText(title)}`,
    '',
    ...summary.flatMap(({ text }) => [safeText(text), '']),
    `As of ${day(asOf)}. ${safeText(definitionLabel)}`,
    ...blocks.flatMap((block) => blockLines(block, currency)),
    '',
  ].join('\n');
