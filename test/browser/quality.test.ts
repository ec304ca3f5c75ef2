import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { reportJson } from '../../src/headless/report-json.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import { boundsWords } from '../../src/sentences/bounds-words.ts';
import { count } from '../../src/sentences/format.ts';
import { openSample, lastingPage, type Watched } from '../support/browser.ts';
import { sharedEngine } from '../support/engine.ts';

const folder = 'data/sample';
const files = readdirSync(folder)
  .filter((name) => name !== 'Campaign.csv.gz')
  .map((name) => join(folder, name));

describe('the quality page', () => {
  let watched: Watched;
  let quality: ReturnType<typeof reportJson>['quality'];

  beforeAll(async () => {
    const report = await buildReport(await sharedEngine(), await openFiles(files), null, readOptions(files));
    ({ quality } = reportJson(report));
    watched = await lastingPage();
    await openSample(watched.page, '#/quality');
    await watched.page.locator('.table-defects').waitFor();
  });

  afterAll(() => watched.page.context().close());

  it('shows the defects that the report counts, with the same counts and bounds', async () => {
    const shown = new Map<string, readonly (string | null)[]>();
    for (const row of await watched.page.locator('.table-defects tbody tr').all())
      shown.set((await row.locator('th').textContent()) ?? '', [
        await row.locator('button').textContent(),
        ...(await row.locator('.bounds-words').allTextContents()),
      ]);
    const expected = quality
      .filter((defect) => defect.count > 0)
      .map(
        (defect) =>
          [
            defect.name,
            [
              count(defect.count),
              ...defect.bounds.windowed
                .toSorted((a, b) => (a.joint < b.joint ? -1 : a.joint > b.joint ? 1 : 0))
                .map(({ bounds }) => boundsWords(bounds)),
            ],
          ] as const,
      );
    expect(shown.size).toBeGreaterThan(3);
    expect(shown).toEqual(new Map(expected));
  });

  it('is reached from the masthead', async () => {
    const link = watched.page.getByRole('link', { name: 'Quality', exact: true });
    expect(await link.getAttribute('aria-current')).toBe('page');
  });

  it('opens the records of a defect by keyboard, and gives the focus back', async () => {
    const { page } = watched;
    const button = page.getByRole('button', { name: /Opportunities older than their lead/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.drawer .record').first().waitFor();
    const defect = quality.find(({ id }) => id === 'opportunity_before_lead');
    expect(await page.locator('.drawer .record').count()).toBe(defect?.count);
    expect(await page.locator('.drawer h2').textContent()).toBe(`${count(defect?.count ?? 0)} opportunities`);
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('lists the records that the import set aside, with their place and reason', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: /Lead records set aside/ }).click();
    await page.locator('.drawer .record').first().waitFor();
    const defect = quality.find(({ id }) => id === 'leads_unreadable');
    expect(await page.locator('.drawer .record').count()).toBe(defect?.count);
    expect(await page.locator('.drawer .record').first().textContent()).toMatch(/line [\d,]+/);
  });

  it('without an error in the console', () => expect(watched.errors).toEqual([]));
});
