/** Encodings of one byte a letter that are told apart. */
export type CodePage = 'windows-1250' | 'windows-1252' | 'windows-1254' | 'iso-8859-2' | 'iso-8859-15';

/** How often a language uses its accented letters, per ten thousand letters of running text, rounded. Lower case stands for both. */
export interface Language {
  readonly name: string;
  readonly letters: Readonly<Record<string, number>>;
  /** Code pages its texts are saved in, the more usual first. */
  readonly encodings: readonly CodePage[];
}

const western = ['windows-1252', 'iso-8859-15'] as const;
const central = ['windows-1250', 'iso-8859-2'] as const;

/** Languages whose files reach us in an old code page. */
export const languages: readonly Language[] = [
  { name: 'Swedish', letters: { å: 134, ä: 180, ö: 131, é: 8, ü: 2 }, encodings: western },
  {
    name: 'Spanish',
    letters: { á: 50, é: 43, í: 73, ó: 83, ú: 17, ñ: 31, ü: 2, '¿': 5, '¡': 4 },
    encodings: western,
  },
  { name: 'German', letters: { ä: 58, ö: 44, ü: 100, ß: 31, é: 1 }, encodings: [...western, ...central] },
  {
    name: 'French',
    letters: { é: 190, è: 27, à: 49, ê: 22, ç: 9, ù: 6, û: 6, î: 5, â: 5, ô: 6, ï: 1, ë: 1, œ: 2, ü: 1 },
    encodings: western,
  },
  {
    name: 'Portuguese',
    letters: { ã: 73, ç: 53, á: 12, é: 34, í: 13, ó: 30, ú: 21, â: 6, ê: 45, ô: 1, õ: 4, à: 7 },
    encodings: western,
  },
  { name: 'Danish or Norwegian', letters: { æ: 87, ø: 94, å: 119, é: 2 }, encodings: western },
  { name: 'Finnish', letters: { ä: 358, ö: 44, å: 1 }, encodings: western },
  {
    name: 'Polish',
    letters: { ą: 99, ć: 40, ę: 111, ł: 182, ń: 20, ó: 85, ś: 66, ź: 6, ż: 83 },
    encodings: central,
  },
  {
    name: 'Czech or Slovak',
    letters: {
      á: 87,
      č: 46,
      ď: 2,
      é: 63,
      ě: 122,
      í: 164,
      ň: 1,
      ó: 3,
      ř: 38,
      š: 69,
      ť: 4,
      ú: 5,
      ů: 20,
      ý: 99,
      ž: 72,
      ľ: 20,
      ô: 5,
    },
    encodings: central,
  },
  {
    name: 'Hungarian',
    letters: { á: 337, é: 363, í: 70, ó: 103, ö: 98, ő: 88, ú: 28, ü: 65, ű: 20 },
    encodings: central,
  },
  {
    name: 'Turkish',
    letters: { ç: 116, ğ: 113, ı: 511, ö: 78, ş: 178, ü: 185, â: 4, i̇: 20 },
    encodings: ['windows-1254'],
  },
];
