import type { CaseTables } from '../case/tables.ts'
import type { DrawTables } from '../draw/tables.ts'
import type { EditionTables } from '../edition/tables.ts'
import type { EnterpriseTables } from '../enterprise/tables.ts'
import type { EvidenceTables } from '../evidence/tables.ts'
import type { IdentityTables } from '../identity/tables.ts'
import type { InboxTables } from '../inbox/tables.ts'
import type { ListTables } from '../list/tables.ts'
import type { ObjectionTables } from '../objection/tables.ts'
import type { PublicationTables } from '../publication/tables.ts'
import type { TitleTables } from '../title/tables.ts'

/**
 * All tables the app's role may see, for kysely. Each noun declares its own tables in `server/<noun>/tables.ts`;
 * this is only their sum.
 */
export interface Database
  extends CaseTables,
    IdentityTables,
    EnterpriseTables,
    EditionTables,
    EvidenceTables,
    ListTables,
    PublicationTables,
    ObjectionTables,
    DrawTables,
    TitleTables,
    InboxTables {}
