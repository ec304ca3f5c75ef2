import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../src/headless/report-options.ts';

const refusal = (...args: readonly string[]): string => {
  try {
    readOptions(args);
  } catch (cause) {
    if (cause instanceof UsageError) return cause.message;
    throw cause;
  }
  return 'accepted';
};

describe('the command line of the report', () => {
  it('needs nothing but files', () => {
    expect(readOptions(['Lead.csv', 'Opportunity.csv'])).toEqual({
      json: false,
      asOf: null,
      anchor: null,
      timeZone: null,
      mapping: null,
      definition: null,
      agreed: null,
      diff: null,
      funnels: false,
      value: false,
      budgets: [],
      setAside: null,
      by: ['channel', 'segment'],
      files: ['Lead.csv', 'Opportunity.csv'],
    });
  });

  it('takes every choice, in any order', () => {
    const args =
      '--by owner Lead.csv --json --as-of 2026-06-30 --anchor created --tz UTC --mapping m.json --definition d.json --diff e.json --funnels --value --set-aside out --by campaign';
    expect(readOptions(args.split(' '))).toEqual({
      json: true,
      asOf: '2026-06-30',
      anchor: 'created',
      timeZone: 'UTC',
      mapping: 'm.json',
      definition: 'd.json',
      agreed: null,
      diff: 'e.json',
      funnels: true,
      value: true,
      budgets: [],
      setAside: 'out',
      by: ['owner', 'campaign'],
      files: ['Lead.csv'],
    });
  });

  it.each([
    [['--as-of', '30.6.2026', 'a.csv'], '--as-of must be a date such as 2026-06-30, not "30.6.2026"'],
    [['--as-of', '2026-02-30', 'a.csv'], '--as-of must be a date such as 2026-06-30, not "2026-02-30"'],
    [['--anchor', 'sal', 'a.csv'], '--anchor must be created or mql, not "sal"'],
    [['--tz', 'Stockholm', 'a.csv'], '--tz must be a time zone such as Europe/Stockholm, not "Stockholm"'],
    [['--by', 'colour', 'a.csv'], '--by must be one of channel, segment, owner, campaign, not "colour"'],
    [['--by', '__proto__', 'a.csv'], '--by must be one of channel'],
  ])('%j is refused with what belongs there', (args, words) => expect(refusal(...args)).toContain(words));

  it('without files is refused with the usage', () => {
    expect(refusal('--json')).toContain('no files given; usage: npm run --silent report');
  });

  it.each([[['--colour', 'a.csv']], [['--as-of']], [['--json=yes', 'a.csv']]])(
    '%j is refused with the usage, on one line',
    (args) => {
      const message = refusal(...args);
      expect(message).toContain('usage:');
      expect(message).not.toContain('\n');
    },
  );
});
