import { day } from '../sentences/format.ts';
import { cellWords } from './cell-words.ts';
import { row, safeText } from './markdown-cells.ts';
import type { DocumentBlock, DocumentTable, ReviewDocument } from './review-document.ts';

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
