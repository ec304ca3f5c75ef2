import type { Page } from 'playwright-core';

const mostPresses = 600;

/** What the focused control is called: by its label, else by its text. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return '';
    const ids = activeElement.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = ids.flatMap((id) => document.querySelector(`#${CSS.escape(id)}`)?.textContent ?? []);
    const named =
      activeElement instanceof HTMLInputElement
        ? [...(activeElement.labels ?? [])].map((label) => label.textContent)
        : [];
    const wrapped = activeElement.closest('label')?.textContent ?? '';
    const own = activeElement.matches('a, button, [role="option"]') ? activeElement.textContent : '';
    return [activeElement.getAttribute('aria-label') ?? '', ...labels, ...named, own, wrapped].join(' ');
  });

/** Presses Tab until a control of this name has the focus, as somebody without a mouse does. Throws where none ever has. */
export const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if ((await focusedName(page)).includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Nothing called "${name}" can be reached with Tab.`);
};

/** Opens the list of a field and takes the option of this name, by keys alone. */
export const pickByKeys = async (page: Page, field: string, option: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if ((await focusedName(page)).trim() === option) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
};

/** Presses the button or link of this name by keys alone. */
export const pressByKeys = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};
