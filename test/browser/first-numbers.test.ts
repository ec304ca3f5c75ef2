import { describe, expect, it } from 'vitest';
import { servedPage, settled, watchedPage } from '../support/browser.ts';

describe('the numbers of the sample', () => {
  it('are on screen before the engine has started, and stay the same when it has counted them', async () => {
    const { page, errors } = await watchedPage();
    let start = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    await page.route('**/*.wasm', async (route) => {
      await started;
      await route.continue();
    });
    await page.goto(await servedPage());
    const answers = page.locator('main .block h2');
    await page.locator('.figure').nth(3).waitFor();
    const ahead = (await answers.allTextContents()).slice(0, 4);
    expect(ahead.join(' ')).toMatch(/\d/);
    expect(await page.locator('.working').count()).toBe(1);
    start();
    await settled(page);
    expect((await answers.allTextContents()).slice(0, 4)).toEqual(ahead);
    await page.getByText('Answered in time', { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });
});
