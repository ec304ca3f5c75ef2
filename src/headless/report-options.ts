import { parseArgs } from 'node:util';
import type { Anchor } from '../domain/definitions.ts';
import { dimensions, isDimension, type Dimension } from '../domain/dimension.ts';
import { isLocalDate } from '../domain/local-date.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { withBudget, type Budget } from '../metrics/agreement.ts';

/** What a person asked the report for. */
export interface ReportOptions {
  readonly json: boolean;
  readonly asOf: string | null;
  readonly anchor: Anchor | null;
  readonly timeZone: string | null;
  readonly mapping: string | null;
  /** File of the definitions to count by; null: the standard ones. */
  readonly definition: string | null;
  /** File of the definitions to compare with; null: nothing is compared. */
  readonly diff: string | null;
  /** File of what was agreed: definitions, agreements, budgets; null: nothing was. */
  readonly agreed: string | null;
  /** Whether the funnels are counted too. */
  readonly funnels: boolean;
  /** Whether lead values, costs and attributes are counted too. */
  readonly value: boolean;
  /** Budgets of quarters, by quarter; they are in the currency of the deals. */
  readonly budgets: readonly Budget[];
  /** Folder for what was set aside, as files; null: they are not written. */
  readonly setAside: string | null;
  readonly by: readonly Dimension[];
  readonly files: readonly string[];
}

/** A call that cannot be carried out; the message is the one line the person sees. */
export class UsageError extends Error {}

const usage =
  'usage: npm run --silent report -- [--json] [--as-of YYYY-MM-DD] [--anchor created|mql] [--tz ZONE] [--mapping FILE] [--definition FILE] [--agreed FILE] [--diff FILE] [--funnels] [--value] [--budget YYYY-Qn=AMOUNT]… [--by DIMENSION]… [--set-aside FOLDER] FILE…';

const minorUnits = 100;

/** A budget such as `2026-Q4=1200000`, in whole units of the currency of the deals. */
const readBudget = (text: string): Budget => {
  const [, year, quarter, amount] = /^(\d{4})-Q([1-4])=(\d{1,12}(?:\.\d{1,2})?)$/.exec(text) ?? [];
  if (year === undefined || quarter === undefined || amount === undefined)
    throw new UsageError(`--budget must be a quarter and an amount such as 2026-Q4=1200000, not "${text}"`);
  const month = String(Number(quarter) * 3 - 2).padStart(2, '0');
  return {
    quarter: `${year}-${month}-01`,
    amountMinor: Math.round(Number(amount) * minorUnits),
    currency: null,
  };
};

/** Reads the command line. Throws a `UsageError` that names the argument and what belongs there. */
export const readOptions = (args: readonly string[]): ReportOptions => {
  const { values, positionals } = parsed(args);
  const asOf = values['as-of'] ?? null;
  const anchor = values.anchor ?? null;
  const timeZone = values.tz ?? null;
  const by = values.by ?? ['channel', 'segment'];
  if (asOf !== null && !isLocalDate(asOf))
    throw new UsageError(`--as-of must be a date such as 2026-06-30, not "${asOf}"`);
  if (anchor !== null && anchor !== 'created' && anchor !== 'mql')
    throw new UsageError(`--anchor must be created or mql, not "${anchor}"`);
  if (timeZone !== null && !isTimeZone(timeZone))
    throw new UsageError(`--tz must be a time zone such as Europe/Stockholm, not "${timeZone}"`);
  const unknown = by.find((name) => !isDimension(name));
  if (unknown !== undefined)
    throw new UsageError(`--by must be one of ${dimensions.join(', ')}, not "${unknown}"`);
  if (values.definition !== undefined && values.agreed !== undefined)
    throw new UsageError('--definition and --agreed both say how to count; give one of them');
  if (positionals.length === 0) throw new UsageError(`no files given; ${usage}`);
  return {
    json: values.json ?? false,
    asOf,
    anchor,
    timeZone,
    mapping: values.mapping ?? null,
    definition: values.definition ?? null,
    agreed: values.agreed ?? null,
    diff: values.diff ?? null,
    funnels: values.funnels ?? false,
    value: values.value ?? false,
    budgets: (values.budget ?? []).map(readBudget).reduce(withBudget, []),
    setAside: values['set-aside'] ?? null,
    by: by.filter(isDimension),
    files: positionals,
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'as-of': { type: 'string' },
        anchor: { type: 'string' },
        tz: { type: 'string' },
        mapping: { type: 'string' },
        definition: { type: 'string' },
        agreed: { type: 'string' },
        diff: { type: 'string' },
        funnels: { type: 'boolean' },
        value: { type: 'boolean' },
        budget: { type: 'string', multiple: true },
        by: { type: 'string', multiple: true },
        'set-aside': { type: 'string' },
      },
    });
  } catch (cause) {
    throw new UsageError(
      `${cause instanceof Error ? cause.message.split('. ')[0] : 'unknown argument'}; ${usage}`,
    );
  }
};
