import { sql, type Sql } from '../sql/sql.ts';

/**
 * Shuts the engine's own doors: no extension is fetched, no file or address opened, and none of it can be undone.
 * Data comes in only as Arrow streams.
 */
export const lockDownStatements: readonly Sql[] = [
  sql`SET autoinstall_known_extensions = false`,
  sql`SET autoload_known_extensions = false`,
  sql`SET enable_external_access = false`,
  sql`SET lock_configuration = true`,
];
