/** A stream of numbers in [0, 1). */
export type Rng = () => number;

/**
 * An independent stream for each seed and label, so that a change in one part of the world leaves the others alone.
 * The generator is sfc32 of Chris Doty-Humphrey's PractRand (public domain); the label is hashed with 32-bit FNV-1a.
 */
export function stream(seed: number, label: string): Rng {
  let a = seed >>> 0;
  let b = fnv1a(label);
  let c = 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return next;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
