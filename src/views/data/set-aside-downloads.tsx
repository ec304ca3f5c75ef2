import type { Download } from '../../ingest/download.ts';
import { writeZip } from '../../ingest/write-zip.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from './save-file.ts';

const words: Readonly<Record<Download['kind'], string>> = {
  'set aside': 'Download what was set aside',
  'cells left empty': 'Download the cells left empty',
};

const hints: Readonly<Record<Download['kind'], string>> = {
  'set aside': 'Correct it, drop it together with the rest, and it counts as if it had been right at once.',
  'cells left empty': 'Their rows are loaded, so correct them where they came from.',
};

/** The lists made of one file, each with a button that saves it. */
export function FileDownloads({
  name,
  downloads,
}: {
  readonly name: string;
  readonly downloads: readonly Download[];
}) {
  return downloads.map((download) => (
    <p className="note" key={download.kind}>
      <Button
        variant="link"
        label={`${words[download.kind]} of ${name}`}
        onPress={() => saveFile(download.name, download.content)}
      >
        {words[download.kind]}
      </Button>{' '}
      {hints[download.kind]}
    </p>
  ));
}

/** One button for what was set aside of all files together; nothing where there is at most one. */
export function AllDownloads({ downloads }: { readonly downloads: readonly Download[] }) {
  const setAside = downloads.filter(({ kind }) => kind === 'set aside');
  if (setAside.length < 2) return null;
  const save = () => void writeZip(setAside).then((zip) => saveFile('set aside.zip', zip));
  return (
    <Button variant="link" onPress={save}>
      Download all that was set aside
    </Button>
  );
}
