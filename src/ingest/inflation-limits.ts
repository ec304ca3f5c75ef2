import { ImportError } from './ledger.ts';

/** How many files an archive may hold. */
export const maxEntries = 10_000;

const limits = { bytes: 2 ** 31, ratio: 200, always: 1 << 20 } as const;

/** Counts bytes while a container of `packedBytes` inflates; throws an `ImportError` beyond 2 GiB or 200 times its size. */
export const inflationMeter = (name: string, packedBytes: number): ((bytes: number) => void) => {
  const allowed = Math.min(limits.bytes, Math.max(packedBytes * limits.ratio, limits.always));
  let size = 0;
  return (bytes) => {
    size += bytes;
    if (size > allowed) {
      throw new ImportError(
        name,
        `${name} grows to more than ${allowed} bytes when unpacked and was refused. Unpack it yourself and drop the files inside.`,
      );
    }
  };
};

/** The refusal of a container that cannot be unpacked. */
export const damaged = (name: string): ImportError =>
  new ImportError(name, `The file ${name} is damaged and cannot be unpacked. Export it again.`);
