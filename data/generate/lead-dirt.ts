import { EXPORT_AT } from './calendar.ts';
import { between, sample } from './draws.ts';
import { isMql, statusOf } from './drafts.ts';
import { changesFrom } from './lead-life.ts';
import type { DIRT } from './plan.ts';
import type { Rng } from './prng.ts';
import { DAY, HOUR } from './stockholm-time.ts';
import { addWorkingSeconds } from './working-hours.ts';
import type { Blemishes, Draft } from './world.ts';

/** How many of each blemish this world gets. */
export type DirtCounts = Readonly<Record<keyof typeof DIRT, number>>;

type Mend = (draft: Draft) => Draft;

/** Puts the planned blemishes on the leads. The order of the leads is kept. */
export function soilLeads(rng: Rng, drafts: readonly Draft[], counts: DirtCounts): Draft[] {
  const mends = new Map<number, Mend[]>();
  const apply = (candidates: readonly Draft[], count: number, mend: Mend): void => {
    for (const { arrival } of sample(rng, candidates, count)) {
      mends.set(arrival.key, [...(mends.get(arrival.key) ?? []), mend]);
    }
  };
  const untouched = (list: readonly Draft[]): Draft[] =>
    list.filter(({ arrival }) => !mends.has(arrival.key));

  const idle = idleLeads(drafts);
  apply(idle, counts.deleted, (draft) => ({ ...draft, isDeleted: true }));
  apply(untouched(idle), counts.spam, markSpam);
  apply(drafts.filter(isMergeable), counts.merged, (draft) => ({
    ...draft,
    isDeleted: true,
    survivorKey: draft.arrival.originalKey,
  }));
  apply(drafts.filter(isWaiting), counts.convertedWithoutOpportunity, (draft) =>
    convertToAccount(rng, draft),
  );
  apply(drafts.filter(isPlainConversion), counts.skippedMql, skipMql);
  apply(untouched(drafts).filter(isMqlAtOnce), counts.createdAsMql, startAsMql);

  const firsts = drafts.filter(({ arrival }) => arrival.kind === 'first');
  const sourceless = sample(rng, firsts, counts.blankSource + counts.unknownSource);
  apply(sourceless.slice(0, counts.blankSource), counts.blankSource, (draft) => ({ ...draft, source: '' }));
  apply(sourceless.slice(counts.blankSource), counts.unknownSource, (draft) => ({
    ...draft,
    source: 'Unknown',
  }));
  apply(firsts, counts.companyWithQuotes, (draft) => ({ ...draft, company: quoteFirstWord(draft.company) }));
  apply(untouched(firsts), counts.companyWithLineBreak, (draft) => ({
    ...draft,
    company: draft.company.replace(' ', '\n'),
  }));
  apply(firsts, counts.descriptionWithLineBreak, (draft) => ({ ...draft, description: DESCRIPTION }));
  return drafts.map((draft) =>
    (mends.get(draft.arrival.key) ?? []).reduce((soiled, mend) => mend(soiled), draft),
  );
}

/** Chooses the leads whose rows are written wrongly. */
export function chooseBlemishes(rng: Rng, drafts: readonly Draft[], counts: DirtCounts): Blemishes {
  const idle = idleLeads(drafts).filter(isUnsoiled);
  const wrong = sample(rng, idle, counts.impossibleCreatedDates + counts.rowsTooWide);
  const rest = drafts.filter((draft) => !wrong.includes(draft));
  return {
    impossibleDates: keys(wrong.slice(0, counts.impossibleCreatedDates)),
    tooWide: keys(wrong.slice(counts.impossibleCreatedDates)),
    repeatedRows: keys(sample(rng, rest, counts.repeatedRows)),
    unorderedHistories: keys(
      sample(
        rng,
        drafts.filter(({ life }) => life.changes.length > 1),
        counts.unorderedHistories,
      ),
    ),
    subjectsWithQuotes: counts.subjectWithQuotes,
    subjectsWithLineBreak: counts.subjectWithLineBreak,
  };
}

const keys = (list: readonly Draft[]): ReadonlySet<number> => new Set(list.map(({ arrival }) => arrival.key));

const DESCRIPTION = 'Asked for "a short call" first.\nSecond line: budget not known; décision before summer.';

/** First leads of persons with one record who never became MQL: spoiling them leaves every rate alone. */
function idleLeads(drafts: readonly Draft[]): Draft[] {
  const originals = new Set(drafts.map(({ arrival }) => arrival.originalKey));
  return drafts.filter(
    ({ arrival, life }) => arrival.kind === 'first' && !isMql(life) && !originals.has(arrival.key),
  );
}

const isUnsoiled = ({ arrival, life, source, company, description, isDeleted }: Draft): boolean =>
  !isDeleted &&
  statusOf(life) === 'New' &&
  source === arrival.channel.name &&
  company === arrival.person.company &&
  description === '';

const isMergeable = ({ arrival, life }: Draft): boolean =>
  arrival.kind === 'duplicate' && statusOf(life) !== 'Disqualified';

const isWaiting = ({ arrival, life }: Draft): boolean =>
  arrival.kind === 'first' &&
  isMql(life) &&
  ['MQL', 'Accepted'].includes(statusOf(life)) &&
  life.touches.length > 0 &&
  [...life.changes, ...life.touches].every(({ at }) => at < EXPORT_AT - 30 * DAY);

const isPlainConversion = ({ arrival, life }: Draft): boolean =>
  arrival.kind === 'first' &&
  life.getsOpportunity &&
  life.convertedAt !== null &&
  life.changes.filter(({ to }) => to === 'MQL').length === 1;

const isMqlAtOnce = ({ arrival, life }: Draft): boolean =>
  arrival.kind === 'first' && life.changes[0]?.to === 'MQL' && life.changes[0].at === arrival.createdAt;

const markSpam: Mend = (draft) => ({
  ...draft,
  life: { ...draft.life, changes: changesFrom('New', [[draft.arrival.createdAt + 300, 'Spam']]) },
});

function convertToAccount(rng: Rng, draft: Draft): Draft {
  const { changes, touches } = draft.life;
  const lastAt = Math.max(...[...changes, ...touches].map(({ at }) => at));
  const convertedAt = addWorkingSeconds(lastAt, between(rng, 4, 40) * HOUR);
  const change = { at: convertedAt, from: statusOf(draft.life), to: 'Qualified' } as const;
  return {
    ...draft,
    life: { ...draft.life, changes: [...changes, change], convertedAt, getsOpportunity: false },
  };
}

const skipMql: Mend = (draft) => ({
  ...draft,
  life: { ...draft.life, changes: withoutFirstChange(draft, 'New') },
});

const startAsMql: Mend = (draft) => ({
  ...draft,
  life: { ...draft.life, createdAs: 'MQL', changes: withoutFirstChange(draft, 'MQL') },
});

const withoutFirstChange = ({ life }: Draft, startedAs: 'New' | 'MQL'): Draft['life']['changes'] =>
  changesFrom(
    startedAs,
    life.changes.slice(1).map(({ at, to }) => [at, to] as const),
  );

const quoteFirstWord = (company: string): string => company.replace(/^\S+/, '"$&"');
