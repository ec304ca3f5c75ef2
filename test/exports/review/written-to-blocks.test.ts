import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/domain/decision.ts';
import { documentHtml } from '../../../src/exports/document-html.ts';
import { documentMarkdown } from '../../../src/exports/document-markdown.ts';
import { reviewToDocument } from '../../../src/exports/review/review-to-document.ts';
import { writtenBlocks } from '../../../src/exports/review/written-to-blocks.ts';
import { decisionEffect } from '../../../src/metrics/decision-effect.ts';
import type { DecisionReview } from '../../../src/metrics/review/decision-review.ts';
import { reviewOf } from '../../support/review-cube.ts';

const decision: Decision = {
  id: 'a',
  text: 'Call <b>fair</b> leads | the same day',
  owner: 'mia.berg@example.test',
  decidedOn: '2026-05-04',
  dueOn: '2026-06-01',
  measure: 'leads',
  state: 'open',
};

/** A decision on a number of twelve weeks before it and six after it, all alike. */
const measured = (before: number, after: number): DecisionReview => ({
  decision,
  effect: decisionEffect(
    {
      kind: 'volume',
      ripeDays: 0,
      weeks: Array.from({ length: 19 }, (_, week) => ({
        start: 4 + 7 * week,
        k: week < 12 ? before : after,
        n: 1,
      })),
    },
    4 + 7 * 12,
    4 + 7 * 19,
  ),
  line: null,
  ripeDays: 0,
  isCounting: false,
  isOverdue: true,
});

const note = { id: 'n', number: 1, date: '2026-05-06', text: '=New price list' };
const page = reviewToDocument(reviewOf({}), 'L2O 30d', { decisions: [measured(100, 120)], notes: [note] });

describe('decisions and notes that are taken along', () => {
  it('stand before the wins, with owner, day, state and what was measured', () => {
    const [decisions, notes] = page.blocks.slice(-3);
    expect(decisions?.question).toBe('What did we decide, and did it work?');
    expect(decisions?.table?.rows).toEqual([
      [
        decision.text,
        decision.owner,
        '4 May 2026',
        'Was due 1 Jun 2026',
        'Leads a week',
        '100 to 120',
        expect.any(String),
      ],
    ]);
    expect(notes?.answer).toBe('One note on a date');
    expect(notes?.table?.rows).toEqual([['1', '6 May 2026', '=New price list']]);
  });

  it('are text in a page and in a chat, never markup', () => {
    const html = documentHtml(page);
    expect(html).toContain('Call &lt;b&gt;fair&lt;/b&gt; leads | the same day');
    expect(html).not.toContain('<b>fair');
    const markdown = documentMarkdown(page);
    expect(markdown).not.toContain('<b>fair');
    expect(markdown).toContain('\\|');
  });

  it('lose addresses where a file promises to hold none', () => {
    expect(documentHtml(page)).not.toContain('mia.berg');
    expect(documentHtml(page)).toContain('(address)');
  });

  it('say nothing of fewer than five records', () => {
    const rowOf = (before: number, after: number) =>
      writtenBlocks({ decisions: [measured(before, after)], notes: [] }, null)[0]?.table?.rows[0]?.[5];
    expect(rowOf(100, 0)).toBe('100 to 0');
    const few = {
      before: { weeks: 12, k: 4, n: 12, value: 1 / 3 },
      after: { weeks: 6, k: 60, n: 6, value: 10 },
    };
    const { effect, ...rest } = measured(100, 120);
    if (effect === null) throw new Error('An effect was expected.');
    const blockOf = (k: number) =>
      writtenBlocks(
        {
          decisions: [{ ...rest, effect: { ...effect, ...few, before: { ...few.before, k } } }],
          notes: [],
        },
        null,
      )[0]?.table?.rows[0]?.[5];
    expect(blockOf(4)).toBeNull();
    expect(blockOf(5)).not.toBeNull();
  });

  it('are not there where nothing was written, or nobody wants them along', () => {
    expect(writtenBlocks({ decisions: [], notes: [] }, 'EUR')).toEqual([]);
    const without = reviewToDocument(reviewOf({}), 'L2O 30d', null);
    expect(without.blocks).toHaveLength(page.blocks.length - 2);
    expect(JSON.stringify(without)).not.toContain('price list');
  });
});
