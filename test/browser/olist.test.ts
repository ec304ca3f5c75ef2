import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFiles, openSample, lastingPage, type Watched } from '../support/browser.ts';
import { datasetsDir, hasDatasets } from '../support/oracle.ts';

const olist = join(datasetsDir, 'olist');
const word = hasDatasets ? '' : ' (skipped: no data sets, set DATASETS_DIR)';

describe.skipIf(!hasDatasets)(`two files of a marketplace and their mapping${word}`, () => {
  let watched: Watched;

  beforeAll(async () => {
    watched = await lastingPage();
    await openSample(watched.page);
    await chooseFiles(watched.page, [
      join(olist, 'olist_marketing_qualified_leads_dataset.csv'),
      join(olist, 'olist_closed_deals_dataset.csv'),
      'data/mappings/olist.json',
    ]);
  });

  afterAll(() => watched.page.context().close());

  it('give 8,000 leads and 842 deals', async () => {
    expect(await watched.page.locator('.trust-strip').textContent()).toContain(
      '8,000 leads, 842 opportunities, 842 deals',
    );
  });

  it('account for every record of both files', async () => {
    await watched.page.getByText('8,000 records read').first().waitFor();
    const text = (await watched.page.locator('main').textContent()) ?? '';
    expect(text).toContain(
      '8,000 records read, 8,000 loaded, 0 set aside, 0 merged as duplicates, 0 not data',
    );
    expect(text).toContain('842 records read, 842 loaded, 0 set aside, 0 merged as duplicates, 0 not data');
  });

  it('flag the deal won before first contact, and keep it', async () => {
    await expect
      .poll(async () => (await watched.page.locator('main').textContent()) ?? '')
      .toContain('1 opportunity is older than the lead linked to it: kept');
  });

  it('keep blank, "unknown" and "other" origins apart, and say that O2D cannot be measured', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.getByText('To date', { exact: true }).click();
    const rowOf = (name: string) =>
      page.locator('.table-cards tbody tr', {
        has: page.locator('th', { hasText: new RegExp(`^${name}$`) }),
      });
    await expect
      .poll(() =>
        rowOf(String.raw`\(blank\)`)
          .locator('.fraction')
          .last()
          .textContent(),
      )
      .toBe('14 of 60');
    expect(await rowOf('unknown').locator('.fraction').last().textContent()).toBe('179 of 1,099');
    expect(await rowOf('other').locator('.fraction').last().textContent()).toBe('4 of 150');
    const total = page.locator('.table-cards .row-total');
    expect(await total.textContent()).toContain('not measurable');
    expect(await total.textContent()).not.toContain('100');
    expect(await page.locator('main').textContent()).toContain('Only won opportunities are known');
  });

  it('read as the dataset has them', () => {
    expect(
      readFileSync(join(olist, 'olist_closed_deals_dataset.csv'), 'utf8').trimEnd().split('\n'),
    ).toHaveLength(843);
    expect(watched.errors).toEqual([]);
  });
});
