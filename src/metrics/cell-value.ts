/** What a lead of a channel and segment is worth, in minor units: a line of the rate card. */
export interface CellValue {
  readonly channel: string;
  readonly segment: string;
  readonly valueMinor: number;
}

/** Looks values up by channel and segment; null where the card has no line. */
export const valueLookUp = (
  card: readonly CellValue[],
): ((channel: string, segment: string) => number | null) => {
  const values = new Map<string, Map<string, number>>();
  for (const { channel, segment, valueMinor } of card) {
    const ofChannel = values.get(channel) ?? new Map<string, number>();
    values.set(channel, ofChannel.set(segment, valueMinor));
  }
  return (channel, segment) => values.get(channel)?.get(segment) ?? null;
};
