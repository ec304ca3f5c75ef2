import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFiles, openFewLeads, settled, watchedPage } from '../support/browser.ts';
import { hasTorture, missing, naughtyStrings } from '../support/oracle.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** As a file holds them: lone halves of a letter cannot be written. */
const written = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

const strings = hasTorture ? [...new Set(naughtyStrings().map(written))] : [];
const seen = strings.filter((text) => text.trim() !== '' && !text.includes('\u0000'));

const headers = ['lead_id', 'created_at', 'channel', 'segment'];

const nothingHappened = async (page: Page): Promise<void> => {
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
};

describe.skipIf(!hasTorture)(`naughty strings on the page${missing(hasTorture, 'TORTURE_DIR')}`, () => {
  it('are shown as they are as values and do nothing', async () => {
    const { page, errors, dialogs } = await watchedPage();
    await openFewLeads(page);
    const rows = seen.map((text, index) => `L${index},2026-01-02,${quoted(text)},${quoted(text)}`);
    await chooseFiles(page, [
      { name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from([headers.join(), ...rows].join('\n')) },
    ]);
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    const shown = page.locator('.table-cards tbody th');
    await shown.first().waitFor();
    const texts = new Set(await shown.allTextContents());
    expect(seen.filter((text) => !texts.has(text))).toEqual([]);
    await nothingHappened(page);
    expect([errors, dialogs]).toEqual([[], []]);
    await page.context().close();
  });

  it('do nothing on any page, as channels, segments and owners of leads that were won', async () => {
    const { page, errors, dialogs } = await watchedPage();
    await openFewLeads(page);
    const csv = (name: string, head: string, row: (text: string, index: number) => string) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from([head, ...seen.map(row)].join('\n')),
    });
    await chooseFiles(page, [
      csv('leads.csv', `${headers.join()},owner`, (text, index) =>
        [`L${index}`, '2026-01-02 10:00:00', ...[text, text, text].map(quoted)].join(),
      ),
      csv('stages.csv', 'lead_id,stage,at', (_, index) => `L${index},mql,2026-01-05 10:00:00`),
      csv(
        'opportunities.csv',
        'opportunity_id,created_at,outcome,closed_at,amount',
        (_, index) => `O${index},2026-01-20,won,2026-02-10,1000`,
      ),
      csv('links.csv', 'lead_id,opportunity_id,type', (_, index) => `L${index},O${index},converted`),
    ]);
    const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    for (const link of await pages.all()) {
      await link.click();
      await page.locator('main').getByRole('heading').first().waitFor();
      await expect
        .poll(() => page.locator('main .figure, main table, main .definition').count())
        .toBeGreaterThan(0);
      expect(await page.locator('main').textContent()).not.toMatch(/could not be (computed|judged|counted)/);
    }
    await nothingHappened(page);
    expect([errors, dialogs]).toEqual([[], []]);
  });

  it('are shown as they are as names of columns and do nothing', async () => {
    const { page, errors, dialogs } = await watchedPage();
    await openFewLeads(page);
    const known = new Set(headers);
    const names = seen.filter((text) => !known.has(text.trim().toLowerCase()));
    const head = [...headers, ...names].map(quoted).join();
    const row = ['L1', '2026-01-02', 'Web', 'Small', ...names.map(() => 'x')].join();
    await chooseFiles(page, [
      { name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from(`${head}\n${row}\n`) },
    ]);
    await page.getByRole('link', { name: 'Mapping', exact: true }).click();
    const shown = page.locator('.table-cards tbody th');
    await shown.first().waitFor();
    const texts = new Set(await shown.allTextContents());
    expect(names.filter((text) => !texts.has(text.trim()))).toEqual([]);
    await nothingHappened(page);
    expect([errors, dialogs]).toEqual([[], []]);
    await page.context().close();
  });

  it('are shown as they are as names of files and do nothing', async () => {
    const { page, errors, dialogs } = await watchedPage();
    await openFewLeads(page);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await page.evaluate((names) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (input === null) throw new Error('There is no file input.');
      const chosen = new DataTransfer();
      for (const [index, name] of names.entries())
        chosen.items.add(new File([`lead_id,created_at\nL${index},2026-01-02\n`], name));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, seen);
    await page.waitForFunction(
      (count) => document.querySelector('.trust-strip')?.textContent?.includes(`${count} leads`),
      seen.length,
      { timeout: 110_000 },
    );
    await settled(page);
    const texts = new Set(await page.locator('h2').allTextContents());
    expect(seen.filter((text) => !texts.has(text))).toEqual([]);
    await nothingHappened(page);
    expect([errors, dialogs]).toEqual([[], []]);
    await page.context().close();
  });
});
