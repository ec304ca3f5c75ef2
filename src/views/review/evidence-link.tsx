import { Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import type { ReviewBlockId } from '../../sentences/review/review-agenda.ts';

interface EvidenceLinkProps {
  readonly to: ReviewBlockId;
  readonly children: ReactNode;
}

/**
 * Words that lead to the block that proves them. Where that block is on the page, the page moves to its heading and the
 * focus with it; while one block is presented, or in another tab, it is presented instead.
 */
export function EvidenceLink({ to, children }: EvidenceLinkProps) {
  return (
    <Link
      to="."
      search={(view) => ({ ...view, present: to })}
      className="evidence-link"
      onClick={(event) => goOnPage(event, to)}
    >
      {children}
    </Link>
  );
}

const goOnPage = (event: MouseEvent, to: ReviewBlockId): void => {
  const heading = document.getElementById(to);
  const isNewTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (heading === null || isNewTab) return;
  event.preventDefault();
  heading.focus({ preventScroll: true });
  (heading.closest('.block') ?? heading).scrollIntoView({ block: 'start' });
};
