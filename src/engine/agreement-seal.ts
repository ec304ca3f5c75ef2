import { canonicalText } from '../domain/definition-set.ts';
import type { Agreement, AgreementTerms } from '../metrics/agreement.ts';
import { checksum } from './sealed.ts';

const sumOf = (terms: AgreementTerms): Promise<string> =>
  checksum(new TextEncoder().encode(canonicalText(terms)));

/** Signs terms: the SHA-256 sum of their canonical text stands beside them from now on. */
export const signAgreement = async (terms: AgreementTerms): Promise<Agreement> => ({
  ...terms,
  hash: await sumOf(terms),
});

/** Whether every term of an agreement is the one that was signed, in whatever order it was written down. */
export const isAsSigned = async ({ hash, ...terms }: Agreement): Promise<boolean> =>
  (await sumOf(terms)) === hash;

/** The versions, ascending, of which a term has changed since it was signed. */
export const changedSinceSigned = async (agreements: readonly Agreement[]): Promise<readonly number[]> => {
  const asSigned = await Promise.all(agreements.map(isAsSigned));
  return agreements.filter((_, index) => asSigned[index] !== true).map(({ version }) => version);
};
