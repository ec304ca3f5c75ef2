import type { ReactNode } from 'react';
import { LockIcon } from './icons.tsx';

/** What the masthead shows: the name, the pages, and the promise of privacy. */
export interface MastheadProps {
  /** The link home: give it class `brand` and put `<BrandMark />` before the name. */
  readonly brand: ReactNode;
  /** Said beside the padlock. */
  readonly privacy: ReactNode;
  /** The links; the current one carries `aria-current="page"`. */
  readonly children?: ReactNode;
  readonly navLabel?: string;
}

/** The head of every page, the same in the same place. */
export function Masthead({ brand, privacy, children, navLabel = 'Pages' }: MastheadProps) {
  return (
    <div className="masthead">
      {brand}
      <nav className="nav" aria-label={navLabel}>
        {children}
      </nav>
      <p className="privacy">
        <LockIcon />
        {privacy}
      </p>
    </div>
  );
}
