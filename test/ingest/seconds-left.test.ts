import { describe, expect, it } from 'vitest';
import { secondsLeft } from '../../src/ingest/seconds-left.ts';
import { timeLeft } from '../../src/sentences/time-left.ts';

const mega = 1e6;

describe('the seconds that an import will still take', () => {
  it('follow from the speed so far over all files', () => {
    expect(secondsLeft({ bytes: 10 * mega, totalBytes: 40 * mega, milliseconds: 2000 })).toBe(6);
    expect(secondsLeft({ bytes: 10 * mega, totalBytes: 100 * mega, milliseconds: 4000 })).toBe(40);
  });

  it('are never said more exactly than they are known, and never too few', () => {
    expect(secondsLeft({ bytes: 10 * mega, totalBytes: 40 * mega, milliseconds: 4100 })).toBe(15);
    expect(secondsLeft({ bytes: mega, totalBytes: 40 * mega, milliseconds: 2500 })).toBe(100);
  });

  it.each([
    ['nothing was read', { bytes: 0, totalBytes: mega, milliseconds: 9000 }],
    ['too little time has gone by', { bytes: mega / 2, totalBytes: mega, milliseconds: 1400 }],
    ['everything was read', { bytes: mega, totalBytes: mega, milliseconds: 9000 }],
  ])('are not known where %s', (_, soFar) => expect(secondsLeft(soFar)).toBeNull());

  it.each([
    [null, ''],
    [7, 'about 7 s left'],
    [110, 'about 110 s left'],
    [200, 'about 3 min left'],
  ])('%s are said as %j', (seconds, words) => expect(timeLeft(seconds)).toBe(words));
});
