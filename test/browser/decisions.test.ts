import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openFewLeads, openSample, settled, watchedPage } from '../support/browser.ts';
import { axeViolations } from '../support/axe-violations.ts';
import { keep, openExport, storedFiles } from '../support/kept-pages.ts';
import { pickByKeys, pressByKeys, tabTo } from '../support/keyboard.ts';

const question = 'What did we decide, and did it work?';

const block = (page: Page) =>
  page.locator('section.block', { has: page.getByText(question, { exact: true }) });

const openReview = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await block(page).waitFor();
};

/** Writes a decision down by keys alone. */
const writeDown = async (page: Page, text: string, owner: string, measure: string): Promise<void> => {
  await block(page).locator('h2').click();
  await pressByKeys(page, 'Write down a decision');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  await page.keyboard.type(owner);
  await pickByKeys(page, 'Measured by', measure);
  await tabTo(page, 'Save');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** The week as a page of its own, to be passed on. */
const htmlOf = async (page: Page): Promise<string> => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Take along' }).click();
  await page.getByRole('menuitem', { name: 'HTML page' }).click();
  return readFileSync(await (await download).path(), 'utf8');
};

describe('a decision', () => {
  it('is written down by keys alone, kept with the data, found after a reload and erased with it', async () => {
    const { page, errors } = await watchedPage();
    await openFewLeads(page);
    await openExport(page, { day: '2026-01-12', from: 0, to: 41 });
    await keep(page);
    await openReview(page);
    await writeDown(page, 'Call fair leads the same day', 'Sales operations', 'Leads a week');
    await block(page).getByText('Kept on this computer with the data').waitFor();
    await expect.poll(() => storedFiles(page), { timeout: 30_000 }).toContain('/throughline/decisions.json');
    await page.reload();
    await settled(page);
    await openReview(page);
    const row = block(page).locator('tbody tr');
    await row.waitFor();
    expect(await row.textContent()).toMatch(/Call fair leads the same day.*Sales operations.*Leads a week/s);
    expect(await block(page).locator('h2').textContent()).toBe('Nothing can be told of one decision yet');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await page.getByRole('button', { name: 'Erase what is kept' }).click();
    await page.getByText(/^In memory only/).waitFor();
    expect(await storedFiles(page)).toEqual([]);
    await page.reload();
    await settled(page);
    await openReview(page);
    expect(await block(page).locator('h2').textContent()).toBe('No decision is written down yet');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('on the sample is measured, can be marked done, noted beside, and is kept nowhere', async () => {
    const { page, errors } = await watchedPage();
    await openSample(page);
    await block(page).waitFor();
    await writeDown(page, 'Cap of 500 leads a rep', 'Sales', 'Opportunities a week');
    const row = block(page).locator('tbody tr');
    await row.getByText('0 of 4 whole weeks needed after it').waitFor();
    await pressByKeys(page, 'Mark done: “Cap of 500 leads a rep”');
    await row.getByText('Done', { exact: true }).waitFor();
    await pressByKeys(page, 'Edit “Cap of 500 leads a rep”');
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Decided on').fill('2026-05-04');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await row.getByText(/^\d+ to \d+$/).waitFor();
    expect(await row.locator('svg.sparkline .line-dashed').count()).toBe(1);
    await pressByKeys(page, 'Write a note on a date');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('New price list');
    await page.keyboard.press('Enter');
    await block(page).locator('li', { hasText: 'New price list' }).waitFor();
    await block(page).getByText('In memory only').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await storedFiles(page)).toEqual([]);
    const joint = page.locator('section.block', { has: page.locator('#l2o') });
    expect(await joint.locator('[data-note] text').allTextContents()).toEqual(['1']);
    expect(await joint.locator('.figure figcaption').textContent()).toContain(
      'Notes: 1 (Sept): New price list',
    );
    expect(await page.locator('.note-key').textContent()).toContain('New price list');
    expect(await htmlOf(page)).not.toMatch(/New price list|Cap of 500/);
    await page.getByText('With decisions and notes', { exact: true }).click();
    expect(await htmlOf(page)).toMatch(/Cap of 500 leads a rep.*Sales.*New price list/s);
    await page.emulateMedia({ media: 'print' });
    expect(await row.getByText('Cap of 500 leads a rep', { exact: false }).first().isVisible()).toBe(true);
    expect(await block(page).getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
