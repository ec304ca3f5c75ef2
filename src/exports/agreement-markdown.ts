import type { AgreementPiece, AgreementText } from '../sentences/agreement/agreement-pieces.ts';
import type { ChangesText } from '../sentences/agreement/agreement-changes.ts';
import { row, safeText } from './markdown-cells.ts';

const tableLines = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbersFrom: number,
): readonly string[] => [
  row(head.map(safeText)),
  row(head.map((_, index) => (index < numbersFrom ? '---' : '---:'))),
  ...rows.map((cells) => row(cells.map(safeText))),
];

const pieceLines = (piece: AgreementPiece): readonly string[] => {
  switch (piece.kind) {
    case 'paragraph':
      return [safeText(piece.text)];
    case 'list':
      return piece.items.map((item) => `- ${safeText(item)}`);
    case 'table':
      return tableLines(piece.head, piece.rows, piece.numbersFrom);
    case 'signatures':
      return tableLines(
        ['', ...piece.sides],
        piece.rows.map((name) => [name, ...piece.sides.map(() => '')]),
        piece.sides.length + 1,
      );
  }
};

/** An agreement as Markdown, with what it changes of the one before it. Texts of the data are never read as markup. */
export const agreementMarkdown = (
  { title, opening, sections, seal }: AgreementText,
  changes: ChangesText | null,
): string =>
  [
    `# ${safeText(title)}`,
    '',
    safeText(opening),
    ...(changes === null
      ? []
      : changes.changes.length === 0
        ? ['', safeText(changes.none)]
        : [
            '',
            ...tableLines(
              changes.head,
              changes.changes.map(({ term, before, now }) => [term, before, now]),
              3,
            ),
          ]),
    ...sections.flatMap(({ heading, pieces }) => [
      '',
      `## ${safeText(heading)}`,
      ...pieces.flatMap((piece) => ['', ...pieceLines(piece)]),
    ]),
    ...(seal === null ? [] : ['', safeText(seal)]),
    '',
  ].join('\n');
