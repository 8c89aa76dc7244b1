import type { Kysely } from 'kysely'
import { findAuthority } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { normaliseUscc } from '../../regime/kernel/uscc.ts'
import { type Step, stepEntry } from '../../regime/procedure/steps.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'

/** A receipt number names the authority the application stands with. */
const RECEIPT = /^SB\d{8}-(\d{6})-[0-9A-Z]{4,20}$/

/**
 * Where an application stands, in the public's words, for whoever has its receipt number and the firm's code. Both must
 * fit; anything else is `progress.not-found`, whichever of the two is wrong.
 */
export const findProgress = async (
  db: Kysely<Database>,
  { receipt, uscc }: { readonly receipt: string; readonly uscc: string },
): Promise<string> => {
  const code = normaliseUscc(uscc)
  const number = receipt.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const authority = findAuthority(RECEIPT.exec(number)?.[1] ?? '')?.code
  if (!authority) throw new Refusal('progress.not-found')
  const row = await inScope(db, authorityScope(authority), (tx) =>
    tx
      .selectFrom('submission')
      .innerJoin('cases', (join) =>
        join.onRef('cases.authority', '=', 'submission.authority').onRef('cases.id', '=', 'submission.case_id'),
      )
      .select('cases.step')
      .where('submission.authority', '=', authority)
      .where('cases.authority', '=', authority)
      .where('submission.receipt_number', '=', number)
      .where('cases.uscc', '=', code)
      .executeTakeFirst(),
  )
  if (!row) throw new Refusal('progress.not-found')
  return stepEntry(row.step as Step).applicant
}
