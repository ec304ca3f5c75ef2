import type { AgreementLanguage } from '../../metrics/agreement.ts';
import type { AgreementPart } from './agreement-words.ts';

/** A table of an agreement. The columns from `numbersFrom` on hold quantities. */
export interface AgreementTable {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numbersFrom: number;
}

/** A piece of a part, as plain text: names of the data are in it as they are. */
export type AgreementPiece =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'signatures';
      readonly sides: readonly string[];
      /** What is filled in by hand under each side. */
      readonly rows: readonly string[];
    }
  | AgreementTable;

/** A heading and what stands under it. */
export interface AgreementSection {
  readonly part: AgreementPart;
  readonly heading: string;
  readonly pieces: readonly AgreementPiece[];
}

/** A whole agreement in one language. */
export interface AgreementText {
  readonly language: AgreementLanguage;
  readonly title: string;
  /** When it was signed and from when it holds; a draft says that it is one. */
  readonly opening: string;
  readonly sections: readonly AgreementSection[];
  /** Version and sum; null for a draft. */
  readonly seal: string | null;
}
