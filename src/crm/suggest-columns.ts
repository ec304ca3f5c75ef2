import { columnsOfSource, type CrmFormat } from './crm-format.ts';
import { headerKey } from './header-key.ts';
import { ownKinds, type Assigned, type OwnKind } from './own-table.ts';
import { plainWords } from './plain-words.ts';

/** How sure a suggestion is: the header is a known word for it, contains one, or only its values look so. */
export type Confidence = 'sure' | 'likely' | 'maybe';

/** A header that may be a field, and why. */
export interface Suggestion {
  readonly header: string;
  readonly confidence: Confidence;
  readonly reason: string;
}

/** A column of a file: its header and some of its values. */
export interface SeenColumn {
  readonly header: string;
  readonly examples: readonly string[];
}

/** The canonical column each field of a lead or opportunity fills, by the word plain tables have for it. */
const canonicalOf: Readonly<Record<OwnKind, Readonly<Record<string, string>>>> = {
  lead: {
    lead_id: 'lead.lead_id',
    created_at: 'lead.created_at',
    channel: 'lead.channel',
    segment: 'lead.segment',
    campaign: 'lead.campaign',
    owner: 'lead.owner_id',
    email: 'lead.email',
    status: 'lead.status',
    score: 'lead.score',
  },
  opportunity: {
    opportunity_id: 'opportunity.opportunity_id',
    created_at: 'opportunity.created_at',
    outcome: 'opportunity.outcome',
    closed_at: 'opportunity.close_date',
    amount: 'opportunity.amount_minor',
    currency: 'opportunity.currency',
    owner: 'opportunity.owner_id',
  },
  'stage event': { lead_id: 'stage_event.lead_id', stage: 'stage_event.stage', at: 'stage_event.event_at' },
  link: {},
  cost: {},
};

/** Every header that a format reads a canonical column from, in all its words. */
const wordsByCanonical = (formats: readonly CrmFormat[]): ReadonlyMap<string, readonly string[]> => {
  const words = new Map<string, string[]>();
  for (const { tables, labels } of formats)
    for (const { into, columns } of tables.flatMap(({ rows }) => rows))
      for (const [name, source] of Object.entries(columns))
        for (const column of columnsOfSource(source))
          words.set(`${into}.${name}`, [
            ...(words.get(`${into}.${name}`) ?? []),
            column,
            ...(labels?.[column] ?? []),
          ]);
  return words;
};

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const date = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?:\D.*)?$/;

const isName = (example: string): boolean => /^[\p{L}\p{N}#_-]{1,40}$/u.test(example) && !date.test(example);

/** What values alone speak for: e-mail addresses, dates, and in the first column names of records. */
const valuesSpeakFor = (field: string, examples: readonly string[], isFirst: boolean): string | null => {
  if (examples.length === 0) return null;
  if (field === 'email' && examples.every((example) => email.test(example)))
    return 'its values are e-mail addresses';
  if ((field === 'created_at' || field === 'at') && examples.every((example) => date.test(example)))
    return 'its values are dates';
  const isId = (field === 'lead_id' || field === 'opportunity_id') && isFirst;
  return isId && examples.length > 1 && examples.every(isName)
    ? 'the first column, and its values differ'
    : null;
};

const isDateField = (field: string): boolean => /_at$|_date$|^at$|^month$/.test(field);

/**
 * Suggests which columns of an unknown file are which fields of a kind of table. A header is suggested once, for the
 * field it fits best; a date field never gets a column whose values are no dates.
 */
export const suggestColumns = (
  kind: OwnKind,
  columns: readonly SeenColumn[],
  formats: readonly CrmFormat[],
): Readonly<Record<string, Suggestion>> => {
  const known = wordsByCanonical(formats);
  const taken = new Set<string>();
  const suggestions: Record<string, Suggestion> = {};
  const fields = ownKinds[kind].fields.map(({ name }) => {
    const words = [name, ...(plainWords[name] ?? []), ...(known.get(canonicalOf[kind][name] ?? '') ?? [])];
    return { name, words: new Set(words.map(headerKey)) };
  });
  const fits = (field: string, { examples }: SeenColumn): boolean =>
    !isDateField(field) || examples.every((example) => /\d/.test(example));
  const take = (
    confidence: Confidence,
    match: (
      field: { readonly name: string; readonly words: ReadonlySet<string> },
      column: SeenColumn,
    ) => string | null,
  ): void => {
    for (const field of fields)
      for (const column of columns) {
        if (suggestions[field.name] !== undefined || taken.has(column.header) || !fits(field.name, column))
          continue;
        const reason = match(field, column);
        if (reason === null) continue;
        suggestions[field.name] = { header: column.header, confidence, reason };
        taken.add(column.header);
      }
  };
  take('sure', ({ words }, { header }) => (words.has(headerKey(header)) ? 'a known word for it' : null));
  take('likely', ({ words }, { header }) => {
    const key = ` ${headerKey(header).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
    const word = [...words].find((one) => one.length > 3 && key.includes(` ${one.replaceAll('_', ' ')} `));
    return word === undefined ? null : `contains “${word}”`;
  });
  take('maybe', ({ name }, column) => valuesSpeakFor(name, column.examples, column === columns[0]));
  return suggestions;
};

const weights: Readonly<Record<Confidence, number>> = { sure: 3, likely: 2, maybe: 1 };

/** The kind of table a file most likely is: the one whose needed fields are found best, and whose others are found too. */
export const suggestKind = (columns: readonly SeenColumn[], formats: readonly CrmFormat[]): OwnKind => {
  let best: OwnKind = 'lead';
  let most = -1;
  for (const kind of ['lead', 'opportunity', 'stage event', 'link', 'cost'] as const) {
    const suggestions = suggestColumns(kind, columns, formats);
    const { fields } = ownKinds[kind];
    const neededFields = fields.filter(({ isNeeded }) => isNeeded);
    const found = neededFields.reduce((sum, { name }) => {
      const suggestion = suggestions[name];
      return suggestion === undefined ? sum : sum + weights[suggestion.confidence];
    }, 0);
    const all = Object.values(suggestions).reduce((sum, { confidence }) => sum + weights[confidence], 0);
    const score = found / (3 * neededFields.length) + all / 30;
    if (score > most) {
      best = kind;
      most = score;
    }
  }
  return best;
};

/** The assignment a set of suggestions makes. */
export const assignedBy = (suggestions: Readonly<Record<string, Suggestion>>): Assigned =>
  Object.fromEntries(Object.entries(suggestions).map(([field, { header }]) => [field, header]));
