import { describe, expect, it } from 'vitest';
import { servedPage, watchedPage } from '../support/browser.ts';

describe('a calculation engine that does not arrive', () => {
  it('is said in plain words within ten seconds, and nothing goes on turning', async () => {
    const { page } = await watchedPage();
    await page.route(/duckdb-eh.*\.wasm/, (route) => route.abort());
    await page.goto(await servedPage());
    await page.locator('.problem').waitFor({ timeout: 10_000 });
    expect(await page.locator('.problem').textContent()).toMatch(
      /^The calculation engine did not arrive.*Reload the page/,
    );
    await page.locator('.working').waitFor({ state: 'detached', timeout: 1000 });
    await page.context().close();
  });
});
