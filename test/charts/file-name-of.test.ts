import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../src/charts/file-name-of.ts';

describe('the file name of a chart', () => {
  it.each([
    ['Why did it move?', 'why-did-it-move.svg'],
    ['13.1% in September', '13-1-in-september.svg'],
    ['Leads från Malmö', 'leads-från-malmö.svg'],
    ['../../etc/passwd', 'etc-passwd.svg'],
    ['  ', 'chart.svg'],
    ['***', 'chart.svg'],
  ])('of "%s" is %s', (title, name) => expect(fileNameOf(title, 'svg')).toBe(name));

  it('is at most 80 letters long and does not end in a hyphen', () => {
    expect(fileNameOf('a'.repeat(300), 'png')).toBe(`${'a'.repeat(80)}.png`);
    expect(fileNameOf(`${'a'.repeat(79)} b`, 'png')).toBe(`${'a'.repeat(79)}.png`);
  });
});
