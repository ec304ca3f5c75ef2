import type { Agreement, AgreementTerms } from '../../metrics/agreement.ts';
import type { AgreementDiff } from '../../metrics/agreement-diff.ts';
import { day, inWords, several } from '../format.ts';

/** How many terms a draft changes, dates left out. */
const changesOf = ({ terms, parts }: AgreementDiff): number =>
  terms.filter(({ kind }) => kind !== 'day').length + parts.length;

/** The answer to "what do both sides sign?". */
export const agreeAnswer = (
  draft: AgreementTerms,
  last: Agreement | null,
  diff: AgreementDiff | null,
): string => {
  if (last === null || diff === null)
    return `Nothing is signed yet; this would be version ${draft.version}, in force from ${day(draft.startsOn)}`;
  const changes = changesOf(diff);
  return changes === 0
    ? `Version ${last.version} is signed, and the terms above are those of it`
    : `Version ${last.version} is signed; the terms above would change ${changes === 1 ? 'one of its terms' : `${inWords(changes)} of its terms`}`;
};

/** What a signature freezes. */
export const agreeDefinition =
  'What is signed is frozen with its definitions, opening hours and rate card, under a SHA-256 sum that tells any later change. From its first day the weekly review measures by it.';

/** One signed version in a list, in one line. */
export const versionLine = ({ version, signedOn, startsOn, reviewOn }: Agreement): string =>
  `Version ${version}, signed on ${day(signedOn)}, in force from ${day(startsOn)}, to be reviewed on ${day(reviewOn)}`;

/** Said of versions whose sum does not fit their terms; empty where all fit. */
export const changedWords = (versions: readonly number[]): string =>
  versions.length === 0
    ? ''
    : `${several(versions.length, ['agreement', 'agreements'])} of this record ${versions.length === 1 ? 'is' : 'are'} not what was signed: version ${versions.join(', ')}. A term or the sum was changed afterwards.`;
