import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, lastingPage, type Watched } from '../support/browser.ts';

let watched: Watched;

beforeAll(async () => {
  watched = await lastingPage({ colorScheme: 'light' });
  await openSample(watched.page);
  await watched.page.locator('.chart svg').first().waitFor({ timeout: 120_000 });
});

afterAll(() => watched.page.context().close());

const saved = async (kind: 'SVG' | 'PNG') => {
  const download = watched.page.waitForEvent('download', { timeout: 60_000 });
  const figure = watched.page.locator('.figure').first();
  await figure.hover();
  await figure.getByRole('button', { name: `Save as ${kind}` }).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
};

describe('a chart saved as a file', () => {
  it('as SVG carries its paint with it and refers to nothing outside', async () => {
    const { name, content } = await saved('SVG');
    const text = content.toString('utf8');
    expect(name).toMatch(/\.svg$/);
    expect(text).toContain('<title>');
    expect(text).not.toMatch(/class=|style=|var\(|light-dark|href=|<foreignObject|<script/);
    expect(text.match(/url\((?!#)/g)).toBeNull();
    expect(text).toContain('fill="rgb(250, 248, 243)"');
  });

  it('as SVG opens elsewhere as a picture with all its words', async () => {
    const { content } = await saved('SVG');
    const page = await watched.page.context().newPage();
    await page.goto(`data:image/svg+xml;base64,${content.toString('base64')}`);
    const words = await page.locator('text').allTextContents();
    const drawn = await watched.page.locator('.figure').first().locator('svg text').allTextContents();
    expect(words.slice(words.length - drawn.length)).toEqual(drawn);
    expect(words.slice(0, words.length - drawn.length).join(' ')).toBe(
      await page.locator('svg > title').first().textContent(),
    );
    await page.close();
  });

  it('as PNG has two pixels for each of the page', async () => {
    const { name, content } = await saved('PNG');
    expect(name).toMatch(/\.png$/);
    expect(content.subarray(1, 4).toString('latin1')).toBe('PNG');
    const width = await watched.page
      .locator('.figure svg')
      .first()
      .evaluate((svg) => svg.clientWidth);
    expect(content.readUInt32BE(16)).toBeGreaterThanOrEqual(width * 2);
  });

  it('raises no error and asks nothing of any network', () => {
    expect(watched.errors).toEqual([]);
    const outside = watched.requests.filter(
      (address) => !/^(?:http:\/\/(?:127\.0\.0\.1|localhost)|blob:|data:)/.test(address),
    );
    expect(outside).toEqual([]);
  });
});
