const hexLength = 64;

/** The SHA-256 sum of bytes, in hexadecimal. */
export const checksum = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** A value as JSON behind the sum of that JSON, so that no byte of it can change unseen. */
export const seal = async (value: unknown): Promise<Uint8Array<ArrayBuffer>> => {
  const json = JSON.stringify(value);
  return new TextEncoder().encode(`${await checksum(new TextEncoder().encode(json))}\n${json}`);
};

/** The value that was sealed; null where a byte of it has changed. */
export const unseal = async <Value>(bytes: Uint8Array<ArrayBuffer>): Promise<Value | null> => {
  const sum = new TextDecoder().decode(bytes.subarray(0, hexLength + 1));
  const json = bytes.slice(hexLength + 1);
  return sum === `${await checksum(json)}\n` ? (JSON.parse(new TextDecoder().decode(json)) as Value) : null;
};
