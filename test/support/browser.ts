import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { preview } from 'vite';
import { onTestFinished } from 'vitest';
import { chromiumAdvice, findChromium } from './find-chromium.mjs';
import { serveDist } from './serve-dist.ts';

/** What Chromium is started with wherever it runs. */
export const usualFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const flags = [
  ...usualFlags,
  // A page that lives for seconds is not worth a second, slower compilation of the engine, nor one of what it never calls.
  '--js-flags=--liftoff-only --wasm-lazy-compilation',
];

let launched: Promise<Browser> | undefined;

/** One Chromium for all browser tests of a run. */
export const sharedBrowser = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(chromiumAdvice);
  return (launched ??= chromium.launch({ executablePath, args: flags }));
};

const requireBuilt = (): void => {
  if (!existsSync('dist/index.html'))
    throw new Error('There is no built page. Run `npm run build` first; `npm test` does.');
};

let served: Promise<string> | undefined;

/** Address of the built page, served like any static host does, with its headers; assets are cached. */
export const servedPage = (): Promise<string> =>
  (served ??= (async () => {
    requireBuilt();
    return (await serveDist((_, usual) => usual)).address;
  })());

let started: Promise<string> | undefined;

/** Address of the built page, served as `npm start` serves it: it packs the engine anew for every reader, which takes seconds. */
export const startedPage = (): Promise<string> =>
  (started ??= (async () => {
    requireBuilt();
    const server = await preview({ preview: { port: 0, strictPort: false, open: false } });
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('The preview server has no address.');
    return address;
  })());

/** What a page did that it should not have. */
export interface Watched {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly requests: readonly string[];
  readonly dialogs: readonly string[];
}

/** A fresh page for all tests of a file, which close it; see `watchedPage`. */
export const lastingPage = async (options: BrowserContextOptions = {}): Promise<Watched> => {
  const context = await (
    await sharedBrowser()
  ).newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  const dialogs: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  context.on('request', (request) => requests.push(request.url()));
  return { page, errors, requests, dialogs };
};

/** A fresh page that notes console errors, uncaught errors, dialogs and every request; closed with its test. */
export const watchedPage = async (options: BrowserContextOptions = {}): Promise<Watched> => {
  const watched = await lastingPage(options);
  onTestFinished(() => watched.page.context().close());
  return watched;
};

/** Waits until the data is open and nothing is being worked on. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('.trust-strip b').first().waitFor({ timeout: 120_000 });
  await page.locator('.working').waitFor({ state: 'detached', timeout: 120_000 });
};

/** Opens the built page on the bundled sample. */
export const openSample = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`${await servedPage()}${hash}`);
  await settled(page);
};

const fewLines = (file: string, lines: number): Buffer => {
  const text = gunzipSync(readFileSync(join('data/sample', file))).toString('utf8');
  return gzipSync(text.split('\n').slice(0, lines).join('\n'));
};

/**
 * Opens the built page with the first two hundred leads of the sample and nothing else of it: for tests that bring data of
 * their own, which need not wait for the whole.
 */
export const openFewLeads = async (page: Page, hash = ''): Promise<void> => {
  await page.context().route(/\.csv-[^/]+\.gz$/, async (route) => {
    const [file = ''] = /[A-Za-z]+(?=\.csv-)/.exec(route.request().url()) ?? [];
    await route.fulfill({ body: fewLines(`${file}.csv.gz`, file === 'Lead' ? 201 : 1) });
  });
  await openSample(page, hash);
};

/** A file as a person would choose it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Chooses files on the data page and waits for the new numbers. */
export const chooseFiles = async (page: Page, files: string[] | ChosenFile[]): Promise<void> => {
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  const before = await page.locator('.trust-strip').textContent();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
  await page.waitForFunction(
    (text) =>
      document.querySelector('.trust-strip')?.textContent !== text ||
      document.querySelector('.problem') !== null,
    before,
    { timeout: 120_000 },
  );
  await settled(page);
};
