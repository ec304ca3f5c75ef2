import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastCompleteMonth, monthIndex } from '../../src/domain/calendar-month.ts';
import { planFacts } from '../../src/engine/plan-facts.ts';
import { buildReport } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { reportJson } from '../../src/headless/report-json.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import { plannableChannels, termsOf, usualMix } from '../../src/metrics/plan/plan-basis.ts';
import { count, monthName } from '../../src/sentences/format.ts';
import { trackAnswer } from '../../src/sentences/review/track-answer.ts';
import { lastingPage, openSample, type Watched } from '../support/browser.ts';
import { sharedEngine } from '../support/engine.ts';
import { pressByKeys, tabTo } from '../support/keyboard.ts';
import { naiveLeadsNeeded } from '../support/naive/leads-needed.ts';

const folder = 'data/sample';
const files = readdirSync(folder)
  .filter((name) => name !== 'Campaign.csv.gz')
  .map((name) => join(folder, name));

const reported = async () => {
  const options = readOptions(['--budget', '2026-Q4=900000', ...files]);
  const engine = await sharedEngine();
  const report = await buildReport(engine, await openFiles(files), null, options);
  const facts = await planFacts(engine, report.analysis);
  if (facts === null) throw new Error('The sample cannot be planned with.');
  return { json: reportJson(report), basis: facts.basis };
};

describe('a plan of the sample, by the keyboard', () => {
  let watched: Watched;
  let expected: Awaited<ReturnType<typeof reported>>;

  /** Leads of each channel in the first month of the plan, as shown. */
  const shownLeads = async (): Promise<ReadonlyMap<string, string>> => {
    const rows = await watched.page.locator('.table-arrive tbody tr').all();
    const found = new Map<string, string>();
    for (const row of rows) {
      const cell = row.locator(`td[data-label="${monthName('2026-10-01')}"] > span`);
      const name = (await row.locator('th').textContent()) ?? '';
      found.set(name, (await cell.evaluate((span) => span.firstChild?.textContent)) ?? '');
    }
    return found;
  };

  /** The same counted month by month, with shares in percent. */
  const countedLeads = (mix: ReadonlyMap<string, number>): ReadonlyMap<string, string> => {
    const { basis, json } = expected;
    const start = monthIndex('2026-10-01');
    const leads = naiveLeadsNeeded(
      { ...basis.history, lastMonth: lastCompleteMonth(basis.history.asOf) },
      [...mix].map(([channel, percent]) => {
        const { dealSizeMinor, dealsPerLead } = termsOf(basis)(channel);
        return {
          channel,
          share: percent / 100,
          dealSizeMinor: dealSizeMinor ?? 0,
          dealsPerLead: dealsPerLead ?? 0,
        };
      }),
      json.plans?.[0]?.need.gapMinor ?? Number.NaN,
      start,
      [start, start + 1, start + 2],
    );
    return new Map([...leads].map(([channel, value]) => [channel, count(Math.ceil(value - 1e-9))]));
  };

  beforeAll(async () => {
    expected = await reported();
    watched = await lastingPage();
    await openSample(watched.page, '#/plan');
    await watched.page.locator('.table-arrive').waitFor({ timeout: 120_000 });
  });

  afterAll(() => watched.page.context().close());

  it('asks for a budget, and takes it typed', async () => {
    const { page } = watched;
    expect(await page.locator('h1').textContent()).toBe(
      'Type in the budget of Q4 2026 to see the leads it takes',
    );
    await tabTo(page, 'Budget');
    await page.keyboard.type('900000');
    await page.keyboard.press('Enter');
    const needed = expected.json.plans?.[0]?.need.leadsPerMonth ?? Number.NaN;
    await page.getByRole('heading', { name: `takes ${count(Math.ceil(needed))} leads a month` }).waitFor();
  });

  it('shows the leads of every channel that the report and a count month by month come to', async () => {
    const shown = await shownLeads();
    const usual = usualMix(expected.basis, plannableChannels(expected.basis));
    expect(shown.size).toBeGreaterThan(5);
    expect(shown).toEqual(countedLeads(usual));
    const needs = expected.json.plans?.[0]?.need.channels ?? [];
    expect(shown).toEqual(
      new Map(needs.map(({ channel, leadsPerMonth }) => [channel, count(Math.ceil(leadsPerMonth ?? -1))])),
    );
  });

  it('answers another mix, which stays 100%', async () => {
    const { page } = watched;
    await tabTo(page, 'Referral, slider');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('40');
    await page.keyboard.press('Enter');
    await page.getByText('Back to the usual mix').waitFor();
    const names = await page.locator('.share-name').allTextContents();
    const shares = await page
      .locator('.share input[type="number"]')
      .evaluateAll((inputs) => inputs.map((input) => Number((input as HTMLInputElement).value)));
    const mix = new Map(names.map((name, index) => [name, shares[index] ?? 0]));
    expect(mix.get('Referral')).toBe(40);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(await shownLeads()).toEqual(countedLeads(mix));
    await pressByKeys(page, 'Back to the usual mix');
  });

  it('is tracked in the weekly review, which says what the report says', async () => {
    const { page } = watched;
    await pressByKeys(page, 'Review');
    const block = page.locator('section.block', { has: page.getByText('Are we on track?', { exact: true }) });
    const answer = trackAnswer(expected.json.review.track, 'EUR');
    expect(answer).toMatch(/^We reach \d+% of the Q4 budget, 80% range /);
    await block.getByRole('heading', { name: answer, exact: true }).waitFor({ timeout: 120_000 });
    const { budget } = expected.json.review.track;
    const marks = await block
      .locator('[data-mark]')
      .evaluateAll((parts) => parts.map((part) => Number(part.getAttribute('data-value'))));
    expect(marks).toEqual([budget?.wonMinor, budget?.openMinor, budget?.arrivedMinor, budget?.toCreateMinor]);
  });

  it('is there again on the plan, and gone from the review once it is taken away', async () => {
    const { page } = watched;
    await pressByKeys(page, 'Plan');
    expect(await page.getByLabel('Budget', { exact: true }).inputValue()).toBe('900000');
    await pressByKeys(page, 'Remove the budget');
    await page.getByRole('heading', { name: /^Type in the budget/ }).waitFor();
    await pressByKeys(page, 'Review');
    await page.getByRole('heading', { name: /no budget to hold this against$/ }).waitFor();
  });

  it('without an error in the console', () => {
    expect(watched.errors).toEqual([]);
  });
});
