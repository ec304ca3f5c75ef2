import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { openFewLeads, servedPage, settled, usualFlags } from '../support/browser.ts';
import { chromiumAdvice, findChromium } from '../support/find-chromium.mjs';
import { readBenchOptions } from './bench-options.ts';
import { generateFiles } from './generate-files.ts';

/** Milliseconds from a change of filter to its numbers on screen. */
interface Change {
  /** Until the table of channels shows another number. */
  readonly first: number;
  /** Until nothing on the page changes any more. */
  readonly whole: number;
}

const changesCounted = 20;

/** A line of 1.6 Mbit/s with 150 ms, and a processor four times slower: what is customary for "a slow phone". */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const slowness = 4;

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? Number.NaN;

const slowed = (session: CDPSession, rate: number): Promise<unknown> =>
  session.send('Emulation.setCPUThrottlingRate', { rate });

/** Ticks one channel after the other and says how long each change took until it was painted. */
const changesOf = (page: Page): Promise<readonly Change[]> =>
  page.evaluate(async (wanted) => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.popover .options input')];
    const main = document.querySelector('main');
    const table = document.querySelector('.table-cards');
    if (boxes.length === 0 || main === null || table === null)
      throw new Error('The list of channels is not open.');
    const painted = (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
    const changes: Change[] = [];
    for (let turn = 0; turn < wanted + 2; turn += 1) {
      const before = table.textContent;
      let first = Number.NaN;
      let last = performance.now();
      const note = async (): Promise<void> => {
        const isOther = document.querySelector('.table-cards')?.textContent !== before;
        const moment = await painted();
        if (isOther && Number.isNaN(first)) first = moment;
        last = moment;
      };
      const observer = new MutationObserver(() => void note());
      observer.observe(main, { subtree: true, childList: true, characterData: true, attributes: true });
      const start = performance.now();
      boxes[turn % boxes.length]?.click();
      let quiet: number;
      do {
        await new Promise((resolve) => {
          setTimeout(resolve, 250);
        });
        quiet = performance.now() - last;
      } while (Number.isNaN(first) || quiet < 1000);
      observer.disconnect();
      // The first two load what is drawn only once a filter is set.
      if (turn >= 2) changes.push({ first: first - start, whole: last - start });
    }
    return changes;
  }, changesCounted);

const spread = (values: readonly number[]): string =>
  `50 % within ${percentile(values, 0.5).toFixed(0)} ms, 95 % within ${percentile(values, 0.95).toFixed(0)} ms`;

const lineOf = (label: string, changes: readonly Change[]): string =>
  `${label}: table of channels ${spread(changes.map(({ first }) => first))}; whole page ${spread(changes.map(({ whole }) => whole))}\n`;

const largestPaint = async (browser: Browser, isSlow: boolean): Promise<number> => {
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  if (isSlow) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slowLine);
    await slowed(session, slowness);
  }
  await page.goto(await servedPage());
  await settled(page);
  const moment = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe(
          { type: 'largest-contentful-paint', buffered: true },
        );
      }),
  );
  await page.context().close();
  return moment;
};

/**
 * Opens the built page on generated files and measures, in Chromium, how long a change of filter takes until it is
 * painted, with the processor as it is and four times slower, and when the largest element of the sample is painted.
 * `--leads` says how many; run `npm run build` before.
 */
export const main = async (args: readonly string[]): Promise<number> => {
  const { leads } = readBenchOptions(args);
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(chromiumAdvice);
  const browser = await chromium.launch({ executablePath, args: [...usualFlags] });
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  try {
    for (const isSlow of [false, true])
      process.stdout.write(
        `largest paint of the sample${isSlow ? ', slow line and processor' : ''}: ${(await largestPaint(browser, isSlow)).toFixed(0)} ms\n`,
      );
    const files = await generateFiles(folder, leads);
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
    page.setDefaultTimeout(900_000);
    await openFewLeads(page);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    const before = await page.locator('.trust-strip').textContent();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    const start = performance.now();
    await (await chooser).setFiles([files.lead, files.opportunity]);
    await page.waitForFunction(
      (text) => document.querySelector('.trust-strip')?.textContent !== text,
      before,
    );
    await page.locator('.working').waitFor({ state: 'detached' });
    process.stdout.write(
      `${leads} leads on screen after ${((performance.now() - start) / 1000).toFixed(0)} s\n`,
    );
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.locator('.table-cards tbody tr').first().waitFor();
    await page.getByRole('button', { name: /^Channel/ }).click();
    await page.locator('.popover .options input').first().waitFor({ state: 'attached' });
    const session = await page.context().newCDPSession(page);
    process.stdout.write(lineOf('change of filter', await changesOf(page)));
    await slowed(session, slowness);
    process.stdout.write(lineOf('change of filter, slow processor', await changesOf(page)));
    return 0;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
};
