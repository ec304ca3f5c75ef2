import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { buildReport } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import { parseAgreed } from '../../src/ingest/agreed-file.ts';
import { count, moneyShort, percent } from '../../src/sentences/format.ts';
import { slaAnswer } from '../../src/sentences/review/sla-answer.ts';
import { deliveredLeads } from '../../src/sql/questions/delivered-leads.ts';
import { lastingPage, openSample, type Watched } from '../support/browser.ts';
import { sharedEngine } from '../support/engine.ts';
import { handoverRows, type HandoverRow } from '../support/handover-cases.ts';
import { pickByKeys, pressByKeys, tabTo } from '../support/keyboard.ts';
import { mondayOf } from '../support/naive/promise-replay.ts';

const folder = 'data/sample';
const files = readdirSync(folder)
  .filter((name) => name !== 'Campaign.csv.gz')
  .map((name) => join(folder, name));

/** The promise of sales that is negotiated: two hours, four attempts, for a quarter of the leads. */
const promised = { responseMinutes: 120, attempts: 4, share: 0.25 };
const promisedTerms = { responseMinutes: 120, attempts: 4, attainment: 0.25 };

/** The same from the report's card and from handovers that are built under that very promise, summed in plain loops. */
const counted = async () => {
  const engine = await sharedEngine();
  const report = await buildReport(engine, await openFiles(files), null, readOptions(['--value', ...files]));
  const { definitions, reportTimeZone } = report.analysis;
  await buildHandovers(engine, definitions, reportTimeZone, {
    source: 'mql',
    terms: { ...defaultSlaTerms, ...promised },
    calendars: { usual: defaultCalendar(reportTimeZone), byOwner: new Map() },
  });
  const months = new Map<string, number>();
  for (const { month, channel, segment, leads } of await engine.ask(deliveredLeads({ filter: noFilter }))) {
    const value = report.value?.card?.rates.find(
      (rate) => rate.channel === channel && rate.segment === segment,
    );
    months.set(month, (months.get(month) ?? 0) + leads * (value?.valueMinor ?? 0));
  }
  return { asOf: definitions.asOf, handovers: await engine.ask(handoverRows), months };
};

const dayOf = ({ handover_date: day }: HandoverRow): string => day ?? '';
const isDue = ({ status }: HandoverRow): boolean => status === 'met' || status === 'breached';
const isMet = ({ status }: HandoverRow): boolean => status === 'met';

const fact = (page: Page, name: string) =>
  page.locator('.facts > div', { has: page.getByText(name, { exact: true }) }).locator('dd');

/** Types a number into a field by keys alone. */
const type = async (page: Page, field: string, value: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
};

/** Moves a slider by keys alone: to its beginning, then up. */
const slide = async (page: Page, label: string, steps: number): Promise<void> => {
  await page.locator('h1').click();
  const slider = page.getByRole('slider', { name: label });
  const id = (await slider.getAttribute('id')) ?? '';
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Home');
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
};

describe('two teams negotiate on the sample by keyboard', () => {
  let watched: Watched;
  let truth: Awaited<ReturnType<typeof counted>>;

  beforeAll(async () => {
    truth = await counted();
    watched = await lastingPage();
    await openSample(watched.page, '#/sla');
    await watched.page.locator('.mirror').waitFor({ timeout: 120_000 });
  });

  afterAll(() => watched.page.context().close());

  it('and find in the bars what the card says of each month, less what came back', async () => {
    const shown = await watched.page
      .locator('.side-left [data-mark]')
      .evaluateAll((marks) =>
        marks.map(
          (mark) => [mark.getAttribute('data-mark') ?? '', mark.getAttribute('data-value') ?? ''] as const,
        ),
      );
    const past = shown.filter(([, value]) => value !== '');
    expect(past.length).toBe(12);
    for (const [month, value] of past) {
      const gross = truth.months.get(month) ?? 0;
      expect(Number(value) / gross, month).toBeGreaterThan(0.9);
      expect(Number(value), month).toBeLessThanOrEqual(gross + 1);
    }
    expect(shown.filter(([, value]) => value === '').map(([month]) => month)).toEqual([
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
    ]);
  });

  it('and read what marketing’s promise brings a quarter', async () => {
    const { page } = watched;
    await slide(page, 'Growth a month', 20);
    await type(page, 'Weighted value a month, as a number', '200000');
    const quarter = moneyShort(20_000_000 * 3, 'EUR');
    await expect.poll(() => page.locator('.settlement .big-number').textContent()).toBe(quarter);
    const bars = await page.locator('.side-left [data-mark]').evaluateAll((marks) =>
      marks.flatMap((mark) => {
        const value = mark.getAttribute('data-value') ?? '';
        return value === '' ? [] : [Number(value) >= Number(mark.getAttribute('data-promised'))];
      }),
    );
    expect(await page.locator('.side-left h2').textContent()).toBe(
      `€200K of weighted leads a month: kept in ${bars.filter(Boolean).length} of 12 months`,
    );
    expect(await page.locator('h1').textContent()).toContain(
      `brings ${quarter} of deals a quarter, 80% range €`,
    );
  });

  it('and read how sales’ promise would have been kept, as if it had been in force', async () => {
    const { page } = watched;
    await slide(page, 'First attempt within', 4);
    expect(
      await page.getByRole('slider', { name: 'First attempt within' }).getAttribute('aria-valuetext'),
    ).toBe('2 business hours');
    await slide(page, 'Attempts within 7 days', 3);
    await page.locator('h1').click();
    await type(page, 'Promised for', String(promised.share * 100));
    const recent = truth.handovers.filter((row) => dayOf(row) > addDays(truth.asOf, -90));
    const fraction = (part: number, whole: number): string =>
      `${Math.round((part / whole) * 100)}%, ${count(part)} of ${count(whole)}`;
    await expect
      .poll(() => fact(page, 'Answered in time, last 90 days').textContent())
      .toBe(fraction(recent.filter(isMet).length, recent.filter(isDue).length));
    const mature = recent.filter((row) => row.attempts_due);
    expect(await fact(page, 'Enough attempts, last 90 days').textContent()).toBe(
      fraction(mature.filter((row) => row.attempts_ok).length, mature.length),
    );
    const mondays = Array.from({ length: 26 }, (_, back) =>
      addDays(mondayOf(addDays(truth.asOf, -6)), -7 * back),
    );
    const kept = mondays.filter((monday) => {
      const sunday = addDays(monday, 6);
      const due = truth.handovers.filter((row) => dayOf(row) >= monday && dayOf(row) <= sunday && isDue(row));
      return due.filter(isMet).length >= promised.share * due.length;
    });
    expect(await page.locator('.side-right h2').textContent()).toBe(
      `First attempt within 2 business hours for 25% of leads, four attempts a week: kept in ${kept.length} of 26 weeks`,
    );
    expect(kept.length).toBeGreaterThan(0);
  });

  it('and agree on other terms for one segment, go back to today’s, and undo that', async () => {
    const { page } = watched;
    const before = await page.locator('.side-right h2').textContent();
    await page.locator('h1').click();
    await tabTo(page, 'All leads');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await slide(page, 'First attempt within, Enterprise', 3);
    await expect
      .poll(() => page.locator('.side-right .side-rules').textContent())
      .toContain('Enterprise 1 business hour, 4 attempts');
    const agreed = await fact(page, 'Answered in time, last 90 days').textContent();
    await page.locator('h1').click();
    await tabTo(page, 'Back to today’s terms');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.side-right h2').textContent()).not.toBe(before);
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await expect.poll(() => fact(page, 'Answered in time, last 90 days').textContent()).toBe(agreed);
    expect(watched.errors).toEqual([]);
  });

  it('and sign it in a language of their choice; from its first day the weekly review measures by it', async () => {
    const { page } = watched;
    await page.locator('h1').click();
    await pickByKeys(page, 'Language of the text', 'Svenska');
    await tabTo(page, 'In force from');
    await page.keyboard.type('08312026');
    await tabTo(page, 'Marketing agrees to this text');
    await page.keyboard.press('Space');
    await tabTo(page, 'Sales agrees to this text');
    await page.keyboard.press('Space');
    await pressByKeys(page, 'Sign as version 1');
    await page.getByText(/^Version 1, signed on .*, in force from 31 Aug 2026/).waitFor();
    expect(await page.locator('article[lang="sv"]').textContent()).toContain('2 arbetstimmar');
    const saved = page.waitForEvent('download');
    await pressByKeys(page, 'Save what was agreed as a file');
    const { agreements } = parseAgreed('agreed.json', readFileSync(await (await saved).path(), 'utf8'));
    expect(agreements).toMatchObject([
      {
        version: 1,
        language: 'sv',
        startsOn: '2026-08-31',
        marketing: { firstMonth: '2026-09-01', valueMinor: 20_000_000 },
        sales: { ...promisedTerms, bySegment: [{ segment: 'Enterprise', responseMinutes: 60, attempts: 4 }] },
      },
    ]);
    await page.locator('h1').click();
    await pressByKeys(page, 'Throughline');
    const block = page.locator('.block', { hasText: 'Did both sides keep their word?' });
    await block.getByText('Agreement 1, in force since 31 Aug 2026').waitFor({ timeout: 60_000 });
    const { review } = await buildReport(
      await sharedEngine(),
      await openFiles(files),
      null,
      readOptions(files),
      { definition: null, diff: null, agreements, budgets: [] },
    );
    expect(await block.locator('h2').textContent()).toBe(slaAnswer(review.sla));
    const kept = review.sla.sales.kept?.attainment;
    expect(slaAnswer(review.sla)).toContain(`${percent(kept?.rate ?? 0)} of the 25.0% promised`);
    expect(await block.textContent()).toContain(`${count(kept?.k ?? 0)} of ${count(kept?.n ?? 0)}`);
    const since = truth.handovers.filter((row) => dayOf(row) >= '2026-08-31' && dayOf(row) <= '2026-09-27');
    expect(kept?.n).toBeGreaterThanOrEqual(since.filter(isDue).length);
    expect(kept?.k).toBeLessThanOrEqual(since.filter(isMet).length);
    expect(watched.errors).toEqual([]);
  });

  it('and give one owner hours of their own: the draft outlives another page, and what was signed keeps its hours', async () => {
    const { page } = watched;
    await page.locator('h1').click();
    await pressByKeys(page, 'Definitions');
    await pressByKeys(page, 'Edit the definitions');
    await pressByKeys(page, 'Hours and public holidays');
    await pressByKeys(page, 'Add a calendar');
    await pressByKeys(page, 'Add a calendar');
    const second = page.getByRole('group', { name: 'Office hours 2' });
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
      await second.getByRole('checkbox', { name: day }).press('Space');
    await second.getByText('nothing can ever be due by it').waitFor();
    await second.getByRole('checkbox', { name: 'Monday' }).press('Space');
    await second.getByText('nothing can ever be due by it').waitFor({ state: 'detached' });
    await tabTo(page, 'Who works by Office hours 2');
    await page.keyboard.press('Enter');
    await page.locator('.popover').getByRole('checkbox').first().waitFor();
    await page.locator('.popover').getByRole('checkbox').first().press('Space');
    await page.keyboard.press('Escape');
    await page.locator('.popover').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'SLA', exact: true }).press('Enter');
    await page.locator('.mirror').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Definitions', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Edit the draft' }).waitFor({ timeout: 60_000 });
    await page.locator('h1').click();
    await pressByKeys(page, 'Show what the draft changes');
    await page.getByRole('button', { name: 'Save the version' }).waitFor({ timeout: 120_000 });
    const answered = page.locator('.table-diff tr', { hasText: 'Answered in time, last 90 days' });
    expect(await answered.locator('td b').count()).toBe(1);
    await pressByKeys(page, 'Save the version');
    await page.getByRole('button', { name: 'Edit the definitions' }).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'SLA', exact: true }).press('Enter');
    await page
      .getByText(
        'Handovers are judged as agreement 1 says; the calendars of today would be those of the next one.',
      )
      .waitFor({ timeout: 60_000 });
    const sheet = page.locator('article[lang]').first();
    await expect.poll(() => sheet.textContent()).toContain('“Office hours 2” is the calendar of');
    await page.getByRole('button', { name: 'The load of all' }).press('Enter');
    const loads = page.getByRole('region', { name: 'Load of every rep' }).locator('tbody tr');
    const fullest = (await loads.first().locator('td').first().textContent()) ?? '';
    expect(await fact(page, 'Fullest rep, of the cap').textContent()).toMatch(new RegExp(`^${fullest} of `));
    expect(await fact(page, 'Reps over the cap').textContent()).toContain(`of ${count(await loads.count())}`);
    expect(watched.errors).toEqual([]);
  });
});
