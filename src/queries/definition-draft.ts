import { createContext, useContext, type Dispatch, type SetStateAction } from 'react';
import type { DefinitionSet } from '../domain/definition-set.ts';

/** The draft of the definitions, null where there is none, and how to set it. */
export type DefinitionDraft = readonly [
  draft: DefinitionSet | null,
  setDraft: Dispatch<SetStateAction<DefinitionSet | null>>,
];

export const DefinitionDraftContext = createContext<DefinitionDraft | null>(null);

/** The draft of the definitions: it outlives the page that edits it, until the window is closed. Throws outside its provider. */
export const useDefinitionDraft = (): DefinitionDraft => {
  const draft = useContext(DefinitionDraftContext);
  if (draft === null) throw new Error('useDefinitionDraft needs a DefinitionDraftContext above it.');
  return draft;
};
