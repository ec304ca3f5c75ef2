import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { noFilter } from '../domain/filter.ts';
import { analyse } from '../engine/analysis.ts';
import { countsText } from '../engine/counts-ahead.ts';
import { countCube } from '../engine/cube.ts';
import { reportZone } from '../engine/dataset.ts';
import { loadCanonical } from '../engine/load-canonical.ts';
import { aboutImport } from '../engine/new-import.ts';
import { noChoices } from '../engine/no-choices.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { reviewFacts } from '../engine/review-facts.ts';
import { sampleFiles } from '../engine/sample-files.ts';
import { importFiles } from '../ingest/import-files.ts';
import { formatsWith } from '../crm/registry.ts';
import { startNodeEngine } from './node-engine.ts';
import { openFiles } from './read-files.ts';

const folder = 'data/sample';
const countsFile = 'counts.json.gz';

/** Counts the bundled sample as the page does at its start: the text of the file that comes with it. */
export const countSample = async (engine: QueryEngine): Promise<string> => {
  const paths = sampleFiles.map((name) => join(folder, `${name}.gz`));
  const files = (await openFiles(paths)).map((file) => ({
    ...file,
    name: file.name.replace(/\.gz$/, ''),
    stamp: null,
  }));
  const zone = reportZone(null, []);
  const imported = await importFiles(
    files,
    { formats: formatsWith([]), reportTimeZone: zone },
    () => undefined,
    new AbortController().signal,
  );
  const { downloads: _downloads, ...about } = aboutImport(imported, [], zone, true, 0);
  await loadCanonical(engine, imported.streams);
  const analysis = await analyse(engine, about.facts, noChoices, () => undefined);
  return countsText({
    about: { ...about, id: 'sample' },
    analysis,
    cube: await countCube(engine, analysis, noFilter, 'channel', 'segment'),
    reviewFacts: await reviewFacts(engine, analysis),
  });
};

/** Writes the counts of the bundled sample beside it. */
export const main = async (): Promise<number> => {
  const packed = gzipSync(await countSample(await startNodeEngine()), { level: 9 });
  // Neither a time nor an operating system, so that the same counts are the same bytes.
  packed.fill(0, 4, 8);
  packed[9] = 255;
  await writeFile(join(folder, countsFile), packed);
  process.stdout.write(`${countsFile} ${packed.length} bytes\n`);
  return 0;
};
