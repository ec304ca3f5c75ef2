import { describe, expect, it } from 'vitest';
import { agreementMarkdown } from '../../src/exports/agreement-markdown.ts';
import { agreementDiff } from '../../src/metrics/agreement-diff.ts';
import { agreementChanges } from '../../src/sentences/agreement/agreement-changes.ts';
import { agreementText } from '../../src/sentences/agreement/agreement-text.ts';
import { agreementWith } from '../support/agreements.ts';

const { hash, ...terms } = agreementWith();

describe('an agreement as Markdown', () => {
  const markdown = agreementMarkdown(agreementText(terms, hash), null);

  it('has a title, a heading for each part, its lists and tables, and the seal at the end', () => {
    const lines = markdown.split('\n');
    expect(lines[0]).toBe('# Agreement between marketing and sales, version 1');
    expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(9);
    expect(lines).toContain('- At least 6% of the opportunities from these leads become deals.');
    expect(lines).toContain('| Channel | Value of a lead | Range |');
    expect(lines).toContain('| --- | ---: | ---: |');
    expect(lines).toContain('| All leads | €600 | €500 to €720 |');
    expect(lines).toContain('|  | For marketing | For sales |');
    expect(lines).toContain('| Signature |  |  |');
    expect(lines.at(-2)).toBe(`Version 1, SHA-256 ${'0'.repeat(64)}`);
  });

  it('tells what the version changes before its parts', () => {
    const later = agreementWith({ version: 2, sales: { ...terms.sales, responseMinutes: 180 } });
    const changes = agreementChanges(agreementDiff(terms, later), 2, 'en');
    const lines = agreementMarkdown(agreementText(later, hash), changes).split('\n');
    expect(lines.indexOf('| First attempt | 4 hours | 3 hours |')).toBeGreaterThan(0);
    expect(lines.indexOf('| First attempt | 4 hours | 3 hours |')).toBeLessThan(
      lines.indexOf('## What we mean'),
    );
    const none = agreementChanges(agreementDiff(terms, terms), 2, 'en');
    expect(agreementMarkdown(agreementText(terms, hash), none)).toContain('\nVersion 2 changes no term.\n');
  });

  it('never reads a name as markup', () => {
    const segment = '# <img src=x onerror=alert(1)> | [a](javascript:b) `c` *d* @all\nSecond';
    const named = {
      ...terms,
      sales: { ...terms.sales, bySegment: [{ segment, responseMinutes: 60, attempts: 6 }] },
    };
    const lines = agreementMarkdown(agreementText(named, hash), null).split('\n');
    const line = lines.find((one) => one.includes('onerror'));
    expect(line).toBe(
      String.raw`| \# \<img src=x onerror=alert(1)\> \| \[a\](javascript:b) \`c\` \*d\* \@all Second | 1 hour | 6 |`,
    );
  });
});
