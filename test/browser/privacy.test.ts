import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openSample, servedPage, settled, startedPage, watchedPage } from '../support/browser.ts';
import { serveDist } from '../support/serve-dist.ts';

const csv =
  'Id,IsDeleted,LeadSource,Status,IsConverted,CreatedDate,Email\n' +
  Array.from(
    { length: 40 },
    (_, index) =>
      `00Q${String(index).padStart(15, '0')},0,Fair,New,0,2026-01-${String((index % 28) + 1).padStart(2, '0')} 10:00:00,p${index}@example.com`,
  ).join('\n');

describe('nothing leaves the browser', () => {
  let hostile: Server;
  let received: string[];

  beforeAll(async () => {
    received = [];
    hostile = createServer((request, response) => {
      received.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.end('a\n1\n');
    });
    await new Promise<void>((resolve) => {
      hostile.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(() => {
    hostile.close();
  });

  const hostileUrl = () =>
    `http://127.0.0.1:${(hostile.address() as AddressInfo).port}/read?secret=ann@example.com`;

  const fetchInEveryWorker = async (page: Page, url: string): Promise<void> => {
    expect(page.workers().length).toBeGreaterThanOrEqual(2);
    for (const worker of page.workers()) {
      await worker.evaluate(
        (address) =>
          fetch(address, { mode: 'no-cors' }).then(
            () => 'reached',
            () => 'refused',
          ),
        url,
      );
    }
  };

  it('asks only its own origin while it loads, and nobody after that, through the whole journey', async () => {
    const { page, requests, errors } = await watchedPage();
    await openSample(page);
    const origin = new URL(await servedPage()).origin;
    expect(requests.filter((url) => new URL(url).origin !== origin)).toEqual([]);
    await page.locator('.figure').nth(5).waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    const loaded = requests.length;
    await page
      .getByRole('button', { name: /^Records behind/ })
      .first()
      .click();
    await page.locator('.record').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.getByText('To date', { exact: true }).click();
    await page.locator('.table-cards .rate-value').first().click();
    await page.locator('.record').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles([{ name: 'Lead.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }]);
    await page.waitForFunction(() =>
      document.querySelector('.trust-strip')?.textContent?.includes('40 leads'),
    );
    await settled(page);
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.locator('.table-cards').waitFor();
    expect(requests.slice(loaded)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('lets no worker reach another origin', async () => {
    const { page } = await watchedPage();
    await openSample(page);
    received.length = 0;
    await fetchInEveryWorker(page, hostileUrl());
    expect(received).toEqual([]);
  });

  it('would be noticed if a worker came without its policy', async () => {
    const server = await serveDist((path, usual) => (path.includes('worker') ? null : usual));
    try {
      const { page } = await watchedPage();
      await page.goto(server.address);
      await settled(page);
      received.length = 0;
      await fetchInEveryWorker(page, hostileUrl());
      expect(received.length).toBeGreaterThan(0);
    } finally {
      await server.close();
    }
  });

  it('sends the policy with the page, the scripts, the workers and the engine', async () => {
    const { page } = await watchedPage();
    const policies = new Map<string, string | undefined>();
    page.context().on('response', (response) => {
      policies.set(
        new URL(response.url()).pathname.replace(/-[\w-]{8}\./, '.'),
        response.headers()['content-security-policy'],
      );
    });
    await page.goto(await startedPage());
    await settled(page);
    const kinds = [
      '/',
      '/assets/ingest-worker.js',
      '/assets/duckdb-browser-eh.worker.js',
      '/assets/duckdb-eh.wasm',
      '/assets/index.js',
    ];
    for (const kind of kinds) expect(policies.get(kind), kind).toContain("connect-src 'self'");
  });

  it('says so at once where WebAssembly is forbidden, instead of waiting for ever', async () => {
    const server = await serveDist((_, usual) => usual.replace(" 'wasm-unsafe-eval'", ''));
    try {
      const { page } = await watchedPage();
      await page.goto(server.address);
      const problem = page.locator('.problem');
      await problem.waitFor();
      expect(await problem.textContent()).toContain('forbids WebAssembly');
    } finally {
      await server.close();
    }
  });
});
