const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/**
 * One entry of a cell that packs several as a JSON object, such as `{"New Value":"MQL"}`; empty where it has none. A cell
 * that is no such object comes back as it is, so that what cannot be read is seen.
 */
export const packedEntry = (cell: string, entry: string): string => {
  if (cell.trim() === '') return '';
  try {
    const object: unknown = JSON.parse(cell);
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return cell;
    return textOf(Object.entries(object).find(([name]) => name === entry)?.[1]);
  } catch {
    return cell;
  }
};
