/** A CSV file made beside an import, to be saved by the person: `file` is the place of its ledger among the import's files. */
export interface Download {
  readonly file: number;
  readonly kind: 'set aside' | 'cells left empty';
  readonly name: string;
  readonly content: Blob;
}

const unfit = new RegExp(String.raw`[\u0000-\u001f\u007f<>:"/\\|?*]`, 'g');
const longestName = 180;

/** A name for the list made of a file, fit for every file system: `Lead.csv set aside.csv`. */
export const downloadName = (file: string, kind: Download['kind']): string =>
  `${file.replaceAll(unfit, '_').slice(-longestName).trim()} ${kind}.csv`;

/** The same downloads with no name twice, also where the case of letters does not count. */
export const withOwnNames = (downloads: readonly Download[]): readonly Download[] => {
  const taken = new Map<string, number>();
  return downloads.map((download) => {
    const key = download.name.toLowerCase();
    const times = (taken.get(key) ?? 0) + 1;
    taken.set(key, times);
    return times === 1 ? download : { ...download, name: download.name.replace(/\.csv$/, ` (${times}).csv`) };
  });
};
