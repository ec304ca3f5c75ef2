import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, settled, lastingPage, type Watched } from '../support/browser.ts';

/** For what is counted or fetched first. */
const slowly = { timeout: 30_000 };

describe('the channel page on the sample', () => {
  let watched: Watched;

  beforeAll(async () => {
    watched = await lastingPage();
    await openSample(watched.page, '#/explore');
  });

  afterAll(() => watched.page.context().close());

  it('names the webinar trap in its headline', async () => {
    await expect
      .poll(() => watched.page.locator('h1').first().textContent())
      .toMatch(/^Webinar: .*last at deals/);
  });

  it('lists the records behind a number, as many converted ones as its numerator', async () => {
    const { page } = watched;
    const row = page.locator('.table-cards tbody tr', { has: page.locator('th', { hasText: /^Webinar$/ }) });
    const fraction = await row.locator('.fraction').nth(1).textContent();
    await row.locator('.rate-value').nth(1).click();
    const drawer = page.locator('.drawer');
    await drawer.locator('.record').first().waitFor();
    expect(await drawer.locator('h2').textContent()).toBe(fraction);
    const converted = await drawer.locator('.record-why', { hasText: ': counts as converted' }).count();
    expect(converted).toBe(Number(fraction?.split(' ')[0]));
    expect(await drawer.locator('.record .mono').first().textContent()).toMatch(/^006\w{15}$/);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('shows definition, counts and statement under a number', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'How is “Leads become opportunities” computed?' }).first().click();
    const panel = page.locator('.definition-list').first();
    await panel.waitFor();
    expect(await panel.textContent()).toContain('days from the first day it was an MQL');
    expect(await page.locator('.statement').first().textContent()).toContain('FROM journey WHERE in_cohort');
  });

  it('filters by a channel, keeps it in the address without naming it, and shows the same after a reload', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: /^Channel/ }).click();
    await page.getByRole('checkbox', { name: 'Referral' }).click({ force: true });
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.locator('.table-cards tbody th').allTextContents())
      .toEqual(['Referral', 'All channels']);
    const before = await page.locator('.table-cards').textContent();
    expect(page.url()).toContain('channel');
    expect(decodeURIComponent(page.url())).not.toContain('Referral');
    await page.reload();
    await settled(page);
    await expect.poll(() => page.locator('.table-cards').textContent()).toBe(before);
  });

  it('shows an earlier Monday as it stood then', async () => {
    const { page } = watched;
    await openSample(page, '#/explore?asOf=2026-03-30');
    await page.reload();
    await settled(page);
    await expect.poll(() => page.locator('.trust-strip').textContent()).toContain('Mon, 30 Mar 2026');
  });

  it('puts two other fields against each other, counts by the period, and steps back', async () => {
    const { page } = watched;
    await openSample(page, '#/explore');
    const block = page.locator('.block', { has: page.locator('.table-pivot') });
    await block.waitFor({ timeout: 60_000 });
    const heads = () => block.locator('.table-pivot thead th').allTextContents();
    await expect.poll(async () => (await heads())[0], slowly).toBe('Channel');
    const total = await page.locator('.table-cards .row-total .fraction').first().textContent();
    expect(await block.locator('.row-total .fraction').first().textContent()).toBe(total);
    await block.getByRole('radiogroup', { name: 'Rows' }).getByRole('radio', { name: 'Segment' }).click();
    await expect.poll(async () => (await heads()).slice(0, 2), slowly).toEqual(['Segment', 'All channels']);
    expect(await block.locator('.row-total .fraction').first().textContent()).toBe(total);
    await block.getByRole('radio', { name: 'Period' }).click();
    await expect.poll(() => block.locator('.row-total .fraction').first().textContent()).not.toBe(total);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => block.locator('.row-total .fraction').first().textContent()).toBe(total);
  });

  it('finds the number of its own page again, and the one that counts another way', async () => {
    const { page } = watched;
    const rate = await page.locator('.table-cards .row-total .rate-value').first().textContent();
    await page.getByLabel('The CRM shows').fill(rate ?? '');
    const block = page.locator('.block', { has: page.getByLabel('The CRM shows') });
    await expect.poll(() => block.locator('h2').textContent()).toBe(`${rate} is what this page counts too`);
    await page.getByLabel('The CRM shows').fill('29,151');
    await expect
      .poll(() => block.locator('tbody tr').first().textContent())
      .toContain('day the lead was created');
  });

  it('sets nothing beside a published study that counts otherwise, and its total once it counts alike', async () => {
    const { page } = watched;
    const block = page.locator('.block', { has: page.locator('.table-benchmark') });
    expect(await block.locator('h2').textContent()).toContain('is not what this page counts');
    expect(await block.getByRole('columnheader', { name: 'Here' }).count()).toBe(0);
    await block.getByRole('button', { name: 'Count this page as the study does' }).click();
    await expect
      .poll(() => block.locator('h2').textContent())
      .toMatch(/^Lead to opportunity: [\d.]+% here, 13% in the study of 2014$/);
    const total = await page.locator('.table-cards .row-total .fraction').first().textContent();
    const ours = await block.locator('.row-total td[data-label="Here"]').first().textContent();
    const [, k, n] = /\(([\d,]+) of ([\d,]+)\)/.exec(ours ?? '') ?? [];
    expect(total).toBe(`${k} of ${n}`);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => block.locator('h2').textContent()).toContain('is not what this page counts');
  });

  it('answers a statement in SQL with the count of its own pivot, and refuses one that writes', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Open the console' }).click();
    await page
      .getByLabel('Statement')
      .fill("SELECT count(*) AS n FROM journey WHERE in_cohort AND channel = 'Webinar'");
    await page.getByRole('button', { name: 'Run' }).click();
    await expect.poll(() => page.locator('.console-answer tbody').textContent()).toBe('2027');
    await page.getByLabel('Statement').fill('DROP TABLE journey');
    await page.getByRole('button', { name: 'Run' }).click();
    await expect
      .poll(() => page.locator('.console-error').textContent())
      .toContain('Only statements that read');
    await page.keyboard.press('Escape');
    expect(watched.errors).toEqual([]);
  });
});
