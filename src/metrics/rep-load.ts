import { blankGroup } from '../domain/dimension.ts';
import type { Metric } from './metric.ts';

/** How full the hands of an owner are. */
export const repLoad: Metric = {
  id: 'rep_load',
  label: 'Load per rep',
  question: 'How many open leads does each rep have, against what one can care for?',
  definition: 'Open leads of an owner at the end of the as-of day, divided by the cap that was agreed on.',
  leftOut: 'Recycled leads. Leads without an owner are a row of their own, without a load.',
  measure: 'share',
  better: 'lower',
  subject: 'the load per rep',
};

/** `red` above the cap, `amber` above four fifths of it. */
export type LoadLevel = 'ok' | 'amber' | 'red';

/** The open leads of one owner; load and level are null for the leads of nobody. */
export interface OwnerLoad {
  readonly owner: string;
  readonly openLeads: number;
  readonly load: number | null;
  readonly level: LoadLevel | null;
}

/** Open leads of one owner, as they are counted. */
export interface OwnerLeads {
  readonly owner: string;
  readonly leads: number;
}

/** Where a load lies; the limits themselves still belong to the lower level. */
export const loadLevel = (load: number): LoadLevel => (load > 1 ? 'red' : load > 0.8 ? 'amber' : 'ok');

/** The load of each owner, the fullest first, equal ones by name; leads of nobody come last. No load without a cap above 0. */
export const ownerLoads = (rows: readonly OwnerLeads[], repCap: number): readonly OwnerLoad[] =>
  rows
    .map(({ owner, leads }): OwnerLoad => {
      const load = owner === blankGroup || repCap <= 0 ? null : leads / repCap;
      return { owner, openLeads: leads, load, level: load === null ? null : loadLevel(load) };
    })
    .toSorted(
      (a, b) =>
        Number(a.owner === blankGroup) - Number(b.owner === blankGroup) ||
        b.openLeads - a.openLeads ||
        (a.owner < b.owner ? -1 : 1),
    );
