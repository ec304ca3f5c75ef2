import { useEffect, useRef, type ReactNode } from 'react';
import { reviewBlocks, reviewNames, type ReviewBlockId } from '../../sentences/review/review-agenda.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton, type MenuAction } from '../../ui/menu-button.tsx';
import { presenterKey } from './presenter-keys.ts';

interface PresenterProps {
  readonly current: ReviewBlockId;
  /** Which week, in words. */
  readonly week: string;
  /** Something lies above the block that takes Escape for itself. */
  readonly isCovered: boolean;
  readonly onMove: (to: ReviewBlockId) => void;
  readonly onLeave: () => void;
  /** The block. */
  readonly children: ReactNode;
}

const agenda: readonly MenuAction<ReviewBlockId>[] = reviewBlocks.map((id, place) => ({
  id,
  label: reviewNames[id],
  note: String(place + 1),
}));

/** Where keys mean something else. */
const takesKeys = 'input, textarea, select, [contenteditable], .popover, [role="grid"], [role="slider"]';

/** One block of the review a screen, in big type, to talk about. Every block can be reached by keys alone. */
export function Presenter({ current, week, isCovered, onMove, onLeave, children }: PresenterProps) {
  const place = reviewBlocks.indexOf(current);
  const before = reviewBlocks[place - 1];
  const after = reviewBlocks[place + 1];
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(takesKeys) !== null) return;
      const wanted = presenterKey(event.key, current);
      if (wanted === null || (wanted === 'leave' && isCovered)) return;
      event.preventDefault();
      if (wanted === 'leave') onLeave();
      else onMove(wanted);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <div className="presenter">
      {current !== 'week' && <h1 className="visually-hidden">{`The week: ${week}`}</h1>}
      <Stage key={current}>{children}</Stage>
      <nav className="presenter-bar" aria-label="Blocks of the review">
        <MenuButton label="Agenda" actions={agenda} onChoose={onMove} />
        <output className="presenter-place">
          <b>
            {place + 1} of {reviewBlocks.length}
          </b>{' '}
          <span className="presenter-name">{reviewNames[current]}</span>
        </output>
        <span className="presenter-week">{week}</span>
        <div className="presenter-steps">
          <Button variant="ghost" disabled={before === undefined} onPress={() => before && onMove(before)}>
            Back
          </Button>
          <Button variant="ghost" disabled={after === undefined} onPress={() => after && onMove(after)}>
            Next
          </Button>
          <Button variant="link" onPress={onLeave}>
            Leave
          </Button>
        </div>
      </nav>
    </div>
  );
}

/** Where a block stands. Its answer takes the focus when it comes, and is read out by it. */
function Stage({ children }: { readonly children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    stage.current?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="presented" ref={stage}>
      {children}
    </div>
  );
}
