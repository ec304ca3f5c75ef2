import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openFewLeads, servedPage, settled, sharedBrowser } from '../support/browser.ts';
import { findChromium } from '../support/find-chromium.mjs';
import {
  addExport,
  dropExport,
  keep,
  openExport,
  storedFiles,
  strip,
  turns,
  turnsAfter,
} from '../support/kept-pages.ts';

/** `FULL=1` lets the page die at twenty points instead of three. */
const kills = process.env['FULL'] === '1' ? 20 : 3;

const firstMonday = { day: '2026-01-12', from: 0, to: 41 };
/** The CRM has forgotten the first five leads, and names seven new ones. */
const secondMonday = { day: '2026-01-19', from: 5, to: 48, channel: 'Web' };

const freshContext = async (): Promise<BrowserContext> =>
  (await sharedBrowser()).newContext({ viewport: { width: 1440, height: 1000 } });

const keptFirst = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  await openFewLeads(page);
  await openExport(page, firstMonday);
  await keep(page);
  return page;
};

const knownOn = async (page: Page, choice: string, expected: string): Promise<void> => {
  await page.getByRole('button', { name: /As known on/ }).click();
  await page.getByRole('option', { name: choice }).click();
  await page.locator('.trust-strip', { hasText: expected }).waitFor();
};

describe('weekly exports', () => {
  it('make a history in which an earlier Monday can be shown, after a reload too, and the last can be undone', async () => {
    const context = await freshContext();
    const page = await keptFirst(context);
    const before = await strip(page);
    expect(before).toContain('41 leads');
    await addExport(page, secondMonday, '48 leads');
    await page.reload();
    await settled(page);
    const both = await strip(page);
    expect(both).toContain('48 leads');
    await page.getByRole('cell', { name: /7 new, 36 changed, 0 as before/ }).waitFor();
    expect(
      await page
        .getByRole('row', { name: /19 Jan 2026/ })
        .getByRole('cell')
        .last()
        .textContent(),
    ).toBe('5');
    await knownOn(page, 'Mon, 12 Jan 2026', '41 leads');
    expect((await strip(page))?.replace('As known on Mon, 12 Jan 2026', '')).toBe(before);
    await page.getByRole('link', { name: 'Explore' }).click();
    await page.getByRole('rowheader', { name: 'Fair' }).first().waitFor();
    expect(await page.getByRole('rowheader', { name: 'Web' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await knownOn(page, 'Newest', '48 leads');
    expect(await strip(page)).toBe(both);
    await page.getByRole('button', { name: /^Undo the last import/ }).click();
    await page.locator('.trust-strip', { hasText: '41 leads' }).waitFor();
    await settled(page);
    expect(await strip(page)).toBe(before);
    await page.reload();
    await settled(page);
    expect(await strip(page)).toBe(before);
    await context.close();
  });

  it('wait for the person: added, in place of what is there, or left alone', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await openFewLeads(page);
    await openExport(page, firstMonday);
    await dropExport(page, secondMonday);
    expect(
      await page
        .getByRole('button', { name: /^Add to what is here\s*41 records of 1 export stay and 43/ })
        .count(),
    ).toBe(1);
    await page.getByRole('button', { name: 'Leave everything as it is' }).click();
    expect(await strip(page)).toContain('41 leads');
    await dropExport(page, secondMonday);
    await page.getByRole('button', { name: /^Replace it/ }).click();
    await page.locator('.trust-strip', { hasText: '43 leads' }).waitFor();
    expect(await page.getByRole('button', { name: /^Undo the last import/ }).count()).toBe(0);
    await context.close();
  });

  it('are as before or as after, never between, whenever the page dies while one is added', async () => {
    const context = await freshContext();
    await (await keptFirst(context)).close();
    const ends: string[] = [];
    for (let point = 0; point <= kills; point += 1) {
      const page = await context.newPage();
      await page.goto(`${await servedPage()}#/data`);
      await settled(page);
      const found = /4[18] leads/.exec((await strip(page)) ?? '')?.[0] ?? 'neither';
      ends.push(found);
      const folders = new Set((await storedFiles(page)).map((path) => path.split('/')[2]));
      expect(folders.size).toBe(found === '48 leads' ? 4 : 3);
      if (found === '48 leads') {
        await page.getByRole('button', { name: /^Undo the last import/ }).click();
        await page.locator('.trust-strip', { hasText: '41 leads' }).waitFor();
        await settled(page);
        await page.getByText(/^Kept on this computer since/).waitFor();
      }
      if (point < kills) {
        await dropExport(page, secondMonday);
        const dies = turnsAfter(page, 'Keeping the data', point * 3);
        await page.getByRole('button', { name: /^Add to what is here/ }).click();
        if (point % 2 === 1) await dies;
        else await turns(page, point * 20);
      }
      await page.close();
    }
    expect(ends).not.toContain('neither');
    expect(ends[0]).toBe('41 leads');
    await context.close();
  }, 1_200_000);
});

const markers = Array.from({ length: 20 }, (_, index) => `marker-${index}@planted.example`);

/** Which of the planted addresses any file below a folder holds, as plain bytes. */
const planted = (folder: string): readonly string[] => {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    const content = readFileSync(path, 'latin1');
    for (const marker of markers) if (content.includes(marker)) found.add(marker);
  }
  return [...found];
};

describe('data that was erased', () => {
  it('is found nowhere in the profile of the browser, where it was before', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'throughline-profile-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
      viewport: { width: 1440, height: 1000 },
    });
    const page = await keptFirst(context);
    expect(planted(profile).length).toBe(20);
    await page.getByRole('button', { name: 'Erase what is kept' }).click();
    await page.getByText(/^In memory only/).waitFor();
    expect(await storedFiles(page)).toEqual([]);
    expect(
      await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
        document.cookie.length,
      ]),
    ).toEqual([0, 0, 0, 0, 0]);
    await context.close();
    expect(planted(profile)).toEqual([]);
    rmSync(profile, { recursive: true, force: true });
  });
});
