import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openFewLeads, servedPage, settled, sharedBrowser, type ChosenFile } from '../support/browser.ts';

/** `FULL=1` has the worker and the page die at twenty points instead of three. */
const kills = process.env['FULL'] === '1' ? 20 : 3;
const parts = 20;
const points = Array.from({ length: kills }, (_, kill) => 1 + Math.floor((kill * parts) / kills));

/** What the page may do when the import's worker has said so many words. */
interface Faults {
  wordsLeft: number;
  fault: 'none' | 'kill' | 'reload' | 'cancel' | 'tell';
  faultAt: number;
  problemAt: number;
}

declare global {
  interface Window {
    faults: Faults;
  }
}

/** Counts the words of the import's worker and lets the page, or the worker, die in the middle of it. */
const withFaults = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    window.faults = { wordsLeft: -1, fault: 'none', faultAt: 0, problemAt: 0 };
    const { faults } = window;
    const act = (worker: Worker): void => {
      faults.faultAt = performance.now();
      if (faults.fault === 'kill') worker.terminate();
      if (faults.fault === 'reload') location.reload();
      if (faults.fault === 'cancel')
        [...document.querySelectorAll('button')].find((button) => button.textContent === 'Cancel')?.click();
    };
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (!String(url).includes('ingest-worker')) return;
        this.addEventListener('message', (event: MessageEvent<{ readonly kind: string }>) => {
          if (event.data.kind !== 'progress' || faults.wordsLeft < 0) return;
          faults.wordsLeft -= 1;
          if (faults.wordsLeft < 0) act(this);
        });
      }
    };
    new MutationObserver(() => {
      if (document.querySelector('.problem') !== null && faults.problemAt === 0)
        faults.problemAt = performance.now();
    }).observe(document, { subtree: true, childList: true });
  });
};

const leads = (count: number, from: number): Buffer =>
  Buffer.from(
    'Id,IsDeleted,LeadSource,Status,IsConverted,CreatedDate\n' +
      Array.from(
        { length: count },
        (_, index) =>
          `00Q${String(from + index).padStart(15, '0')},0,Fair,New,0,2026-01-${String((index % 28) + 1).padStart(2, '0')} 10:00:00`,
      ).join('\n'),
  );

/** An export in twenty parts: the worker says at least one word about each. */
const export20 = (each: number): ChosenFile[] =>
  Array.from({ length: parts }, (_, part) => ({
    name: `Lead-${part}.csv`,
    mimeType: 'text/csv',
    buffer: leads(each, part * each),
  }));

const strip = (page: Page) => page.locator('.trust-strip').textContent();

const choose = async (page: Page, files: string[] | ChosenFile[]): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
};

const plan = (page: Page, fault: Faults['fault'], wordsLeft: number): Promise<void> =>
  page
    .evaluate(
      ([kind, words]) => Object.assign(window.faults, { fault: kind, wordsLeft: words, problemAt: 0 }),
      [fault, wordsLeft] as const,
    )
    .then(() => undefined);

const dataPage = async () => {
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  await withFaults(page);
  await openFewLeads(page, '#/data');
  return { context, page };
};

describe('a worker that dies while it imports', () => {
  it(
    'is told of within two seconds, leaves the data as they were, and the next try works',
    { timeout: 600_000 },
    async () => {
      const { context, page } = await dataPage();
      const before = await strip(page);
      for (const point of points) {
        await plan(page, 'kill', point - 1);
        await choose(page, export20(500));
        await page.locator('.problem').waitFor({ timeout: 20_000 });
        expect(await page.locator('.problem').textContent()).toContain('ended by the browser');
        expect(await page.evaluate(() => window.faults.problemAt - window.faults.faultAt)).toBeLessThan(2000);
        await settled(page);
        expect(await strip(page)).toBe(before);
      }
      await plan(page, 'none', -1);
      await choose(page, export20(500));
      await page.getByText('10,000', { exact: true }).first().waitFor({ timeout: 60_000 });
      await settled(page);
      expect(await strip(page)).toContain('10,000 leads');
      expect(await page.locator('.problem').count()).toBe(0);
      await context.close();
    },
  );
});

describe('an import that is cancelled', () => {
  it('leaves everything as it was within a second, and the next one works', async () => {
    const { context, page } = await dataPage();
    const before = await strip(page);
    await plan(page, 'cancel', 9);
    await choose(page, export20(2000));
    await page.waitForFunction(
      () => window.faults.faultAt > 0 && document.querySelector('.working') === null,
    );
    expect(await page.evaluate(() => performance.now() - window.faults.faultAt)).toBeLessThan(1000);
    expect(await strip(page)).toBe(before);
    expect(await page.locator('.problem').count()).toBe(0);
    await plan(page, 'none', -1);
    await choose(page, export20(100));
    await page.getByText('2,000', { exact: true }).first().waitFor({ timeout: 60_000 });
    await context.close();
  });
});

describe('a page that dies while it imports', () => {
  it(
    'shows after it is opened again what was kept, whole: before or after, never between',
    { timeout: 600_000 },
    async () => {
      const { context, page } = await dataPage();
      await choose(page, [{ name: 'Lead.csv', mimeType: 'text/csv', buffer: leads(44, 0) }]);
      await page.getByText('44', { exact: true }).first().waitFor();
      await settled(page);
      await page.getByRole('button', { name: /^Keep/ }).click();
      await page.getByText(/^Kept on this computer since/).waitFor();
      let victim = page;
      for (const [index, point] of points.entries()) {
        const isClosed = index % 2 === 1;
        await plan(victim, isClosed ? 'tell' : 'reload', point - 1);
        const isOpened = isClosed ? Promise.resolve(null) : victim.waitForEvent('framenavigated');
        await choose(victim, export20(500));
        if (isClosed) {
          await victim.waitForFunction(() => window.faults.faultAt > 0);
          await victim.close();
          victim = await context.newPage();
          await withFaults(victim);
          await victim.goto(`${await servedPage()}#/data`);
        } else await isOpened;
        await settled(victim);
        expect(await strip(victim)).toMatch(/^(?:44|10,000) leads/);
      }
      expect(await strip(victim)).toContain('44 leads');
      await context.close();
    },
  );
});

describe('a file that is replaced while it is read', () => {
  it('refuses the import, is named, and leaves the data as they were', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-replaced-'));
    const path = join(folder, 'Lead.csv');
    writeFileSync(path, leads(400_000, 0));
    const { context, page } = await dataPage();
    const before = await strip(page);
    await plan(page, 'tell', 0);
    await choose(page, [path]);
    await page.waitForFunction(() => window.faults.faultAt > 0);
    writeFileSync(path, leads(10, 0));
    await page.locator('.problem').waitFor({ timeout: 60_000 });
    const problem = await page.locator('.problem').textContent();
    expect(problem).toContain('A file changed or disappeared while it was read: Lead.csv.');
    await settled(page);
    expect(await strip(page)).toBe(before);
    await context.close();
    rmSync(folder, { recursive: true });
  });
});
