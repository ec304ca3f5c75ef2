import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFiles, openFewLeads, settled, watchedPage } from '../support/browser.ts';
import { pickByKeys, pressByKeys, tabTo } from '../support/keyboard.ts';

const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

const strip = (page: Page) => page.locator('.trust-strip').textContent();

const people = csv(
  'people.csv',
  'Ref;When it came;Acquisition channel;Signed on',
  ...Array.from(
    { length: 12 },
    (_, index) =>
      `P${index};${13 + index}/01/2026;${index % 2 === 0 ? 'Fair' : 'Web'};${index < 3 ? '25/02/2026' : ''}`,
  ),
);

const toMapping = async (page: Page): Promise<void> => {
  await pressByKeys(page, 'Mapping');
  await page.getByRole('heading', { level: 1 }).waitFor();
};

describe('a file of no known kind', () => {
  it('is mapped by keys alone, and shown', async () => {
    const { page, errors } = await watchedPage();
    await openFewLeads(page);
    await chooseFiles(page, [people]);
    expect(await page.locator('.problem').textContent()).toContain('No known kind of file: people.csv');
    await toMapping(page);
    await pickByKeys(page, 'Meaning of Signed on', 'Won');
    await pressByKeys(page, 'Use this mapping');
    await page.waitForFunction(() =>
      document.querySelector('.trust-strip')?.textContent?.includes('12 leads'),
    );
    await settled(page);
    expect(await strip(page)).toContain('12 leads, 3 opportunities, 3 deals');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('a status of the company’s own', () => {
  it('gets its meaning by keys alone; the numbers it would move are told first', async () => {
    const { page } = await watchedPage();
    await openFewLeads(page);
    await chooseFiles(page, [
      csv(
        'Lead.csv',
        'Id,LeadSource,Status,IsConverted,CreatedDate',
        ...Array.from(
          { length: 10 },
          (_, index) => `L${index},Web,${index < 4 ? 'Skräp' : 'New'},0,2026-01-02 10:00:00`,
        ),
      ),
    ]);
    await toMapping(page);
    await page.getByRole('heading', { name: '1 status has no meaning yet' }).waitFor();
    await pickByKeys(page, 'Skräp means', 'spam, left out');
    await page
      .getByRole('heading', { name: 'It would move Leads from 10 to 6' })
      .waitFor({ timeout: 60_000 });
    expect(await strip(page)).toContain('10 leads');
    await pressByKeys(page, 'Use this mapping');
    await page.waitForFunction(() =>
      document.querySelector('.trust-strip')?.textContent?.includes('6 leads'),
    );
    await page.context().close();
  });
});

describe('a column that its cells do not tell', () => {
  it('is asked with its evidence; an answer by key reads the files again', async () => {
    const { page } = await watchedPage();
    await openFewLeads(page);
    await chooseFiles(page, [
      csv('leads.csv', 'lead_id,created_at', 'L1,2026-01-09', 'L2,03/04/2026', 'L3,05/06/2026'),
    ]);
    await page.getByRole('heading', { level: 1, name: '1 column needs your decision' }).waitFor();
    await page.getByRole('heading', { name: 'Is 03/04/2026 the 3 Apr 2026 or the 4 Mar 2026?' }).waitFor();
    expect(await strip(page)).toContain('1 leads');
    await tabTo(page, '3 Apr 2026');
    await page.keyboard.press('Space');
    await page.waitForFunction(() =>
      document.querySelector('.trust-strip')?.textContent?.includes('3 leads'),
    );
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Every row is accounted for, and every row of data was loaded.',
    );
    await page.context().close();
  });
});

describe('a mapping that was used', () => {
  it('is in force next week, after the page was closed, and no click is needed', async () => {
    const { page } = await watchedPage();
    await openFewLeads(page);
    await chooseFiles(page, [people]);
    await toMapping(page);
    await pickByKeys(page, 'Meaning of Signed on', 'Won');
    await pressByKeys(page, 'Use this mapping');
    await page.waitForFunction(() =>
      document.querySelector('.trust-strip')?.textContent?.includes('12 leads'),
    );
    await pressByKeys(page, 'Data');
    await page.getByRole('button', { name: 'Keep it on this computer' }).click();
    await page.getByText(/^Kept on this computer since/).waitFor();
    await page.reload();
    await settled(page);
    const next = csv(
      'people next week.csv',
      'Ref;When it came;Acquisition channel;Signed on',
      'P90;26/01/2026;Web;27/02/2026',
    );
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles([next]);
    await page.getByRole('button', { name: /^Add to what is here/ }).click();
    await page.waitForFunction(() =>
      document.querySelector('.trust-strip')?.textContent?.includes('13 leads'),
    );
    expect(await strip(page)).toContain('13 leads, 4 opportunities, 4 deals');
    await page.context().close();
  });
});
