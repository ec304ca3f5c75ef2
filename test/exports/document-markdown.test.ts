import { describe, expect, it } from 'vitest';
import { documentMarkdown } from '../../src/exports/document-markdown.ts';
import { channelBlock, hardDocument } from '../support/review-document.ts';

const lines = documentMarkdown(hardDocument).split('\n');

const answered = (answer: string): string =>
  documentMarkdown({ ...hardDocument, blocks: [{ ...channelBlock, answer, table: null }] });

describe('the week as Markdown', () => {
  it('begins with the week in sentences and what it was made with', () =>
    expect(lines.slice(0, 7)).toEqual([
      '# Weekly review, week 26',
      '',
      String.raw`One signal this week: \<b\>L2O\</b\> \& more.`,
      '',
      'Deals won: 1 of Ada Byron.',
      '',
      'As of 30 Jun 2026. L2O 30d · MQL cohort · as of 2026-06-30',
    ]));

  it('shows each rate with its counts, and a dash where there is none', () => {
    expect(lines).toContain('| May 2026 | 13.3% (40 of 300) | – | €20,000 |');
    expect(lines).toContain('| June 2026 | – | 12.8% | – |');
    expect(lines).toContain('| All | 1,214 | 13.4% (163 of 1,214) | 17.2% (28 of 163) | €66,101 |');
  });

  it('keeps every row of a table to its columns, whatever the names', () => {
    const table = lines.filter((line) => line.startsWith('|'));
    const cells = (line: string) => line.replaceAll(/\\./g, '').split('|').length - 2;
    expect(table.map(cells)).toEqual([...Array<number>(5).fill(4), ...Array<number>(8).fill(5)]);
  });

  it.each([
    ['a call of everybody in the room', '<!channel> @here', String.raw`## \<\!channel\> \@here`],
    [
      'an address that would become a link',
      'https://a.test www.a.test',
      String.raw`## https\://a.test www\.a.test`,
    ],
    ['a heading in a heading', '# big', String.raw`## \# big`],
    ['the begin of a list', '- item', String.raw`## \- item`],
    ['the begin of a numbered list', '1. item', String.raw`## 1\. item`],
    ['an entity', '&lt;b&gt;', String.raw`## \&lt;b\&gt;`],
    ['struck out text', '~~no~~', String.raw`## \~\~no\~\~`],
    ['a line of its own', 'a\n\n# b', String.raw`## a \# b`],
  ])('does not take a name for %s', (_, answer, line) =>
    expect(answered(answer).split('\n')).toContain(line),
  );
});
