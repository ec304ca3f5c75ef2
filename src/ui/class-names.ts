/** Joins the class names that are there. */
export function classNames(...names: readonly (string | false | null | undefined | 0)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
