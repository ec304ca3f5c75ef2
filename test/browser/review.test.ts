import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { reportJson } from '../../src/headless/report-json.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import { count, moneyShort, percent } from '../../src/sentences/format.ts';
import { reviewBlocks, reviewNames } from '../../src/sentences/review/review-agenda.ts';
import { openSample, lastingPage, watchedPage, type Watched } from '../support/browser.ts';
import { sharedEngine } from '../support/engine.ts';

const folder = 'data/sample';
const files = readdirSync(folder)
  .filter((name) => name !== 'Campaign.csv.gz')
  .map((name) => join(folder, name));

const reported = async () =>
  reportJson(await buildReport(await sharedEngine(), await openFiles(files), null, readOptions(files)))
    .review;

const block = (page: Page, question: string) =>
  page.locator('section.block', { has: page.getByText(question, { exact: true }) });

/** The numbers of the table of a chart, by the name of the row, as they were before they became words. */
const chartNumbers = async (
  page: Page,
  question: string,
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const part = block(page, question);
  const toggle = part.getByRole('button', { name: 'Show as table' });
  await toggle.click();
  const rows = new Map<string, readonly number[]>();
  for (const row of await part.locator('.chart-table tbody tr').all()) {
    const name = (await row.locator('th').textContent()) ?? '';
    const values = await row
      .locator('data')
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLDataElement).value)));
    rows.set(name, values);
  }
  await part.getByRole('button', { name: 'Hide the table' }).click();
  return rows;
};

describe('the weekly review says what the report says of the sample', () => {
  let watched: Watched;
  let review: Awaited<ReturnType<typeof reported>>;

  beforeAll(async () => {
    review = await reported();
    watched = await lastingPage();
    await openSample(watched.page);
    await watched.page.getByText('Answered in time', { exact: true }).waitFor({ timeout: 120_000 });
  });

  afterAll(() => watched.page.context().close());

  it('in its week, and how many leads have a source', async () => {
    const strip = await watched.page.locator('.review-strip').textContent();
    expect(strip).toContain(`Week ${Number(review.header.week.label.slice(-2))}`);
    expect(strip).toContain(
      `${percent(review.header.withSource.rate ?? 0)} of ${count(review.header.withSource.n)} leads have a source`,
    );
  });

  it('in the number and order of its signals', async () => {
    expect(review.signals.length).toBeGreaterThan(2);
    expect(await watched.page.locator('.evidence li').count()).toBe(review.signals.length);
    const money = review.signals.map(({ moneyMinor }) => moneyMinor ?? -1);
    expect(money).toEqual(money.toSorted((a, b) => b - a));
    const shown = await watched.page.locator('.evidence li').allTextContents();
    const amounts = review.signals.map(({ moneyMinor }) =>
      moneyMinor === null ? '' : `About ${moneyShort(moneyMinor, 'EUR')}.`,
    );
    amounts.forEach((amount, place) => expect(shown[place]).toContain(amount));
  });

  it.each([
    ['l2o', 'Leads to opportunities: where is the pipe tight?'],
    ['o2d', 'Opportunities to deals: where is the pipe tight?'],
  ] as const)('in every month and week of %s', async (joint, question) => {
    const { months, weeks, month } = review.joints[joint];
    const shown = await chartNumbers(watched.page, question);
    expect(shown.size).toBe(months.length + weeks.length);
    const expected = [...months, ...weeks].map(({ rate, projected }) => rate?.rate ?? projected?.rate);
    expect([...shown.values()].map(([value]) => value)).toEqual(expected);
    const definition = await block(watched.page, question).locator('.definition').first().textContent();
    expect(definition).toContain(`${count(month?.rate.k ?? -1)} of ${count(month?.rate.n ?? -1)}`);
  });

  it('in every step of the change, which add up to it', async () => {
    const { change } = review.changes.l2o;
    const part = block(watched.page, 'Why did it move?');
    const steps = await part
      .locator('[data-mark]')
      .evaluateAll((marks) =>
        marks.map(
          (mark) => [mark.getAttribute('data-mark'), Number(mark.getAttribute('data-value'))] as const,
        ),
      );
    const values = new Map(steps);
    const sum = steps
      .filter(([mark]) => mark !== 'start' && mark !== 'end')
      .reduce((total, [, value]) => total + value, 0);
    expect(values.get('start')).toBe(change?.before);
    expect(values.get('end')).toBe(change?.after);
    expect(sum).toBeCloseTo(change?.change ?? Number.NaN, 12);
    const named = (change?.lines ?? []).flatMap(({ group, mix }) =>
      values.has(`mix ${group}`) ? [[group, mix] as const] : [],
    );
    expect(named.length).toBe(3);
    expect(named.map(([group]) => values.get(`mix ${group}`))).toEqual(named.map(([, mix]) => mix));
  });

  it('in every volume of the week', async () => {
    const rows = block(watched.page, 'How much came in, and how much went out?').locator('tbody tr');
    const shown = await rows.evaluateAll((all) => all.map((row) => row.querySelector('td')?.textContent));
    expect(shown).toEqual(
      review.volumes.map(({ isMoney, last }) =>
        isMoney ? moneyShort(last?.value ?? -1, 'EUR') : count(last?.value ?? -1),
      ),
    );
  });

  it('in the promises kept and in what was lost', async () => {
    const kept = review.sla.sales.kept;
    const sla = await block(watched.page, 'Did both sides keep their word?')
      .locator('.fraction')
      .allTextContents();
    expect(sla).toEqual(
      [kept?.attainment, kept?.attemptsOk, kept?.neverContacted].map(
        (rate) => `${count(rate?.k ?? -1)} of ${count(rate?.n ?? -1)}`,
      ),
    );
    const leaks = block(watched.page, 'Where do we lose money we could keep?').locator('tbody tr');
    const shown = await leaks.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent)),
    );
    expect(shown).toEqual(
      [...review.leaks.lines, review.leaks.lost].map((line) => [
        count(line?.journeys ?? -1),
        moneyShort(line?.minor ?? -1, 'EUR'),
      ]),
    );
  });

  it('in every channel of the last twelve months', async () => {
    const part = block(watched.page, 'Which channels make deals, not only opportunities?');
    const rows = await part
      .locator('.table-cards tbody tr')
      .evaluateAll((all) =>
        all.map(
          (row) =>
            [
              row.querySelector('th')?.textContent,
              [...row.querySelectorAll('.fraction')].slice(0, 2).map((cell) => cell.textContent),
            ] as const,
        ),
      );
    const shown = new Map(rows);
    expect(review.channels.channels.length).toBeGreaterThan(5);
    for (const { group, l2o, o2d } of review.channels.channels)
      expect(shown.get(group), group).toEqual([l2o, o2d].map(({ k, n }) => `${count(k)} of ${count(n)}`));
    const named = review.channels.channels.filter(
      ({ group, isSettled }) => isSettled || group === review.channels.trap?.channel,
    );
    const tails = await part
      .locator('[data-tail]')
      .evaluateAll((all) => all.map((tail) => tail.getAttribute('data-tail')));
    expect(new Set(tails)).toEqual(new Set(named.map(({ group }) => group)));
  });

  it('without an error in the console', () => expect(watched.errors).toEqual([]));

  it('lists as many converted records behind its month as the month has', async () => {
    const { page } = watched;
    const { month } = review.joints.l2o;
    const part = block(page, 'Leads to opportunities: where is the pipe tight?');
    await part.getByRole('button', { name: /^Records behind/ }).click();
    await page.locator('.record').first().waitFor();
    expect(await page.locator('.drawer h2').textContent()).toBe(
      `${count(month?.rate.k ?? -1)} of ${count(month?.rate.n ?? -1)}`,
    );
    expect(await page.locator('.record-why', { hasText: ': counts as converted' }).count()).toBe(
      month?.rate.k,
    );
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
  });

  it('reaches every button by keyboard, in the order of the page, and shows where it is', async () => {
    const { page } = watched;
    const wanted = await page.locator('main button:visible, main a:visible').count();
    await page.locator('#main').focus();
    const places = new Set<number>();
    const unseen: string[] = [];
    for (let step = 0; step < 2 * wanted && places.size < wanted; step += 1) {
      await page.keyboard.press('Tab');
      const { place, html } = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || !focused.matches('main button, main a')) return { place: -1, html: '' };
        const frames = [focused, focused.parentElement, focused.parentElement?.parentElement ?? null];
        const isSeen = frames.some(
          (frame) => frame !== null && getComputedStyle(frame).outlineStyle !== 'none',
        );
        const all = [...document.querySelectorAll('main button, main a')];
        return { place: all.indexOf(focused), html: isSeen ? '' : focused.outerHTML };
      });
      if (place >= 0) places.add(place);
      if (html !== '') unseen.push(html);
    }
    const inOrder = [...places];
    expect(unseen).toEqual([]);
    expect(places.size).toBe(wanted);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  });

  it('leads from each sentence of the week to its proof, and the focus with it', async () => {
    const { page } = watched;
    const { l2o } = review.joints;
    await page.locator('.evidence a', { hasText: /^Leads to opportunities:/ }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('l2o');
    expect(await page.locator('#l2o').textContent()).toContain(percent(l2o.month?.rate.rate ?? -1));
    expect(new URL(page.url()).hash).not.toContain('present');
  });

  it('is presented block by block, by keys alone, and left where it was entered', async () => {
    const { page } = watched;
    const shown = async () => [
      await page.locator('.presenter-place').textContent(),
      await page.evaluate(() => document.activeElement?.id),
    ];
    const answers = await page.locator('main .block > h2').allTextContents();
    await page.getByRole('button', { name: 'Present', exact: true }).focus();
    await page.keyboard.press('Enter');
    const presented: string[] = [];
    for (const id of reviewBlocks) {
      await page.locator(`.presented #${id}`).waitFor();
      expect(await shown()).toEqual([
        `${reviewBlocks.indexOf(id) + 1} of ${reviewBlocks.length} ${reviewNames[id]}`,
        id,
      ]);
      expect(new URL(page.url()).hash).toContain(`present=${id}`);
      presented.push(...(await page.locator('.presented .block > h2').allTextContents()));
      await page.keyboard.press(id === 'l2o' ? 'ArrowRight' : 'PageDown');
    }
    expect(presented).toEqual(answers);
    await page.keyboard.press('Home');
    await page.locator('.presented #week').waitFor();
    await page.locator('.presented h1 a').first().click();
    await page.locator('.presented #channels').waitFor();
    await page.getByRole('button', { name: 'Agenda' }).click();
    await page.getByRole('menuitem', { name: reviewNames.volumes }).click();
    await page.locator('.presented #volumes').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.presenter').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Present');
    expect(await page.locator('main .block > h2').allTextContents()).toEqual(answers);
  });

  it('prints without what can be pressed', async () => {
    const { page } = watched;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.toolbar').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Show as table' }).count()).toBe(0);
    expect(await page.locator('h1').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  it('prints on four sheets of A4, none of its blocks torn', async () => {
    const { page } = watched;
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b/g);
    expect(sheets?.length).toBe(4);
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[456][.\d]*\]/);
    await page.emulateMedia({ media: 'print' });
    const torn = await page
      .locator('.review-grid > .block')
      .evaluateAll(
        (blocks) => blocks.filter((part) => getComputedStyle(part).breakInside !== 'avoid').length,
      );
    expect(torn).toBe(0);
    await page.emulateMedia({ media: null });
  });
});

describe('the weekly review of files that tell little', () => {
  it('says block by block what is missing', async () => {
    const { page, errors } = await watchedPage();
    await openSample(page, '#/?asOf=2024-10-20');
    await expect
      .poll(() => page.locator('h1').first().textContent(), { timeout: 60_000 })
      .toMatch(/^Nothing can be judged yet/);
    expect(await block(page, 'Why did it move?').locator('h2').textContent()).toBe(
      'No two months to compare yet',
    );
    expect(await block(page, 'Are we turning it up?').textContent()).toContain('Limits need 12 whole weeks');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
