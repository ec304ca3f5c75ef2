import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to another page that shows the same data under the same view. */
export function PageLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} search={(view) => view}>
      {children}
    </Link>
  );
}
