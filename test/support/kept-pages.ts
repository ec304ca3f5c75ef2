import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chooseFiles, settled } from './browser.ts';

/** An export of leads as a file on the disk, last changed on the given day. */
export interface LeadExport {
  readonly day: string;
  readonly from: number;
  readonly to: number;
  readonly channel?: string;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** Writes an export; its leads were created in the first days of 2026, each with an address of its own. */
export const exportFile = ({ day, from, to, channel = 'Fair' }: LeadExport): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'throughline-export-')), `Lead-${day}.csv`);
  const lines = ['Id,IsDeleted,LeadSource,Status,IsConverted,Email,CreatedDate'];
  for (let index = from; index < to; index += 1)
    lines.push(
      `00Q${pad(index, 15)},0,${channel},New,0,marker-${index}@planted.example,2026-01-${pad((index % 7) + 1, 2)} 10:00:00`,
    );
  writeFileSync(path, `${lines.join('\n')}\n`);
  const time = new Date(`${day}T07:00:00Z`);
  utimesSync(path, time, time);
  return path;
};

/** The line that says what is on screen. */
export const strip = (page: Page) => page.locator('.trust-strip').textContent();

/** Opens an export on the sample. */
export const openExport = (page: Page, wanted: LeadExport): Promise<void> =>
  chooseFiles(page, [exportFile(wanted)]);

/** Drops an export while other data is open; the page asks what becomes of it. */
export const dropExport = async (page: Page, wanted: LeadExport): Promise<void> => {
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([exportFile(wanted)]);
  await page.getByRole('heading', { name: /^Does this export join/ }).waitFor();
};

/** Adds an export to what is open, and waits until it counts. */
export const addExport = async (page: Page, wanted: LeadExport, expected: string): Promise<void> => {
  await dropExport(page, wanted);
  await page.getByRole('button', { name: /^Add to what is here/ }).click();
  await page.locator('.trust-strip', { hasText: expected }).waitFor();
  await settled(page);
};

/** Keeps what is open. */
export const keep = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Keep/ }).click();
  await page.getByText(/^Kept on this computer since/).waitFor();
  await settled(page);
};

/** Every file of this site's own storage. */
export const storedFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${path}/${name}`);
        else found.push(`${path}/${name}`);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return found;
  });

/** Lets the page do so many turns of work in its storage. */
export const turns = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (all) =>
      new Promise<void>((resolve) => {
        const turn = (left: number): void => {
          if (left === 0) resolve();
          else void navigator.storage.getDirectory().then(() => turn(left - 1));
        };
        turn(all);
      }),
    count,
  );

/** Waits until the page says that it does something, and then for so many turns of work; gone where the page is. */
export const turnsAfter = async (page: Page, words: string, count: number): Promise<void> => {
  await page
    .evaluate(
      ([wanted, all]) =>
        new Promise<void>((resolve) => {
          const turn = (left: number): void => {
            if (left === 0) resolve();
            else void navigator.storage.getDirectory().then(() => turn(left - 1));
          };
          const observer = new MutationObserver(() => {
            if (document.querySelector('.working')?.textContent?.includes(wanted) !== true) return;
            observer.disconnect();
            turn(all);
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        }),
      [words, count] as const,
    )
    .catch(() => undefined);
};
