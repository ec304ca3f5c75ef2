import { reviewBlocks, type ReviewBlockId } from '../../sentences/review/review-agenda.ts';

/** What a key does while the review is presented: shows a block, leaves, or nothing (null). Nothing lies beyond the ends. */
export const presenterKey = (key: string, current: ReviewBlockId): ReviewBlockId | 'leave' | null => {
  const place = reviewBlocks.indexOf(current);
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return reviewBlocks[place + 1] ?? null;
    case 'ArrowLeft':
    case 'PageUp':
      return reviewBlocks[place - 1] ?? null;
    case 'Home':
      return place === 0 ? null : reviewBlocks[0];
    case 'End':
      return reviewBlocks.slice(place + 1).at(-1) ?? null;
    case 'Escape':
      return 'leave';
    default:
      return null;
  }
};
