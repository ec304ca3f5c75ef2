import { between, chance, pick, pickWeighted } from './draws.ts';
import type { Segment } from './plan.ts';
import type { Rng } from './prng.ts';

/** An invented person at an invented company. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly title: string;
  readonly company: string;
  readonly country: string;
  readonly industry: string;
  readonly employees: number;
}

const FIRST =
  'Ada Alva Åke Astrid Bela Björn Celia Clément Dana Edda Élise Emre Fanny Filip Gösta Greta Hana Hugo Ida Ines Jörg Jonna Karin Kolja Léa Linus Maj Mikael Noëlle Nils Olga Óscar Petra Quirin Rosa Runa Søren Sanna Tove Tomasz Ulla Vera Viggo Wilma Yann Zoë'.split(
    ' ',
  );
const NAME_HEAD =
  'Alder Bran Dorn Elver Fjäll Glim Halv Isker Jorv Kell Lör Marn Norr Ost Pell Quill Rån Sköl Torv Ulv Vinn Wess Ång Öster Zell'.split(
    ' ',
  );
const NAME_TAIL =
  'bäck dahlen enqvar fors grund hamn jell krona lidar mere näsby oren plöv quist ryd strell tveit ulla vang wick ylle'.split(
    ' ',
  );
const WORD_HEAD =
  'Al Bri Cor Da El Fen Gor Hel In Jo Kal Lum Mor Nex Or Pra Qui Ran Sol Tar Ul Vel Wy Xan Yor Zen'.split(
    ' ',
  );
const WORD_MIDDLE = 'ba do fi ga ka le mo ni pa ro se ta vi zu'.split(' ');
const WORD_TAIL = 'dex lin mira nova quil ra sor tek ton vara vex zia'.split(' ');
const FORM = [
  'AB',
  'AB',
  'GmbH',
  'Oy',
  'ApS',
  'SARL',
  'Ltd',
  '& Söner',
  'Systems',
  'Logistik',
  'Works',
  'Société',
];
const TITLES = [
  'Managing Director',
  'Head of Sales',
  'Head of Operations',
  'IT Manager',
  'Buyer',
  'Marketing Manager',
  'Controller',
  'Project Lead',
];
const DOMAINS = ['example.com', 'example.org', 'example.net'];
const INDUSTRIES = [
  'Manufacturing',
  'Technology',
  'Retail',
  'Logistics',
  'Healthcare',
  'Construction',
  'Finance',
  'Education',
];
const COUNTRIES = [
  { name: 'Sweden', weight: 40 },
  { name: 'Germany', weight: 18 },
  { name: 'Norway', weight: 14 },
  { name: 'Denmark', weight: 11 },
  { name: 'Finland', weight: 9 },
  { name: 'France', weight: 8 },
] as const;

/** Invents a person; `serial` keeps the e-mail unique. */
export function inventPerson(rng: Rng, serial: number, segment: Segment): Person {
  const firstName = pick(rng, FIRST);
  const lastName = inventLastName(rng);
  const mailbox = `${plain(firstName)}.${plain(lastName)}.${serial.toString(36)}`;
  const [fewest, most] = segment.employees;
  return {
    firstName,
    lastName,
    email: `${mailbox}@${pick(rng, DOMAINS)}`,
    title: pick(rng, TITLES),
    company: inventCompany(rng),
    country: pickWeighted(rng, COUNTRIES, (country) => country.weight).name,
    industry: pick(rng, INDUSTRIES),
    employees: Math.round(Math.exp(between(rng, Math.log(fewest), Math.log(most)))),
  };
}

/** First and last name of an invented person. */
export const inventName = (rng: Rng): string => `${pick(rng, FIRST)} ${inventLastName(rng)}`;

/** Name of an invented company. */
export function inventCompany(rng: Rng): string {
  const middle = chance(rng, 0.6) ? pick(rng, WORD_MIDDLE) : '';
  return `${pick(rng, WORD_HEAD)}${middle}${pick(rng, WORD_TAIL)} ${pick(rng, FORM)}`;
}

const inventLastName = (rng: Rng): string => pick(rng, NAME_HEAD) + pick(rng, NAME_TAIL);

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .toLowerCase();
