import { describe, expect, it } from 'vitest';
import { openFewLeads, servedPage, settled, sharedBrowser } from '../support/browser.ts';
import { dropExport, keep, openExport, storedFiles, strip, turns } from '../support/kept-pages.ts';

/** `FULL=1` lets the page die at twenty points instead of three. */
const kills = process.env['FULL'] === '1' ? 20 : 3;

const monday = '2026-01-12';

const freshContext = async () =>
  (await sharedBrowser()).newContext({ viewport: { width: 1440, height: 1000 } });

describe('data that is kept', () => {
  it('is open again after a reload, and nothing is left after it is erased', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await openFewLeads(page);
    expect(await storedFiles(page)).toEqual([]);
    await openExport(page, { day: monday, from: 0, to: 41 });
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

  it('can be read in a second tab, which takes over only after the first is closed and it was asked', async () => {
    const context = await freshContext();
    const first = await context.newPage();
    await openFewLeads(first);
    await openExport(first, { day: monday, from: 0, to: 42 });
    await keep(first);
    const second = await context.newPage();
    await second.goto(`${await servedPage()}#/data`);
    await settled(second);
    expect(await strip(second)).toContain('42 leads');
    await second.getByText(/^Another tab of this page/).waitFor();
    expect(await second.getByRole('button', { name: /^(Erase|Keep)/ }).count()).toBe(0);
    await first.close();
    await second.getByRole('button', { name: 'Take over' }).click();
    await second.getByRole('button', { name: 'Erase what is kept' }).click();
    await second.getByText(/^In memory only/).waitFor();
    expect(await storedFiles(second)).toEqual([]);
    await context.close();
  });

  it('is not shown when a byte of it has changed', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await openFewLeads(page);
    await openExport(page, { day: monday, from: 0, to: 43 });
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

  it('is asked for again when it was not opened for longer than was chosen', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-01-12T08:00:00Z');
    await openFewLeads(page);
    await openExport(page, { day: monday, from: 0, to: 40 });
    await keep(page);
    await page.clock.setFixedTime('2026-02-22T08:00:00Z');
    await page.reload();
    await settled(page);
    await page.getByText('Kept data was not opened for 41 days: renew or erase it').waitFor();
    expect(await strip(page)).toContain('Sample data');
    await page.getByRole('button', { name: 'Renew and open it' }).click();
    await page.getByText(/^Kept on this computer since/).waitFor();
    await page.locator('.trust-strip', { hasText: '40 leads' }).waitFor();
    await settled(page);
    await page.reload();
    await settled(page);
    expect(await strip(page)).toContain('40 leads');
    await context.close();
  }, 400_000);

  it('is as before or as after, never between, whenever the page dies while it is kept', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await openFewLeads(page);
    await openExport(page, { day: monday, from: 0, to: 44 });
    await keep(page);
    await page.close();
    for (let point = 0; point < kills; point += 1) {
      const victim = await context.newPage();
      await victim.goto(`${await servedPage()}#/data`);
      await settled(victim);
      const before = await strip(victim);
      expect(before).toMatch(/4[45] leads/);
      const to = before?.includes('44 leads') === true ? 45 : 44;
      await dropExport(victim, { day: monday, from: 0, to });
      await victim.getByRole('button', { name: /^Replace it/ }).click();
      await victim.locator('.trust-strip', { hasText: `${to} leads` }).waitFor();
      await victim.getByRole('button', { name: /^Keep/ }).click();
      await turns(victim, point * 14);
      await victim.close();
    }
    const witness = await context.newPage();
    await witness.goto(`${await servedPage()}#/data`);
    await settled(witness);
    expect(await strip(witness)).toMatch(/4[45] leads/);
    await context.close();
  }, 1_200_000);
});
