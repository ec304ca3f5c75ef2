const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const INSTANCE = 'Tl0';

/** Three characters that open every id of one object. */
export const KEY_PREFIX = {
  lead: '00Q',
  contact: '003',
  account: '001',
  opportunity: '006',
  opportunityHistory: '008',
  opportunityContactRole: '00K',
  task: '00T',
  campaign: '701',
  user: '005',
  fieldHistory: '017',
} as const;

/** How an export writes an empty lookup. */
export const NO_ID = '000000000000000AAA';

/** The 18-character id of the `serial`-th record of an object. */
export function salesforceId(object: keyof typeof KEY_PREFIX, serial: number): string {
  let number = '';
  for (let rest = serial; number.length < 9; rest = Math.floor(rest / 62)) {
    number = BASE_62.charAt(rest % 62) + number;
  }
  return withCheck(`${KEY_PREFIX[object]}${INSTANCE}${number}`);
}

/** Appends the three characters that say which letters of a 15-character id are capital. */
export function withCheck(id15: string): string {
  const suffix = [0, 5, 10].map((from) => {
    const bits = id15
      .slice(from, from + 5)
      .split('')
      .reduce((sum, letter, place) => sum + (letter >= 'A' && letter <= 'Z' ? 2 ** place : 0), 0);
    return CHECK.charAt(bits);
  });
  return id15 + suffix.join('');
}
