import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { reportJson } from '../../src/headless/report-json.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import { count, moneyShort } from '../../src/sentences/format.ts';
import { leakName } from '../../src/sentences/review/leak-answer.ts';
import {
  chooseFiles,
  lastingPage,
  openFewLeads,
  openSample,
  watchedPage,
  type Watched,
} from '../support/browser.ts';
import { sharedEngine } from '../support/engine.ts';
import { pressByKeys } from '../support/keyboard.ts';

const folder = 'data/sample';
const files = readdirSync(folder)
  .filter((name) => name !== 'Campaign.csv.gz')
  .map((name) => join(folder, name));

const reported = async () =>
  reportJson(await buildReport(await sharedEngine(), await openFiles(files), null, readOptions(files))).review
    .leaks;

const numberIn = (text: string | null): number => Number((text ?? '').replaceAll(',', '').split(' ')[0]);

/** The leads of each row of a table in the drawer. */
const leadsIn = async (page: Page, part: string): Promise<readonly number[]> => {
  const panel = page.locator('.drawer .disclosure', {
    has: page.getByRole('button', { name: part, exact: true }),
  });
  const cells = await panel
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('td')?.textContent ?? null));
  return cells.map(numberIn);
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the page of leaks says what the report says of the sample', () => {
  let watched: Watched;
  let leaks: Awaited<ReturnType<typeof reported>>;

  beforeAll(async () => {
    leaks = await reported();
    watched = await lastingPage();
    await openSample(watched.page, '#/leaks');
    await watched.page.locator('.table-leaks').waitFor({ timeout: 120_000 });
  });

  afterAll(() => watched.page.context().close());

  it('in its answer', async () => {
    const answer = await watched.page.locator('h1').textContent();
    const [largest] = leaks.lines;
    expect(answer).toContain(moneyShort(leaks.lost?.minor ?? -1, 'EUR'));
    expect(answer).toContain(moneyShort(leaks.potentialMinor ?? -1, 'EUR'));
    expect(answer).toContain(largest === undefined ? '' : leakName(largest));
  });

  it('in every leak and in their sum', async () => {
    const shown = await watched.page.locator('.table-leaks tbody tr').evaluateAll((rows) =>
      rows.map((row) => {
        const [money, leads] = row.querySelectorAll('td');
        return [
          row.querySelector('th')?.textContent,
          (money?.querySelector('b') ?? money)?.textContent,
          (leads?.querySelector('button') ?? leads)?.textContent,
        ];
      }),
    );
    const expected = leaks.lines.map((line) => [
      leakName(line),
      moneyShort(line.minor, 'EUR'),
      count(line.journeys),
    ]);
    expect(shown).toEqual([
      ...expected,
      ['Together', moneyShort(leaks.lost?.minor ?? -1, 'EUR'), count(leaks.lost?.journeys ?? -1)],
    ]);
  });

  it('in every step from what could have been brought to what was won, to the minor unit', async () => {
    await watched.page.locator('.chart [data-mark="start"]').waitFor();
    const marks = await watched.page
      .locator('.chart [data-mark]')
      .evaluateAll((all) =>
        all
          .filter((mark) => mark.closest('.table') === null)
          .map(
            (mark) =>
              [mark.getAttribute('data-mark') ?? '', Number(mark.getAttribute('data-value'))] as const,
          ),
      );
    const values = new Map(marks);
    const steps = marks.flatMap(([mark, value]) => (mark === 'start' || mark === 'end' ? [] : [value]));
    expect(values.get('start')).toBe(leaks.potentialMinor);
    expect(values.get('end')).toBe(leaks.won?.minor);
    expect(values.get('slow')).toBe(-(leaks.lines.find(({ leak }) => leak === 'slow')?.minor ?? NaN));
    expect(steps).toHaveLength(leaks.lines.length + 1);
    expect((leaks.potentialMinor ?? NaN) + sum(steps)).toBe(leaks.won?.minor);
  });

  it('and opens the leads of a leak by keyboard, by owner and by month, which add up to it', async () => {
    const { page } = watched;
    const line = leaks.lines.find(({ leak }) => leak === 'untried');
    const leads = line?.journeys ?? -1;
    await page.locator('#main').focus();
    await pressByKeys(page, `${count(leads)} leads, Never tried by sales: show the records`);
    await page.locator('.record').first().waitFor();
    expect(numberIn(await page.locator('.drawer h2').textContent())).toBe(leads);
    expect(await page.locator('.record').count()).toBe(100);
    expect(await page.locator('.record .mono').first().textContent()).toMatch(/^00Q/);
    await pressByKeys(page, 'By owner');
    await pressByKeys(page, 'By month of arrival');
    const owners = await leadsIn(page, 'By owner');
    expect(owners.length).toBeGreaterThan(5);
    expect(sum(owners)).toBe(leads);
    expect(sum(await leadsIn(page, 'By month of arrival'))).toBe(leads);
  });

  it('and saves them all, safe to open in a spreadsheet', async () => {
    const { page } = watched;
    const line = leaks.lines.find(({ leak }) => leak === 'untried');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Save as CSV/ }).click();
    const path = await (await download).path();
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength((line?.journeys ?? -1) + 1);
    expect(new Set(lines.slice(1).map((text) => text.split(',')[0])).size).toBe(line?.journeys);
  });

  it('and lists the leads of one owner alone', async () => {
    const { page } = watched;
    const own = (await leadsIn(page, 'By owner'))[0];
    await page
      .getByRole('button', { name: /list only these leads$/ })
      .first()
      .click();
    await page.locator('.drawer h2', { hasText: `${count(own ?? -1)} of ` }).waitFor();
    await page.locator('.record').first().waitFor();
    expect(await page.locator('.record').count()).toBe(Math.min(own ?? -1, 100));
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
  });

  it('and leads to the weekly review and back', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'To the weekly review' }).click();
    await page.getByRole('link', { name: 'Whose, since when, and what goes with it' }).click();
    await page.locator('.table-leaks').waitFor();
  });

  it('without an error in the console', () => expect(watched.errors).toEqual([]));
});

describe('the page of leaks without activities, owners or amounts', () => {
  const day = (month: number, date: number): string =>
    `2025-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const leads = Array.from({ length: 120 }, (_, at) => ({
    id: `L${at}`,
    day: day(1 + (at % 9), 1 + (at % 28)),
  }));
  const file = (name: string, lines: readonly string[]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\n')}\n`),
  });

  it('says at full height what cannot be known and what is needed', async () => {
    const { page, errors } = await watchedPage();
    await openFewLeads(page, '#/data');
    await chooseFiles(page, [
      file('leads.csv', [
        'lead_id,created_at,channel',
        ...leads.map(({ id, day: created }, at) => `${id},${created},${at % 2 === 0 ? 'Web' : 'Fair'}`),
      ]),
    ]);
    await page.getByRole('link', { name: 'Leaks', exact: true }).click();
    await page.getByText('How fast leads are tried cannot be told').waitFor({ timeout: 120_000 });
    const text = (await page.locator('main').textContent()) ?? '';
    for (const words of [
      'What was lost cannot be told with these files',
      'How often leads are tried cannot be told',
      'No open lead has an owner',
      'who was tried cannot be told',
      'Whether discarded leads were tried cannot be told',
      'No meetings are among these files',
      'No lead has been sent to nurture',
      'How soon sales reacts to a lead cannot be told',
    ])
      expect(text).toContain(words);
    expect(await page.locator('main section.block').count()).toBeGreaterThanOrEqual(9);
    expect(errors).toEqual([]);
  });
});
