import { describe, expect, it } from 'vitest';
import { chooseFiles, openFewLeads, watchedPage } from '../support/browser.ts';

const payloads = [
  '<script>globalThis.hit = 1</script>',
  '<img src=x onerror="globalThis.hit = 1">',
  "'; DROP TABLE journey; --",
  '"quoted" and, comma',
  '__proto__',
  'constructor',
  '=HYPERLINK("http://example.com")',
  '{{7*7}} ${7*7}',
  '\u202Eright to left',
  'Zażółć gęślą jaźń ✓ 漢字',
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const leads = payloads.flatMap((payload, group) =>
  Array.from({ length: 6 }, (_, index) =>
    [
      '00Q' + String(group * 100 + index).padStart(15, '0'),
      '0',
      quoted(payload),
      'New',
      '0',
      '2026-01-0' + (index + 1) + ' 10:00:00',
      quoted(payload),
    ].join(','),
  ),
);

describe('text of the data', () => {
  it('is shown as it is and does nothing', async () => {
    const { page, errors, dialogs } = await watchedPage();
    await openFewLeads(page);
    const file = `Id,IsDeleted,LeadSource,Status,IsConverted,CreatedDate,Segment__c\n${leads.join('\n')}\n`;
    await chooseFiles(page, [{ name: '<b>Lead</b>.csv', mimeType: 'text/csv', buffer: Buffer.from(file) }]);
    expect(await page.getByRole('heading', { name: '<b>Lead</b>.csv', exact: true }).count()).toBe(1);
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    const rows = page.locator('.table-cards tbody th');
    await rows.first().waitFor();
    const shown = await rows.allTextContents();
    expect(shown.toSorted()).toEqual([...payloads, 'All channels'].toSorted());
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    await page.locator('.review-strip').waitFor();
    expect(await page.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
    expect(dialogs).toEqual([]);
    expect(errors).toEqual([]);
  });
});
