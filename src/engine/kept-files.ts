/** The few things the kept store asks of a file system. Names are `file` or `folder/file`. */
export interface KeptFiles {
  /** Names of everything at the top: files and folders. */
  readonly list: () => Promise<readonly string[]>;
  /** The bytes of a file; null where there is none. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Writes a file; rejects where there is no room. What is written may still be in part when the page dies. */
  readonly write: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Gives a file at the top the name of another, in whose place it steps at once. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file, or a folder with all that is in it; nothing where it is gone already. */
  readonly remove: (name: string) => Promise<void>;
  /** Removes everything; afterwards there is no byte. */
  readonly removeAll: () => Promise<void>;
  /** Bytes that can still be written, as far as the browser says. */
  readonly free: () => Promise<number>;
}
