/** Comparing with a reference case: every expected field, numbers to a tolerance, null as undefined. */

/** The paths at which `found` is not what is expected; `found` may say more than is expected, never less. */
export function differences(found: unknown, expected: unknown, tolerance: number, path = ''): string[] {
  const said = `${path}: ${JSON.stringify(found)} is not ${JSON.stringify(expected)}`;
  if (expected === null || expected === undefined) return (found ?? null) === null ? [] : [said];
  if (typeof expected === 'number') {
    return typeof found === 'number' && Math.abs(found - expected) <= tolerance ? [] : [said];
  }
  if (typeof expected !== 'object') return found === expected ? [] : [said];
  if (typeof found !== 'object' || found === null) return [said];
  if (Array.isArray(expected) && (!Array.isArray(found) || found.length !== expected.length)) return [said];
  const fields = found as Record<string, unknown>;
  return Object.entries(expected).flatMap(([name, value]) =>
    differences(fields[name], value, tolerance, path === '' ? name : `${path}.${name}`),
  );
}
