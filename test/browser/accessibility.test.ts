import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations, colours } from '../support/axe-violations.ts';
import {
  chooseFiles,
  lastingPage,
  openFewLeads,
  openSample,
  servedPage,
  watchedPage,
} from '../support/browser.ts';
import { addExport, dropExport, openExport } from '../support/kept-pages.ts';
import { scoredFiles } from '../support/scored-files.ts';

const csvFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** Chooses the kind of rule of a stage in the draft. */
const pickRule = async (page: Page, stage: string, kind: string): Promise<void> => {
  await page.getByRole('button', { name: `${stage} rule` }).click();
  await page.getByRole('option', { name: kind }).click();
};

/** What is checked, where it begins, and how it is arrived at. */
type State = readonly [name: string, hash: string, arrive: (page: Page) => Promise<void>];

const statesOfSample: readonly State[] = [
  [
    'the page of definitions with every part of a draft open',
    '#/definitions',
    async (page) => {
      await page.getByText('Which leads convert, by our own history?').waitFor();
      await page.getByRole('button', { name: 'Edit the definitions' }).click();
      for (const part of [/^Clock/, /^Handover/, /^Hours/, /^Words/])
        await page.getByRole('button', { name: part }).click();
      await page.getByRole('button', { name: 'Add a calendar' }).click();
      await pickRule(page, 'Accepted by sales', 'Several conditions');
      await pickRule(page, 'MQL', 'Activities');
    },
  ],
  [
    'the weekly review',
    '#/',
    async (page) => {
      await page.locator('.figure').nth(5).waitFor();
      await page.getByText('Answered in time').first().waitFor();
    },
  ],
  [
    'a block of the review that is presented alone',
    '#/?present=l2o',
    async (page) => page.locator('.presented .figure').waitFor(),
  ],
  [
    'the weekly review with records, computations and tables open',
    '#/',
    async (page) => {
      await page.getByText('Answered in time').first().waitFor();
      const toggle = page.getByRole('button', { name: 'Show as table' });
      while ((await toggle.count()) > 0) await toggle.first().click();
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
    'the plan with a budget and every computation open',
    '#/plan',
    async (page) => {
      await page.getByLabel('Budget', { exact: true }).fill('900000');
      await page.keyboard.press('Enter');
      await page.getByText('80% range', { exact: false }).first().waitFor();
      for (const how of await page.getByRole('button', { name: /^How is|^By channel/ }).all())
        await how.click();
      const tables = page.getByRole('button', { name: 'Show as table' });
      while ((await tables.count()) > 0) await tables.first().click();
    },
  ],
  ['the plan without a budget', '#/plan', async (page) => page.locator('.table-arrive').waitFor()],
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
    'the page of leaks with the leads, owners and months of one',
    '#/leaks',
    async (page) => {
      await page.locator('.table-leaks .button-link').first().click();
      await page.locator('.record').first().waitFor();
      for (const part of ['By owner', 'By month of arrival'])
        await page.getByRole('button', { name: part, exact: true }).click();
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
  ['the mapping page', '#/mapping', async (page) => page.locator('.table-cards').waitFor()],
];

const statesOfOwnData: readonly State[] = [
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
    'the page of definitions with scores, and what a draft changes',
    '#/data',
    async (page) => {
      await chooseFiles(page, scoredFiles());
      await page.getByRole('link', { name: 'Definitions', exact: true }).click();
      await page.getByText('Fit or interest?').waitFor();
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.getByRole('button', { name: 'Edit the definitions' }).click();
      await pickRule(page, 'MQL', 'Score');
      await page.getByRole('button', { name: 'Show what changes' }).click();
      await page.getByRole('button', { name: 'Leads that moved' }).click();
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
  [
    'the data page with a question',
    '#/data',
    (page) => chooseFiles(page, [csvFile('leads.csv', 'lead_id,created_at\nL1,2026-01-09\nL2,03/04/2026\n')]),
  ],
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

const inBothThemes = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light' });
  const inLight = await axeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect([inLight, await axeViolations(page, colours)]).toEqual([[], []]);
};

describe('the sample, in light and in dark', () => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await lastingPage({ colorScheme: 'light', bypassCSP: true }));
    await openSample(page);
  });

  afterAll(() => page.context().close());

  it.each(statesOfSample)('%s has no accessibility violation', async (_, hash, arrive) => {
    await page.goto(`${await servedPage()}#/nowhere`);
    await page.getByText('There is no such page.').waitFor();
    await page.goto(`${await servedPage()}${hash}`);
    await arrive(page);
    await inBothThemes(page);
  });

  it.each([1440, 1024, 390])('no page needs sideways scrolling at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const link of await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').all()) {
      await link.click();
      await page.locator('main').getByRole('heading').first().waitFor();
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(needed, (await link.textContent()) ?? '').toBeLessThanOrEqual(width);
    }
  });
});

describe('data of one’s own, in light and in dark', () => {
  it.each(statesOfOwnData)('%s has no accessibility violation', async (_, hash, arrive) => {
    const { page } = await watchedPage({ colorScheme: 'light', bypassCSP: true });
    await openFewLeads(page, hash);
    await arrive(page);
    await inBothThemes(page);
  });
});
