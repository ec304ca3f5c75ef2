import { describe, expect, it } from 'vitest';
import { withoutMojibake } from '../../src/ingest/mojibake.ts';

describe('letters that were decoded twice', () => {
  it.each([
    ['MalmÃ¶', 'Malmö'],
    ['Å\u0081Ã³dÅº', 'Łódź'],
    ['EspaÃ±a â‚¬', 'España €'],
  ])('%s is %s', (broken, meant) => expect(withoutMojibake(broken)).toBe(meant));

  it.each(['Malmö', 'Ãrlig', 'plain', 'Ã', '', 'Łódź', 'naïve Ã¶ \u{1f600}'])('%s stays as it is', (text) =>
    expect(withoutMojibake(text)).toBe(text),
  );
});
