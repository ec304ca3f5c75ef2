import { describe, expect, it } from 'vitest';
import { agreementText } from '../../src/sentences/agreement/agreement-text.ts';
import { AgreementSheet } from '../../src/views/sla/agreement-sheet.tsx';
import { agreementWith } from '../support/agreements.ts';
import { markupOf } from '../support/chart-markup.ts';

const { hash, ...terms } = agreementWith({ language: 'pl' });

describe('the sheet of an agreement', () => {
  it('says its language, its parts and its seal, the annex last', () => {
    const rates = [
      ...terms.card.rates,
      { channel: 'Web', segment: 'SMB', valueMinor: 100, lowMinor: null, highMinor: null },
    ];
    const html = markupOf(AgreementSheet, {
      text: agreementText({ ...terms, card: { ...terms.card, rates } }, hash),
    });
    expect(html).toMatch(/^<article class="sheet" lang="pl"/);
    expect(html.match(/<h4>/g)).toHaveLength(10);
    expect(html).toContain(hash);
    expect(html.indexOf('sheet-seal')).toBeLessThan(html.indexOf('Załącznik'));
  });

  it('shows a name as it is and never as markup', () => {
    const segment = '<img src=x onerror=alert(1)>';
    const named = {
      ...terms,
      sales: { ...terms.sales, bySegment: [{ segment, responseMinutes: 60, attempts: 6 }] },
    };
    const html = markupOf(AgreementSheet, { text: agreementText(named, hash) });
    expect(html).not.toContain('<img');
    expect(html).toContain('<bdi>&lt;img src=x onerror=alert(1)&gt;</bdi>');
  });
});
