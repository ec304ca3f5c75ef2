import type { CrmFormat } from '../crm/crm-format.ts';
import type { Imported } from './import-files.ts';
import type { ReasonCode } from './ledger.ts';
import type { ImportProgress } from './read-file.ts';
import type { SourceFile } from './source-file.ts';

/** What the page tells the import worker. An import is cancelled by ending the worker. */
export type IngestRequest =
  | {
      readonly kind: 'import';
      readonly id: number;
      readonly files: readonly SourceFile[];
      readonly mappings: readonly CrmFormat[];
      readonly reportTimeZone: string;
    }
  /** Are you still there? */
  | { readonly kind: 'ask'; readonly id: number };

/** What the import worker tells the page. */
export type IngestReply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ImportProgress }
  | { readonly kind: 'alive'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly imported: Imported }
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly file: string;
      readonly message: string;
      readonly reason: ReasonCode | null;
    };
