import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countSample } from '../../src/headless/count-sample.ts';
import { sharedEngine } from '../support/engine.ts';

describe('the counts that come with the sample', () => {
  it('are those that the engine counts; `npm run sample` writes them anew', async () => {
    const written = gunzipSync(readFileSync('data/sample/counts.json.gz')).toString('utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(await countSample(await sharedEngine())));
  });
});
