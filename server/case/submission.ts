import type { Selectable, Transaction } from 'kysely'
import type { Database } from '../store/database.ts'
import type { CaseRow } from './summary.ts'
import type { SubmissionTable } from './tables.ts'

/** What the firm last handed in; undefined while there is nothing. */
export const findSubmission = async (
  tx: Transaction<Database>,
  { authority, submission }: CaseRow,
): Promise<Selectable<SubmissionTable> | undefined> =>
  submission === null
    ? undefined
    : tx
        .selectFrom('submission')
        .selectAll()
        .where('authority', '=', authority)
        .where('id', '=', submission)
        .executeTakeFirstOrThrow()
