import { fastWindowDays, type Windows } from '../domain/definitions.ts';
import {
  differentChoices,
  ownChoices,
  type Reading,
  type ReadingChoices,
  type ReadingSubject,
} from '../metrics/reconcile/reading.ts';
import type { Match, Reconciliation, Target } from '../metrics/reconcile/reconcile.ts';
import { count, percent, signedPoints } from './format.ts';

/** What a number may be, in a list. */
export const subjectWords: Readonly<Record<ReadingSubject, string>> = {
  leads: 'Number of leads',
  mqls: 'Number of MQLs',
  opportunities: 'Number of opportunities',
  deals: 'Number of deals',
  l2o: 'Leads become opportunities',
  o2d: 'Opportunities become deals',
  l2d: 'Leads become deals',
};

const windowOf = (subject: ReadingSubject, windows: Windows): string => {
  const days = subject === 'o2d' ? windows.o2dDays : subject === 'l2d' ? windows.l2dDays : windows.l2oDays;
  return days === null ? 'within the window' : `within ${count(days)} days`;
};

const dayWords: Readonly<Record<ReadingChoices['day'], string>> = {
  leadCreated: 'by the day the lead was created',
  leadStart: "by the day the lead's clock started",
  opportunityCreated: 'by the day the opportunity was created',
  closed: 'by the day the opportunity closed',
  activity: 'everything by its own day',
};

const youngWords: Readonly<Record<ReadingChoices['young'], string>> = {
  in: 'young and open ones below the line',
  leftOut: 'those too young for the window left out',
  openOut: 'open ones left out',
};

const choiceWords = (
  choice: keyof ReadingChoices,
  choices: ReadingChoices,
  subject: ReadingSubject,
  windows: Windows,
): string => {
  switch (choice) {
    case 'day':
      return dayWords[choices.day];
    case 'clock':
      return {
        toDate: 'everything known to date',
        window: windowOf(subject, windows),
        fast: `within ${fastWindowDays} days`,
      }[choices.clock];
    case 'young':
      return youngWords[choices.young];
    case 'unit':
      return choices.unit === 'lead' ? 'each lead once' : 'every opportunity';
    case 'source':
      return {
        all: 'with opportunities that no lead led to',
        sourced: 'without opportunities that no lead led to',
        unsourced: 'only opportunities that no lead led to',
      }[choices.source];
    case 'imputed':
      return choices.imputed === 'in'
        ? 'with leads whose start is taken from a later stage'
        : 'without leads whose start is taken from a later stage';
  }
};

/** What a reading counts differently from this page; one sentence a choice, empty where it is the page's own way. */
export const readingDifferences = (reading: Reading, windows: Windows): readonly string[] => {
  const { subject, choices } = reading;
  return differentChoices(reading).map((choice) => {
    const words = choiceWords(choice, choices, subject, windows);
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}; here ${choiceWords(choice, ownChoices[subject], subject, windows)}.`;
  });
};

/** A reading's value with its fraction. */
export const readingWords = ({ k, n }: Reading): string =>
  n === null ? count(k) : n === 0 ? '–' : `${percent(k / n)} (${count(k)} of ${count(n)})`;

/** How far a reading lies from the number; "the same" where it gives it. */
export const apartWords = ({ apart }: Match, { kind, within }: Target): string => {
  if (Math.abs(apart) <= within + 1e-12) return 'the same';
  if (kind === 'share') return `${signedPoints(apart)} points`;
  return `${count(Math.abs(apart))} ${apart > 0 ? 'more' : 'fewer'}`;
};

/** The answer to a number that was typed. */
export const reconcileHeadline = (
  { tried, exact, closest }: Reconciliation,
  target: Target,
  typed: string,
): string => {
  if (tried === 0) return 'No way of counting it is known from these files';
  const [first] = exact;
  if (first === undefined) {
    const [near] = closest;
    return near === undefined
      ? `None of ${count(tried)} ways of counting gives ${typed}`
      : `None of ${count(tried)} ways of counting gives ${typed}; the closest gives ${apartWords(near, target)}`;
  }
  if (differentChoices(first.reading).length === 0) return `${typed} is what this page counts too`;
  return exact.length === 1
    ? `${typed} is reproduced by one of ${count(tried)} ways of counting`
    : `${typed} is reproduced by ${count(exact.length)} of ${count(tried)} ways of counting; the number alone cannot tell them apart`;
};
