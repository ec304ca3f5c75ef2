import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DefinitionHistory } from '../../src/domain/definition-set.ts';
import { buildReport } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { reportJson } from '../../src/headless/report-json.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import { parseDefinitions } from '../../src/ingest/definition-file.ts';
import { count } from '../../src/sentences/format.ts';
import { chooseFiles, lastingPage, openFewLeads, type Watched } from '../support/browser.ts';
import { sharedEngine } from '../support/engine.ts';
import { pickByKeys, pressByKeys, tabTo } from '../support/keyboard.ts';
import { scoredFiles } from '../support/scored-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
const files = scoredFiles();
const paths = files.map(({ name }) => join(folder, name));

const reported = async (definition: DefinitionHistory | null) =>
  reportJson(
    await buildReport(
      await sharedEngine(),
      await openFiles(paths),
      null,
      readOptions(['--json', ...(definition === null ? [] : ['--definition', 'agreed.json']), ...paths]),
      { definition, diff: null, agreements: [], budgets: [] },
    ),
  );

type Reported = Awaited<ReturnType<typeof reported>>;

const fractions = ({ totals }: Reported): readonly string[] =>
  [totals.l2o, totals.o2d, totals.l2d].map((joint) => {
    const rate = joint?.windowed;
    return `${count(rate?.k ?? -1)} of ${count(rate?.n ?? -1)}`;
  });

const block = (page: Page, question: string) =>
  page.locator('section.block', { has: page.getByText(question, { exact: true }) });

const headlines = (page: Page): Promise<string[]> => page.locator('[data-joint] .fraction').allTextContents();

const typeNumber = async (page: Page, field: string, value: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
};

describe('the definitions of a company, by keyboard', () => {
  let watched: Watched;
  let before: Reported;
  let drafted: readonly (string | null)[] = [];

  beforeAll(async () => {
    for (const { name, buffer } of files) writeFileSync(join(folder, name), buffer);
    before = await reported(null);
    watched = await lastingPage();
    await openFewLeads(watched.page, '#/definitions');
  });

  afterAll(async () => {
    await watched.page.context().close();
    rmSync(folder, { recursive: true });
  });

  it('say of an export without a score, activities or opportunities what would be needed', async () => {
    const { page } = watched;
    const threshold = block(page, 'What would another score threshold have taken?');
    await threshold.waitFor({ timeout: 60_000 });
    expect(await threshold.textContent()).toContain('Needed: a column with the score of each lead');
  });

  it('start as the standard ones, with the numbers of the report', async () => {
    const { page } = watched;
    await chooseFiles(page, files);
    await page.getByRole('link', { name: 'Definitions', exact: true }).click();
    await expect.poll(() => headlines(page), { timeout: 60_000 }).toEqual(fractions(before));
  });

  it('count last quarter’s leads that meet criteria as a recount of the file does', async () => {
    const { page } = watched;
    const rows = String(files[0]?.buffer).trim().split('\n').slice(1);
    const created = rows
      .map((row) => row.split(','))
      .filter(([, at = '']) => at >= '2026-04' && at < '2026-07');
    const meeting = created.filter(([, , , , score = '']) => score !== '' && Number(score) >= 50);
    const answer = block(page, 'How many of last quarter’s leads meet such criteria?').locator('h2');
    await expect
      .poll(() => answer.textContent(), { timeout: 60_000 })
      .toContain(`${count(meeting.length)} of ${count(created.length)} leads of Q2 2026 meet the criteria`);
  });

  it('are edited as a draft: the MQL becomes a score of 60 or more, and nothing changes yet', async () => {
    const { page } = watched;
    await page.locator('#main').focus();
    await pressByKeys(page, 'Edit the definitions');
    await pickByKeys(page, 'MQL rule', 'Score');
    await typeNumber(page, 'MQL: value', '60');
    await page.getByText('A lead, once its score is 60 or more.').first().waitFor();
    expect(await headlines(page)).toEqual(fractions(before));
    expect(await page.getByRole('button', { name: 'Save the version' }).count()).toBe(0);
  });

  it('show every number before and after, and the leads that moved, before they can be saved', async () => {
    const { page } = watched;
    await pressByKeys(page, 'Show what changes');
    await page.getByRole('button', { name: 'Save the version' }).waitFor({ timeout: 60_000 });
    const rows = block(page, 'What does the draft change?').locator('.table-diff tbody tr');
    const shown = new Map(
      await rows.evaluateAll((all) =>
        all.map(
          (row) =>
            [
              row.querySelector('th')?.textContent ?? '',
              [...row.querySelectorAll('td')].map((cell) => cell.textContent),
            ] as const,
        ),
      ),
    );
    const joints = ['Lead to opportunity', 'Opportunity to deal', 'Lead to deal'];
    const cells = joints.map((joint) => shown.get(`${joint}, within it`) ?? []);
    const fraction = (words: string | null | undefined) => /\((.*)\)/.exec(words ?? '')?.[1] ?? null;
    expect(cells.map(([inForce]) => fraction(inForce))).toEqual(fractions(before));
    drafted = cells.map(([, draft]) => fraction(draft));
    await pressByKeys(page, 'Leads that moved');
    await page.locator('.record').first().waitFor();
    expect(await page.locator('.drawer .record-head').first().textContent()).toMatch(/^L\d{4}/);
    await page.keyboard.press('Escape');
  });

  it('are saved as a dated version with a name, which is in force at once', async () => {
    const { page } = watched;
    await tabTo(page, 'Owner');
    await page.keyboard.type('Revenue team');
    await pressByKeys(page, 'Save the version');
    await expect
      .poll(() => page.locator('h1').textContent(), { timeout: 60_000 })
      .toContain('once its score is 60 or more');
    expect(await page.locator('.definition').first().textContent()).toContain('owner Revenue team');
    expect(await block(page, 'What was agreed before?').locator('tbody tr').count()).toBe(1);
  });

  it('give the numbers that the report gives by the file they are saved as', async () => {
    const { page } = watched;
    const download = page.waitForEvent('download');
    await pressByKeys(page, 'Save the definitions as a file');
    const path = join(folder, 'agreed.json');
    await (await download).saveAs(path);
    const after = await reported(parseDefinitions('agreed.json', readFileSync(path, 'utf8')));
    expect(drafted).toEqual(fractions(after));
    expect(fractions(after)).not.toEqual(fractions(before));
    await expect.poll(() => headlines(page), { timeout: 60_000 }).toEqual(fractions(after));
    expect(await page.locator('[data-joint="l2o"] .note').textContent()).toBe(after.definition?.labels.l2o);
  });

  it('are taken back, and the file puts them in force again', async () => {
    const { page } = watched;
    await pressByKeys(page, 'Take back Agreed v1');
    await expect.poll(() => headlines(page), { timeout: 60_000 }).toEqual(fractions(before));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file of definitions' }).click();
    await (await chooser).setFiles(join(folder, 'agreed.json'));
    await pressByKeys(page, 'Put it in force');
    await expect
      .poll(() => page.locator('h1').textContent(), { timeout: 60_000 })
      .toContain('once its score is 60 or more');
  });

  it('without an error in the console', () => expect(watched.errors).toEqual([]));
});
