import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { generateSample } from './generate-sample.ts';

const TARGET = 'data/sample';

/** Writes the bundled sample, one compressed file a table. Optional arguments: folder, number of leads, seed. */
export async function main(args: readonly string[]): Promise<number> {
  const [folder = TARGET, leads, seed] = args;
  const files = generateSample({
    ...(leads === undefined ? {} : { leads: Number(leads) }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const packed = anonymousGzip(text);
    await writeFile(join(folder, `${name}.gz`), packed);
    console.log(`${name}.gz ${packed.length} bytes, ${text.length} characters unpacked`);
  }
  return 0;
}

/** gzip with neither a time (bytes 4 to 7) nor an operating system (byte 9) in its header. */
function anonymousGzip(text: string): Uint8Array {
  const packed = gzipSync(text, { level: 9 });
  packed.fill(0, 4, 8);
  packed[9] = 255;
  return packed;
}
