/** A field by which leads and opportunities can be grouped. The list is closed: only these names ever reach a query. */
export type Dimension = 'channel' | 'segment' | 'owner' | 'campaign';

export const dimensions: readonly Dimension[] = ['channel', 'segment', 'owner', 'campaign'];

export const isDimension = (text: string): text is Dimension => dimensions.some((name) => name === text);

/** Group of the records whose field is empty. Never merged with a literal "unknown" or "other", which are values. */
export const blankGroup = '(blank)';

/** Channel of an opportunity that no lead leads to. */
export const unsourcedGroup = '(unsourced)';
