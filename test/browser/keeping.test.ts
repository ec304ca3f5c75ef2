import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFiles, openSample, servedPage, settled, sharedBrowser } from '../support/browser.ts';

/** `FULL=1` lets the page die at twenty points instead of five. */
const kills = process.env['FULL'] === '1' ? 20 : 5;

const leads = (count: number, channel: string): Buffer =>
  Buffer.from(
    'Id,IsDeleted,LeadSource,Status,IsConverted,CreatedDate\n' +
      Array.from(
        { length: count },
        (_, index) =>
          `00Q${String(index).padStart(15, '0')},0,${channel},New,0,2026-01-${String((index % 28) + 1).padStart(2, '0')} 10:00:00`,
      ).join('\n'),
  );

const chooseLeads = (page: Page, count: number, channel = 'Fair') =>
  chooseFiles(page, [{ name: 'Lead.csv', mimeType: 'text/csv', buffer: leads(count, channel) }]);

const strip = (page: Page) => page.locator('.trust-strip').textContent();

const keep = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Keep/ }).click();
  await page.getByText(/^Kept on this computer since/).waitFor();
};

/** Every file of this site's own storage, with its size. */
const storedFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${path}/${name}`);
        else found.push(`${path}/${name}`);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return found;
  });

const freshContext = async () =>
  (await sharedBrowser()).newContext({ viewport: { width: 1440, height: 1000 } });

describe('data that is kept', () => {
  it('is open again after a reload, and nothing is left after it is erased', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await openSample(page);
    expect(await storedFiles(page)).toEqual([]);
    await chooseLeads(page, 41);
    await keep(page);
    await page.reload();
    await settled(page);
    expect(await strip(page)).toContain('41 leads');
    await page.getByRole('button', { name: 'Erase what is kept' }).click();
    await page.getByText(/^In memory only/).waitFor();
    expect(await storedFiles(page)).toEqual([]);
    await page.reload();
    await settled(page);
    expect(await strip(page)).toContain('Sample data');
    await context.close();
  });

  it('can be read in a second tab, which may not change it', async () => {
    const context = await freshContext();
    const first = await context.newPage();
    await openSample(first);
    await chooseLeads(first, 42);
    await keep(first);
    const second = await context.newPage();
    await second.goto(`${await servedPage()}#/data`);
    await settled(second);
    expect(await strip(second)).toContain('42 leads');
    await second.getByRole('button', { name: 'Erase what is kept' }).click();
    await second.getByText(/^Another tab of this page/).waitFor();
    expect((await storedFiles(first)).length).toBeGreaterThan(0);
    await context.close();
  });

  it('is not shown when a byte of it has changed', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await openSample(page);
    await chooseLeads(page, 43);
    await keep(page);
    await page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('throughline');
      for await (const [, handle] of root.entries()) {
        if (handle.kind !== 'directory') continue;
        const file = await handle.getFileHandle('0.arrow');
        const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        const writer = await file.createWritable();
        await writer.write(bytes);
        await writer.close();
      }
    });
    await page.reload();
    await settled(page);
    expect(await page.locator('body').textContent()).toContain('is damaged and is not shown');
    expect(await strip(page)).not.toContain('43 leads');
    await context.close();
  });

  it('is as before or as after, never between, whenever the page dies while it is kept', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await openSample(page);
    await chooseLeads(page, 44);
    await keep(page);
    await page.close();
    for (let delay = 0; delay < kills; delay += 1) {
      const victim = await context.newPage();
      await victim.goto(`${await servedPage()}#/data`);
      await settled(victim);
      const before = await strip(victim);
      expect(before).toMatch(/4[45] leads/);
      await chooseLeads(victim, before?.includes('44 leads') === true ? 45 : 44);
      await victim.getByRole('button', { name: /^Keep/ }).click();
      await victim.evaluate(
        (turns) =>
          new Promise<void>((resolve) => {
            const turn = (left: number): void => {
              if (left === 0) resolve();
              else void navigator.storage.getDirectory().then(() => turn(left - 1));
            };
            turn(turns);
          }),
        delay * 14,
      );
      await victim.close();
    }
    const witness = await context.newPage();
    await witness.goto(`${await servedPage()}#/data`);
    await settled(witness);
    expect(await strip(witness)).toMatch(/4[45] leads/);
    await context.close();
  });
});
