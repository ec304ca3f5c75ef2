/** A file as a browser or Node hands it over. `stamp` is its modification time in milliseconds, where known. */
export interface SourceFile {
  readonly name: string;
  readonly content: Blob;
  readonly stamp: number | null;
}
