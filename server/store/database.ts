import type { CaseTables } from '../case/tables.ts'
import type { IdentityTables } from '../identity/tables.ts'

/**
 * All tables the app's role may see, for kysely. Each noun declares its own tables in `server/<noun>/tables.ts`;
 * this is only their sum.
 */
export interface Database extends CaseTables, IdentityTables {}
