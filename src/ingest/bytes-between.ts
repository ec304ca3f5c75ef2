/** The bytes of a file from one place to another, whatever the numbers: a place outside of the file is its nearest end. */
export const bytesBetween = async (
  content: Blob,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const within = (place: number): number =>
    Number.isNaN(place) ? 0 : Math.trunc(Math.min(content.size, Math.max(0, place)));
  const start = within(from);
  return new Uint8Array(await content.slice(start, Math.max(start, within(to))).arrayBuffer());
};
