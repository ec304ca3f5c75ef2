import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport, type Report } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import type { ConversionGroup } from '../../src/metrics/conversion-table.ts';
import { count, percent } from '../../src/sentences/format.ts';
import { openSample, lastingPage, type Watched } from '../support/browser.ts';
import { sharedEngine } from '../support/engine.ts';

const folder = 'data/sample';
const files = readdirSync(folder)
  .filter((name) => name !== 'Campaign.csv.gz')
  .map((name) => join(folder, name));

const cells = (group: ConversionGroup): readonly string[] =>
  (['l2o', 'o2d', 'l2d'] as const).map((joint) => {
    const rate = group[joint]?.windowed;
    return rate === undefined
      ? 'not measurable'
      : `${rate.rate === null ? '–' : percent(rate.rate)} ${count(rate.k)} of ${count(rate.n)}`;
  });

describe('the page and the report say the same of the sample', () => {
  let watched: Watched;
  let report: Report;

  beforeAll(async () => {
    report = await buildReport(await sharedEngine(), await openFiles(files), null, readOptions(files));
    watched = await lastingPage();
    await openSample(watched.page, '#/explore');
  });

  afterAll(() => watched.page.context().close());

  it('in the counts and the as-of day of the strip', async () => {
    const { facts } = report.analysis;
    const strip = await watched.page.locator('.trust-strip').textContent();
    expect(strip).toContain(
      `${count(facts.journeys)} leads, ${count(facts.opportunities)} opportunities, ${count(facts.deals)} deals`,
    );
    expect(report.analysis.definitions.asOf).toBe('2026-09-30');
    expect(strip).toContain('30 Sept 2026');
  });

  it('in every rate of every channel', async () => {
    const table = report.tables.find((entry) => entry.dimension === 'channel')?.table;
    const byChannel = watched.page.locator('.table-cards', { hasText: 'All channels' }).first();
    await byChannel.waitFor();
    const rows = await byChannel.locator('tbody tr, tfoot tr').all();
    const shown = new Map<string, readonly string[]>();
    for (const row of rows) {
      const name = (await row.locator('th').textContent()) ?? '';
      const values = await row.locator('.rate-value').allTextContents();
      const fractions = await row.locator('.fraction').allTextContents();
      shown.set(
        name,
        values.map((value, index) => `${value} ${fractions[index] ?? ''}`),
      );
    }
    expect(table).toBeDefined();
    const expected = [
      ...(table?.groups ?? []).map((group) => [group.group, cells(group)] as const),
      ...(table === undefined ? [] : [['All channels', cells(table.total)] as const]),
    ];
    expect(new Map(shown)).toEqual(new Map(expected));
  });

  it('without an error in the console', () => {
    expect(watched.errors).toEqual([]);
  });
});
