import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from '../support/axe-violations.ts';
import { chooseFiles, openSample, watchedPage } from '../support/browser.ts';
import { addExport, dropExport, openExport } from '../support/kept-pages.ts';

const csvFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

const states: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
  [
    'the weekly review',
    '#/',
    async (page) => {
      await page.locator('.figure').nth(5).waitFor();
      await page.getByText('Answered in time').first().waitFor();
    },
  ],
  [
    'the weekly review with records, computations and tables open',
    '#/',
    async (page) => {
      for (const toggle of await page.getByRole('button', { name: 'Show as table' }).all())
        await toggle.click();
      for (const how of await page.getByRole('button', { name: /^How is|^By channel/ }).all())
        await how.click();
      await page
        .getByRole('button', { name: /^Records behind/ })
        .first()
        .click();
      await page.locator('.record').first().waitFor();
    },
  ],
  [
    'the weekly review of one week of leads',
    '#/data',
    async (page) => {
      await chooseFiles(page, [csvFile('leads.csv', 'lead_id,created_at\nL1,2026-01-09\nL2,2026-01-10\n')]);
      await page.getByRole('link', { name: 'Review', exact: true }).click();
      await page.getByText('Nothing can be judged yet').first().waitFor();
    },
  ],
  ['the channel page', '#/explore', async (page) => page.locator('.table-cards').waitFor()],
  [
    'the channel page with the records of a number',
    '#/explore',
    async (page) => {
      await page.locator('.table-cards .rate-value').first().click();
      await page.locator('.record').first().waitFor();
    },
  ],
  [
    'the channel page with a computation open',
    '#/explore',
    async (page) => {
      await page
        .getByRole('button', { name: /^How is/ })
        .first()
        .click();
      await page.locator('.statement').first().waitFor();
    },
  ],
  [
    'the SLA page with its tables and computations open, for one segment',
    '#/sla',
    async (page) => {
      await page.getByRole('radio', { name: 'Per segment' }).click({ timeout: 120_000 });
      const closed = page.getByRole('button', { name: 'Show as table' });
      for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
      for (const how of await page.getByRole('button', { name: /^How is/ }).all()) await how.click();
      await page.locator('.definition-list').first().waitFor();
    },
  ],
  [
    'the SLA page where neither side can be judged',
    '#/data',
    async (page) => {
      await chooseFiles(page, [csvFile('leads.csv', 'lead_id,created_at\nL1,2026-01-09\nL2,2026-01-10\n')]);
      await page.getByRole('link', { name: 'SLA', exact: true }).click();
      await page.getByText('How sales answered cannot be told').waitFor({ timeout: 120_000 });
    },
  ],
  [
    'the quality page with the records of a defect',
    '#/quality',
    async (page) => {
      await page
        .getByRole('button', { name: /show the records/ })
        .first()
        .click();
      await page.locator('.record').first().waitFor();
    },
  ],
  ['the data page', '#/data', async (page) => page.locator('.ledger').waitFor()],
  [
    'the data page with a question',
    '#/data',
    (page) => chooseFiles(page, [csvFile('leads.csv', 'lead_id,created_at\nL1,2026-01-09\nL2,03/04/2026\n')]),
  ],
  ['the mapping page', '#/mapping', async (page) => page.locator('.table-cards').waitFor()],
  [
    'the mapping page of a file of no known kind',
    '#/data',
    async (page) => {
      await chooseFiles(page, [csvFile('people.csv', 'Ref;When it came\nP1;13/01/2026\nP2;14/01/2026\n')]);
      await page.getByRole('link', { name: 'Mapping', exact: true }).click();
      await page.locator('.table-cards').waitFor();
    },
  ],
  [
    'the data page with an export that waits for its place',
    '#/data',
    async (page) => {
      await openExport(page, { day: '2026-01-12', from: 0, to: 41 });
      await dropExport(page, { day: '2026-01-19', from: 5, to: 48 });
    },
  ],
  [
    'the data page with the history of two exports',
    '#/data',
    async (page) => {
      await openExport(page, { day: '2026-01-12', from: 0, to: 41 });
      await addExport(page, { day: '2026-01-19', from: 5, to: 48 }, '48 leads');
    },
  ],
];

describe('in light and in dark', () => {
  it.each(states)('%s has no accessibility violation', async (_, hash, arrive) => {
    const { page } = await watchedPage({ colorScheme: 'light', bypassCSP: true });
    await openSample(page, hash);
    await arrive(page);
    const inLight = await axeViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect([inLight, await axeViolations(page)]).toEqual([[], []]);
    await page.context().close();
  });
});

describe.each([1440, 1024, 390])('at %i pixels', (width) => {
  it('no page needs sideways scrolling', async () => {
    const { page } = await watchedPage({ viewport: { width, height: 900 } });
    await openSample(page);
    for (const name of ['Review', 'Explore', 'SLA', 'Data', 'Quality', 'Mapping']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading').first().waitFor();
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(needed, name).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });
});
