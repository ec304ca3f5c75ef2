import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changedSinceSigned, isAsSigned, signAgreement } from '../../src/engine/agreement-seal.ts';
import { agreedText, parseAgreed } from '../../src/ingest/agreed-file.ts';
import { agreementWith } from '../support/agreements.ts';

const { hash: _, ...terms } = agreementWith();

/** Keys in order, written without the code that is tested. */
const ordered = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${ordered(part)}`)
    .join(',')}}`;
};

describe('a signed agreement', () => {
  it('bears the SHA-256 sum of its terms with their keys in order', async () => {
    const { hash } = await signAgreement(terms);
    expect(hash).toBe(createHash('sha256').update(ordered(terms)).digest('hex'));
  });

  it('is as signed after it was written to a file and read again', async () => {
    const signed = await signAgreement(terms);
    const text = agreedText({ definitions: [], agreements: [signed], budgets: [] });
    const [read] = parseAgreed('agreed.json', text).agreements;
    expect(read === undefined ? null : await isAsSigned(read)).toBe(true);
  });

  it('is found out where a single value of the file was changed by hand', async () => {
    const signed = await signAgreement(terms);
    const later = await signAgreement({ ...terms, version: 2 });
    const text = agreedText({ definitions: [], agreements: [signed, later], budgets: [] });
    const forged = text.replace('"responseMinutes": 240', '"responseMinutes": 241');
    expect(forged).not.toBe(text);
    expect(await changedSinceSigned(parseAgreed('agreed.json', text).agreements)).toEqual([]);
    expect(await changedSinceSigned(parseAgreed('agreed.json', forged).agreements)).toEqual([1]);
  });

  it('is found out where its sum was changed', async () => {
    const signed = await signAgreement(terms);
    expect(await isAsSigned({ ...signed, hash: '0'.repeat(64) })).toBe(false);
  });

  it('is the same in whatever order its terms were put together', async () => {
    const { calendar, ...rest } = terms;
    expect((await signAgreement({ calendar, ...rest })).hash).toBe((await signAgreement(terms)).hash);
  });
});
