import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CrmFormat } from '../../src/crm/crm-format.ts';
import { buildReport, type Report } from '../../src/headless/build-report.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { reportJson } from '../../src/headless/report-json.ts';
import { reportMarkdown } from '../../src/headless/report-markdown.ts';
import { readOptions } from '../../src/headless/report-options.ts';
import { isBalanced } from '../../src/ingest/ledger.ts';
import { parseMapping } from '../../src/ingest/mapping-file.ts';
import { sharedEngine } from '../support/engine.ts';
import { fileOf, leadsCsv } from '../support/import-texts.ts';
import { datasetsDir, hasDatasets, missing } from '../support/oracle.ts';

const report = async (
  paths: readonly string[],
  mapping: CrmFormat | null,
  ...choices: readonly string[]
): Promise<Report> =>
  buildReport(await sharedEngine(), await openFiles(paths), mapping, readOptions([...choices, ...paths]));

type Json = ReturnType<typeof reportJson>;

const rateKeys = ['high', 'k', 'low', 'n', 'rate'];

describe('the report of the bundled sample', () => {
  const paths = readdirSync('data/sample').map((name) => join('data/sample', name));
  let sample: Report;
  let json: Json;

  beforeAll(async () => {
    sample = await report(paths, null, '--by', 'channel', '--by', 'segment');
    json = reportJson(sample);
  });

  it('has the shape that was agreed', () => {
    expect(Object.keys(json)).toEqual([
      'asOf',
      'anchor',
      'windows',
      'files',
      'totals',
      'by',
      'warnings',
      'quality',
      'completeness',
      'notMeasurable',
      'review',
    ]);
    for (const defect of json.quality)
      expect(Object.keys(defect)).toEqual([
        'id',
        'name',
        'count',
        'of',
        'treatment',
        'assumption',
        'readings',
        'bounds',
      ]);
    expect(json.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(Object.keys(json.windows)).toEqual(['l2oDays', 'o2dDays', 'l2dDays']);
    expect(Object.keys(json.totals)).toEqual(['journeys', 'opportunities', 'deals', 'l2o', 'o2d', 'l2d']);
    expect(Object.keys(json.by)).toEqual(['channel', 'segment']);
    for (const group of json.by['channel'] ?? []) {
      expect(Object.keys(group)).toEqual(['group', 'l2o', 'o2d', 'l2d']);
      expect(Object.keys(group.l2o?.windowed ?? {}).toSorted()).toEqual(rateKeys);
      expect(Object.keys(group.l2o?.toDate ?? {}).toSorted()).toEqual(rateKeys);
    }
    for (const warning of json.warnings) expect(Object.keys(warning)).toEqual(['code', 'message', 'count']);
  });

  it('is the same after being written as JSON', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('accounts for every record of every file', () => {
    expect(json.files).toHaveLength(paths.length);
    expect(sample.files.every(isBalanced)).toBe(true);
    for (const file of json.files)
      expect(file.records).toBe(file.loaded + file.setAside + file.duplicates + file.notData);
  });

  it('says for every record that was set aside why it was', () => {
    for (const file of json.files)
      expect(Object.values(file.reasons).reduce((sum, count) => sum + count, 0)).toBe(file.setAside);
  });

  it('is anchored at the MQL stage that the history names', () => expect(json.anchor).toBe('mql'));

  it.each(['channel', 'segment'] as const)('has groups by %s that add up to its totals', (dimension) => {
    const groups = json.by[dimension] ?? [];
    const added = (pick: (group: (typeof groups)[number]) => number | undefined): number =>
      groups.reduce((sum, group) => sum + (pick(group) ?? 0), 0);
    expect(added((group) => group.l2o?.toDate.k)).toBe(json.totals.l2o?.toDate.k);
    expect(added((group) => group.l2o?.toDate.n)).toBe(json.totals.l2o?.toDate.n);
    expect(added((group) => group.o2d?.toDate.n)).toBe(json.totals.opportunities);
    expect(added((group) => group.o2d?.toDate.k)).toBe(json.totals.deals);
  });

  it('shows no rate outside 0 and 1, and none of fewer than five', () => {
    for (const group of [...(json.by['channel'] ?? []), ...(json.by['segment'] ?? [])]) {
      for (const rates of [group.l2o, group.o2d, group.l2d]) {
        for (const rate of [rates?.toDate, rates?.windowed]) {
          if (rate === undefined || rate.rate === null) continue;
          expect(rate.n).toBeGreaterThanOrEqual(5);
          expect(rate.rate).toBe(rate.k / rate.n);
          expect(rate.low).toBeLessThanOrEqual(rate.rate);
          expect(rate.high).toBeGreaterThanOrEqual(rate.rate);
        }
      }
    }
  });

  it('says of every defect how far it could move the rates of its totals', () => {
    expect(new Set(json.quality.map(({ id }) => id)).size).toBe(json.quality.length);
    for (const { id, count, of, bounds } of json.quality) {
      expect(count, id).toBeLessThanOrEqual(of);
      for (const basis of ['toDate', 'windowed'] as const) {
        const told = bounds[basis].flatMap(({ joint, group, bounds: ends }) =>
          ends === null ? [] : [{ joint, group, ends }],
        );
        for (const { ends } of told) {
          expect(ends.low, id).toBeLessThanOrEqual(ends.rate);
          expect(ends.high, id).toBeGreaterThanOrEqual(ends.rate);
        }
        expect(
          told.filter(({ group }) => group === null).map(({ ends }) => ends.rate),
          id,
        ).toEqual([json.totals.l2o?.[basis].rate, json.totals.o2d?.[basis].rate]);
        const moved = told.filter(({ ends }) => ends.low < ends.high);
        expect(count === 0 ? moved : [], id).toEqual([]);
      }
    }
  });

  it('counts the defects that the sample is known to have', () => {
    const counts = Object.fromEntries(
      json.quality.flatMap(({ id, count }) => (count > 0 ? [[id, count]] : [])),
    );
    const blank = json.by['channel']?.find(({ group }) => group === '(blank)')?.l2o?.toDate.n ?? 0;
    const lead = json.files.find(({ name }) => name === 'Lead.csv.gz');
    expect(counts['missing_channel']).toBeGreaterThanOrEqual(blank);
    expect(counts['leads_unreadable']).toBe(lead?.setAside);
    for (const [id, code] of [
      ['opportunity_before_lead', 'ORDER_IMPOSSIBLE'],
      ['closed_before_created', 'CLOSE_BEFORE_CREATE'],
    ] as const)
      expect(counts[id]).toBe(json.warnings.find((warning) => warning.code === code)?.count);
    expect((counts['opportunity_before_lead'] ?? 0) + (counts['opportunity_without_lead'] ?? 0)).toBe(
      json.warnings.find(({ code }) => code === 'UNSOURCED_OPPORTUNITY')?.count,
    );
  });

  it('is the same whatever the order of the files', async () => {
    const reversed = reportJson(await report(paths.toReversed(), null, '--by', 'channel', '--by', 'segment'));
    expect({ ...reversed, files: [] }).toEqual({ ...json, files: [] });
  });

  it('names each group and the whole in Markdown', () => {
    const text = reportMarkdown(sample);
    for (const group of json.by['channel'] ?? []) expect(text).toContain(`| ${group.group} |`);
    expect(text).toContain('| All |');
    expect(text).toContain('## Files');
    expect(text).toContain('## Data quality');
    for (const { name } of json.quality.filter(({ count }) => count > 0))
      expect(text).toContain(`| ${name} |`);
  });
});

describe('the report as Markdown', () => {
  it('writes what would be a table or a tag as itself', async () => {
    const channels = [
      '<img src=x onerror=alert(1)>',
      'a|b',
      '[link](javascript:alert(1))',
      '**bold**',
      'a\nb',
    ];
    const file = fileOf(
      'Lead|1.csv',
      leadsCsv(channels.map((LeadSource, id) => ({ Id: `00Q${id}`, LeadSource }))),
    );
    const text = reportMarkdown(
      await buildReport(await sharedEngine(), [file], null, readOptions(['Lead.csv'])),
    );
    expect(text).toContain(String.raw`| \<img src=x onerror=alert(1)\> |`);
    expect(text).toContain(String.raw`| a\|b |`);
    expect(text).toContain(String.raw`| \[link\](javascript:alert(1)) |`);
    expect(text).toContain(String.raw`| \*\*bold\*\* |`);
    expect(text).toContain('| a b |');
    expect(text).toContain(String.raw`| Lead\|1.csv |`);
  });
});

describe.skipIf(!hasDatasets)(`the report of the Olist funnel${missing(hasDatasets, 'DATASETS_DIR')}`, () => {
  const paths = ['olist_marketing_qualified_leads_dataset.csv', 'olist_closed_deals_dataset.csv'].map(
    (name) => join(datasetsDir, 'olist', name),
  );
  let json: Json;

  beforeAll(async () => {
    const mapping = parseMapping('olist.json', readFileSync('data/mappings/olist.json', 'utf8'));
    json = reportJson(await report(paths, mapping, '--by', 'channel', '--by', 'segment'));
  });

  it('loads every lead and every deal', () => {
    expect(json.files.map(({ records, loaded }) => [records, loaded])).toEqual([
      [8000, 8000],
      [842, 842],
    ]);
    expect(json.totals).toMatchObject({ journeys: 8000, deals: 842 });
  });

  it('keeps leads of no channel, of an unknown one and of another one apart', () => {
    const leads = (name: string) => json.by['channel']?.find((group) => group.group === name)?.l2d?.toDate.n;
    expect([leads('(blank)'), leads('unknown'), leads('other')]).toEqual([60, 1099, 150]);
  });

  it('does not measure what deals alone cannot tell', () => {
    expect([json.totals.l2o, json.totals.o2d]).toEqual([null, null]);
    expect(Object.keys(json.notMeasurable).toSorted()).toEqual(['l2o', 'o2d']);
    for (const group of json.by['channel'] ?? []) expect([group.l2o, group.o2d]).toEqual([null, null]);
  });

  it('measures the way from lead to deal', () => {
    expect(json.totals.l2d?.toDate.rate).toBeGreaterThan(0.1);
    expect(json.totals.l2d?.toDate.rate).toBeLessThan(0.11);
  });

  it('warns of the one deal that is older than its lead', () => {
    expect(json.warnings.find((warning) => warning.code === 'ORDER_IMPOSSIBLE')?.count).toBe(1);
  });

  it('shows no share of leads by a segment that only deals have', () => {
    for (const group of json.by['segment'] ?? []) expect(group.l2d).toBeNull();
  });
});
