/** A value bound to a placeholder. Instants and dates are bound as text and cast in the statement. */
export type SqlValue = string | number | boolean | null;

/** Statement text with `?` placeholders and the values bound to them, in order. */
export interface Sql {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

const isSql = (part: SqlValue | Sql): part is Sql => typeof part === 'object' && part !== null;

/** Builds a statement: nested statements are spliced in, every other value becomes a bound parameter, never text. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql => {
  let text = strings[0] ?? '';
  const params: SqlValue[] = [];
  for (const [index, part] of parts.entries()) {
    if (isSql(part)) {
      text += part.text;
      params.push(...part.params);
    } else {
      text += '?';
      params.push(part);
    }
    text += strings[index + 1] ?? '';
  }
  return { text, params };
};

/** Joins statements with a separator that is part of the program, not of the data. */
export const join = (parts: readonly Sql[], separator: ', ' | ' AND ' | ' UNION ALL '): Sql => ({
  text: parts.map((part) => part.text).join(separator),
  params: parts.flatMap((part) => part.params),
});
