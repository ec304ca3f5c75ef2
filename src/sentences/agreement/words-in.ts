import type { AgreementLanguage } from '../../metrics/agreement.ts';
import type { AgreementWords, WordsOf } from './agreement-words.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { languageFormat, type LanguageFormat } from './language-format.ts';
import { polish } from './pl.ts';
import { swedish } from './sv.ts';

const languages: Readonly<Record<AgreementLanguage, WordsOf>> = {
  en: english,
  sv: swedish,
  es: spanish,
  pl: polish,
};

/** The words of a language, and how it writes numbers and days. */
export const wordsIn = (
  language: AgreementLanguage,
): { readonly words: AgreementWords; readonly format: LanguageFormat } => {
  const format = languageFormat(language);
  return { words: languages[language](format), format };
};
