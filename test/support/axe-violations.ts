import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The one rule that looks at colours: all that another theme can change. */
export const colours = ['color-contrast'];

/** What axe finds wrong with a page, each with the first places. The page must let it run: open it with `bypassCSP`. */
export const axeViolations = async (
  page: Page,
  rules: readonly string[] = everything,
): Promise<readonly string[]> => {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async (runOnly) => {
    // What the script above has put there.
    const { axe } = globalThis as unknown as {
      axe: { run: (root: Document, options: object) => Promise<{ violations: Violation[] }> };
    };
    const result = await axe.run(document, {
      runOnly,
    });
    return result.violations;
  }, rules);
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  );
};
