import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellWords } from '../../src/exports/cell-words.ts';
import { openSnapshot } from '../../src/exports/open-snapshot.ts';
import type { DocumentTable } from '../../src/exports/review-document.ts';
import type { Snapshot } from '../../src/exports/snapshot.ts';
import { count } from '../../src/sentences/format.ts';
import { axeViolations } from '../support/axe-violations.ts';
import { openSample, servedPage, lastingPage, watchedPage, type Watched } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { elementsOf, readXml, textOf } from '../support/read-xml.ts';
import { readByScanner } from '../support/sheet-readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
/** A page opens as one by the end of its name. */
const pathOf = (kind: string): string => join(folder, kind.replace(' page', '.html'));

const takeAlong = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Take along' }).click();
  await page.getByRole('menuitem', { name }).click();
};

const save = async (page: Page, name: string): Promise<string> => {
  const download = page.waitForEvent('download');
  await takeAlong(page, name);
  const file = await download;
  await file.saveAs(pathOf(name));
  return file.suggestedFilename();
};

const bytesOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(pathOf(name)));

const tableOf = ({ document }: Snapshot, question: string): DocumentTable => {
  const table = document.blocks.find((block) => block.question === question)?.table ?? null;
  if (table === null) throw new Error(`No table ${question}.`);
  return table;
};

const jointQuestion = 'Leads to opportunities: where is the pipe tight?';

describe('the menu of what can be taken along', () => {
  it('is fit for everybody, in light and in dark', async () => {
    const { page } = await watchedPage({ bypassCSP: true, colorScheme: 'light' });
    await openSample(page);
    await page.getByRole('button', { name: 'Take along' }).click();
    await page.getByRole('menu').waitFor();
    const inLight = await axeViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect([inLight, await axeViolations(page)]).toEqual([[], []]);
    await page.context().close();
  });
});

describe('the week of the sample, taken along', () => {
  let watched: Watched;
  let snapshot: Snapshot;
  let answers: readonly string[];
  const names: string[] = [];

  beforeAll(async () => {
    watched = await lastingPage({ acceptDownloads: true });
    const { page } = watched;
    await openSample(page);
    await page.getByText('Sales answered').first().waitFor({ timeout: 120_000 });
    await page.locator('.table-cards').first().waitFor();
    // Decisions stay with those who wrote them.
    answers = await page
      .locator('main .block')
      .filter({ hasNotText: 'What did we decide, and did it work?' })
      .locator('h2')
      .allTextContents();
    for (const name of ['Slides', 'Workbook', 'HTML page', 'Snapshot']) names.push(await save(page, name));
    const opened = openSnapshot(readFileSync(pathOf('Snapshot'), 'utf8'));
    if ('problem' in opened) throw new Error(opened.problem);
    snapshot = opened.snapshot;
  });

  afterAll(() => rmSync(folder, { recursive: true }));
  afterAll(() => watched.page.context().close());

  it('is named by its week', () =>
    expect(names).toEqual([
      'weekly-review-2026-W39.pptx',
      'weekly-review-2026-W39.xlsx',
      'weekly-review-2026-W39.html',
      'weekly-review-2026-W39.snapshot.json',
    ]));

  it('says in the slides what the page says', () => {
    const parts = unzipSync(bytesOf('Slides'));
    const titles = Object.keys(parts)
      .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
      .map((path) =>
        textOf(elementsOf(readXml(strFromU8(parts[path] ?? new Uint8Array())), 'a:t')[0] ?? readXml('<a/>')),
      );
    expect(answers.length).toBeGreaterThan(8);
    for (const answer of answers) expect(titles).toContain(answer);
  });

  it('holds the same rates in slides, workbook and snapshot', async () => {
    const rates = tableOf(snapshot, jointQuestion).rows.map(([name, cell]) => [
      name,
      typeof cell === 'object' && cell !== null && cell.rate !== null ? String(cell.rate) : '',
    ]);
    expect(rates).toHaveLength(12);
    const sheets = (await readByScanner(bytesOf('Workbook'))) ?? [];
    expect(sheets[1]?.[1].slice(1).map((row) => row.slice(0, 2))).toEqual(rates);
    const parts = unzipSync(bytesOf('Slides'));
    const chart = readXml(strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array()));
    const [values] = elementsOf(chart, 'c:val');
    const points = elementsOf(values ?? chart, 'c:pt').map(textOf);
    expect(points).toEqual(rates.map(([, rate]) => rate).filter((rate) => rate !== ''));
  });

  it('is copied for a chat', async () => {
    const { page } = watched;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(await servedPage()).origin,
    });
    await takeAlong(page, 'Copy as Markdown');
    await page.getByText('Copied').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('# Weekly review, week 39');
    for (const answer of answers.slice(1, 3)) expect(text).toContain(`## ${answer}`);
  });

  it('was written under the policy of the page, with nothing fetched from elsewhere', async () => {
    const { origin } = new URL(await servedPage());
    expect(watched.errors).toEqual([]);
    expect(watched.requests.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([]);
  });

  it('can be taken by keys alone', async () => {
    const { page } = watched;
    await tabTo(page, 'Take along');
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    const items = await page.getByRole('menuitem').allTextContents();
    expect(items).toHaveLength(6);
    await page.keyboard.press('End');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toContain('snapshot');
  });

  it('tells an earlier week from today: the same weeks matured, and nothing was entered late', async () => {
    const { page } = watched;
    await page.goto(`${await servedPage()}#/?asOf=2026-09-09`);
    await page.getByText('Week 36').first().waitFor();
    await page.getByRole('button', { name: 'Take along' }).waitFor();
    await save(page, 'Snapshot');
    const said = openSnapshot(readFileSync(pathOf('Snapshot'), 'utf8'));
    if ('problem' in said) throw new Error(said.problem);
    await page.goto(`${await servedPage()}#/`);
    await page.getByText('Week 39').first().waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Compare with a snapshot' }).click();
    await (await chooser).setFiles(pathOf('Snapshot'));
    const block = page.locator('section', { hasText: 'What did we say, and what is it now?' });
    await block.waitFor();
    expect(await block.locator('.question').textContent()).toContain(said.snapshot.document.title);
    expect(await block.locator('h2').textContent()).toMatch(
      /we said \d+\.\d%, now \d+\.\d%: \d\.\d matured\.$/,
    );
    const weeks = said.snapshot.cohorts.l2o?.weeks.slice(-13) ?? [];
    const total = (pick: 'k' | 'n') => weeks.reduce((sum, week) => sum + week[pick], 0);
    expect(await block.locator('.definition').textContent()).toContain(
      `${count(total('k'))} of ${count(total('n'))} then`,
    );
  });

  it('names in the HTML page no record, person or address of the data', () => {
    const html = readFileSync(pathOf('HTML page'), 'utf8');
    const words = new Set(html.match(/[\w.-]+/g));
    const files = ['Lead', 'Opportunity', 'OpportunityContactRole'];
    const ids = files.flatMap((file) => {
      const text = strFromU8(gunzipSync(new Uint8Array(readFileSync(`data/sample/${file}.csv.gz`))));
      return [...text.matchAll(/"([a-zA-Z0-9]{15,18})"/g)].map(([, id = '']) => id);
    });
    expect(ids.length).toBeGreaterThan(30_000);
    expect(ids.filter((id) => words.has(id))).toEqual([]);
    expect(html.replaceAll(/@(?:media|page)/g, '')).not.toContain('@');
    const leads = strFromU8(gunzipSync(new Uint8Array(readFileSync('data/sample/Lead.csv.gz'))));
    const people = [
      ...leads.matchAll(/^"[^"]*","[^"]*","[^"]*","([^"]+)","([^"]+)","[^"]*","([^"]*)"/gm),
    ].slice(1);
    expect(people.length).toBeGreaterThan(10_000);
    const named = people.filter(
      ([, first = '', last = '', company = '']) =>
        html.includes(`${first} ${last}`) || (company.length > 4 && html.includes(company)),
    );
    expect(named).toEqual([]);
  });

  it('opens as a page from disk with the same numbers, and axe finds nothing', async () => {
    const { page, errors, requests } = await watchedPage();
    const address = pathToFileURL(pathOf('HTML page')).href;
    await page.goto(address);
    const table = page.locator('section', { hasText: jointQuestion }).first().locator('tbody tr');
    const shown = await Promise.all(
      (await table.all()).map((row) => row.locator('th, td').allTextContents()),
    );
    const { columns, rows } = tableOf(snapshot, jointQuestion);
    expect(shown).toEqual(
      rows.map((row) =>
        columns.map(({ kind }, index) => cellWords(row[index] ?? null, kind, snapshot.document.currency)),
      ),
    );
    expect([errors, requests]).toEqual([[], [address]]);
    await page.context().close();
    const checked = await watchedPage({ bypassCSP: true, colorScheme: 'light' });
    await checked.page.goto(address);
    const inLight = await axeViolations(checked.page);
    await checked.page.emulateMedia({ colorScheme: 'dark' });
    expect([inLight, await axeViolations(checked.page)]).toEqual([[], []]);
    await checked.page.context().close();
  });
});
