import { useState, type ReactNode } from 'react';
import type { DefinitionSet } from '../domain/definition-set.ts';
import { DefinitionDraftContext } from '../queries/definition-draft.ts';

/** Holds the draft of the definitions above the pages, so that it is still there after a look at another one. */
export function DefinitionDraftProvider({ children }: { readonly children: ReactNode }) {
  const draft = useState<DefinitionSet | null>(null);
  return <DefinitionDraftContext value={draft}>{children}</DefinitionDraftContext>;
}
