import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openFewLeads, settled, watchedPage } from '../support/browser.ts';
import { csv, fileOf, importing, leadHeaders, leadRow, leadsCsv } from '../support/import-texts.ts';
import { sheetOf, workbookOf } from '../support/table-formats.ts';

type Files = readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];

const folder = mkdtempSync(join(tmpdir(), 'throughline-drop-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Drags files of this computer onto the page and lets them go, as a person does. */
const drop = async (page: Page, files: Files): Promise<void> => {
  const paths = files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const box = await page.locator('.drop-zone').boundingBox();
  if (box === null) throw new Error('Nowhere to drop.');
  const client = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', {
      type,
      x: box.x + 20,
      y: box.y + 20,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    });
};

const dropped = async (page: Page, files: Files, waitFor: string): Promise<void> => {
  await drop(page, files);
  await page.getByRole('heading', { name: waitFor }).waitFor({ timeout: 60_000 });
  await settled(page);
};

const fixture = (from: string) =>
  readdirSync(from)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => [name, Uint8Array.from(readFileSync(join(from, name)))] as const);

const count = (value: number): string => new Intl.NumberFormat('en-GB').format(value);

describe('files that are dropped', () => {
  it('are read whatever their kind: a zip of Salesforce files, a workbook and a HubSpot file together', async () => {
    const salesforce = zipSync(Object.fromEntries(fixture('test/crm/fixtures/salesforce-data-export/clean')));
    const workbook = workbookOf(
      {
        Funnel: sheetOf({
          headers: ['lead_id', 'created_at', 'channel', 'opportunity_date'],
          rows: [
            ['X1', '2026-01-02', 'Fair', '2026-02-01'],
            ['X2', 'soon', 'Web', null],
          ],
        }),
      },
      'xlsx',
    );
    const hubspot = fixture('test/crm/fixtures/hubspot/clean').filter(([name]) => name.includes('contacts'));
    const files: Files = [
      { name: 'export.zip', bytes: Uint8Array.from(salesforce) },
      { name: 'funnel.xlsx', bytes: workbook },
      ...hubspot.map(([name, bytes]) => ({ name, bytes })),
    ];
    const expected = await importing(files.map(({ name, bytes }) => fileOf(name, bytes)));
    expect(new Set(expected.files.map(({ format }) => format)).size).toBe(3);
    const { page, errors } = await watchedPage();
    await openFewLeads(page, '#/data');
    await dropped(page, files, 'funnel.xlsx');
    const blocks = await page.locator('main').textContent();
    for (const { name, records, loaded, setAside } of expected.files) {
      expect(blocks).toContain(name);
      expect(blocks).toContain(
        `${count(records)} records read, ${count(loaded)} loaded, ${count(setAside)} set aside`,
      );
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('what was set aside', () => {
  it('is downloaded, corrected, added to the rest, and counts as if it had been right at once', async () => {
    const damaged =
      leadsCsv([{ Id: '00Q1' }]) + csv([leadRow({ Id: '00Q2', CreatedDate: 'soon', LeadSource: '=1+1' })]);
    const other = csv([
      [...leadHeaders, 'Name'],
      [...leadRow({ Id: '00Q3' }), 'a'],
      ['00Q4', 'b'],
    ]);
    const encoded = (name: string, text: string) => ({
      name,
      bytes: Uint8Array.from(new TextEncoder().encode(text)),
    });
    const files = [encoded('one.csv', damaged), encoded('two.csv', other)];
    const { page, errors } = await watchedPage({ acceptDownloads: true });
    await openFewLeads(page, '#/data');
    await dropped(page, files, 'one.csv');
    const saved = async (button: string) => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const file = await download;
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    };
    const all = await saved('Download all that was set aside');
    expect(all.name).toBe('set aside.zip');
    const list = await saved('Download what was set aside of one.csv');
    expect(list.name).toBe('one.csv set aside.csv');
    const text = list.bytes.toString('utf8');
    expect(text).toContain(`"'=1+1"`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    const corrected = Buffer.from(text.replace('"soon"', '"2026-03-02 09:00:00"'));
    await (await chooser).setFiles([{ name: list.name, mimeType: 'text/csv', buffer: corrected }]);
    await page.getByRole('button', { name: /^Add to what is here/ }).click();
    await page.waitForFunction(() =>
      document.querySelector('.trust-strip')?.textContent?.includes('3 leads'),
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('what was set aside of kept data', () => {
  it('can still be downloaded when the page is opened again', async () => {
    const text = leadsCsv([{ Id: '00Q1' }]) + csv([leadRow({ Id: '00Q2', CreatedDate: 'soon' })]);
    const { page } = await watchedPage({ acceptDownloads: true });
    await openFewLeads(page, '#/data');
    await dropped(
      page,
      [{ name: 'kept.csv', bytes: Uint8Array.from(new TextEncoder().encode(text)) }],
      'kept.csv',
    );
    await page.getByRole('button', { name: /^Keep/ }).click();
    await page.getByText(/^Kept on this computer since/).waitFor();
    await page.reload();
    await settled(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download what was set aside of kept.csv' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('"soon"');
    await page.context().close();
  });
});

describe('the progress of an import', () => {
  it('is said at most every five seconds to those who do not see it, however often it changes', async () => {
    const { page } = await watchedPage();
    await page.addInitScript(() => {
      const said: number[] = [];
      let seen = 0;
      Object.assign(window, { progress: { said, shown: () => seen } });
      const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
      let spoken = '';
      let shown = '';
      new MutationObserver(() => {
        const words = text('output.visually-hidden');
        if (words !== spoken && words !== '') said.push(performance.now());
        spoken = words;
        if (text('.working') !== shown) seen += 1;
        shown = text('.working');
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await openFewLeads(page);
    const { said, shown } = await page.evaluate(() => {
      // What the script of this test has put there.
      const { progress } = window as unknown as {
        progress: { said: readonly number[]; shown: () => number };
      };
      return { said: progress.said, shown: progress.shown() };
    });
    expect(said.length).toBeGreaterThan(0);
    expect(shown).toBeGreaterThan(said.length);
    const gaps = said.slice(1).map((at, index) => at - (said[index] ?? 0));
    // What is seen of a word comes a little after it was said.
    expect(gaps.filter((gap) => gap < 4000)).toEqual([]);
    await page.context().close();
  });
});
