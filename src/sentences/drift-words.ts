import type { AgreementDrift } from '../metrics/agreement-drift.ts';
import type { Joint } from '../metrics/metric.ts';
import { partWords } from './definitions/part-words.ts';
import { count, several } from './format.ts';

const jointNames: Readonly<Record<Joint, string>> = {
  l2o: 'lead to opportunity',
  o2d: 'opportunity to deal',
  l2d: 'lead to deal',
};

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

const windowWords = ({ windows }: AgreementDrift): string =>
  windows
    .map(
      ({ joint, signedDays, nowDays }) =>
        `${jointNames[joint]} ${several(signedDays, ['day', 'days'])} then, ${nowDays === null ? 'none' : count(nowDays)} now`,
    )
    .join('; ');

/** That an agreement is measured through leads built in another way than when it was signed; empty where they are not. */
export const builtDriftWords = (version: number, drift: AgreementDrift): string => {
  if (drift.built.length === 0) return '';
  const parts = drift.built.map((part) =>
    part === 'windows' ? `the windows (${windowWords(drift)})` : partWords[part],
  );
  return `Agreement ${count(version)} is measured through leads built by the definitions of today, which differ from those signed in ${listed(parts)}.`;
};

const keptDriftWords = (version: number, { kept }: AgreementDrift): string =>
  kept.length === 0
    ? ''
    : `Handovers are judged as agreement ${count(version)} says; ${listed(kept.map((part) => partWords[part]))} of today would be those of the next one.`;

/** Everything in which an agreement in force is no longer what the definitions say; undefined where nothing is. */
export const driftWords = (version: number, drift: AgreementDrift): string | undefined => {
  const told = [builtDriftWords(version, drift), keptDriftWords(version, drift)].filter(
    (words) => words !== '',
  );
  return told.length === 0 ? undefined : told.join(' ');
};
