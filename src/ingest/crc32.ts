/** What a byte adds to the checksum where no other byte of its word follows. */
const last = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The same with one more byte behind it. */
const onwards = (table: Uint32Array): Uint32Array =>
  table.map((value) => (last[value & 0xff] ?? 0) ^ (value >>> 8));

const third = onwards(last);
const second = onwards(third);
const first = onwards(second);

/** The checksum of zip archives, carried on over pieces: starts with 0. Four bytes at a time: the sheets of a workbook are large. */
export const crc32 = (bytes: Uint8Array, before: number): number => {
  let value = ~before;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    value ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    value =
      (first[value & 0xff] ?? 0) ^
      (second[(value >>> 8) & 0xff] ?? 0) ^
      (third[(value >>> 16) & 0xff] ?? 0) ^
      (last[value >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) value = (last[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
};
