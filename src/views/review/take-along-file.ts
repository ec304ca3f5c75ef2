import { documentHtml } from '../../exports/document-html.ts';
import { documentMarkdown } from '../../exports/document-markdown.ts';
import { documentSlides } from '../../exports/document-slides.ts';
import { documentWorkbook } from '../../exports/document-workbook.ts';
import { reviewCohorts } from '../../exports/review/review-cohorts.ts';
import { reviewToDocument } from '../../exports/review/review-to-document.ts';
import type { WrittenWords } from '../../exports/review/written-to-blocks.ts';
import { freezeSnapshot, snapshotText } from '../../exports/snapshot.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';

/** What the review can be written as. */
export type TakeAlongKind = 'slides' | 'workbook' | 'markdown' | 'html' | 'snapshot';

/** The review on screen, and what it was counted from. */
export interface ReviewedWeek {
  readonly review: WeeklyReview;
  readonly cube: Cube;
  readonly definitionLabel: string;
}

const endings: Readonly<Record<TakeAlongKind, string>> = {
  slides: 'pptx',
  workbook: 'xlsx',
  markdown: 'md',
  html: 'html',
  snapshot: 'snapshot.json',
};

/** The name of a file of the review: its week and its kind. */
export const takeAlongName = ({ header }: WeeklyReview, kind: TakeAlongKind): string =>
  `weekly-review-${header.week.label}.${endings[kind]}`;

/**
 * Writes the review as a file, with what was `written` beside it where that is wanted; a snapshot never holds it. Nothing is
 * fetched but this page's own scripts.
 */
export const takeAlongFile = async (
  kind: TakeAlongKind,
  week: ReviewedWeek,
  written: WrittenWords | null,
): Promise<Blob> => {
  const { review, cube, definitionLabel } = week;
  const document = reviewToDocument(review, definitionLabel, kind === 'snapshot' ? null : written);
  switch (kind) {
    case 'slides':
      return documentSlides(document);
    case 'workbook':
      return documentWorkbook(document);
    case 'markdown':
      return new Blob([documentMarkdown(document)], { type: 'text/markdown' });
    case 'html':
      return new Blob([documentHtml(document)], { type: 'text/html' });
    case 'snapshot':
      return new Blob([snapshotText(freezeSnapshot(document, reviewCohorts(cube, review.header)))], {
        type: 'application/json',
      });
  }
};
