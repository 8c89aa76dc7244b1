import { type Kysely, sql, type Transaction } from 'kysely'
import type { OfficerAct } from '../../contract/officer-act.ts'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { ActName, Payloads } from '../../regime/procedure/payloads.ts'
import { articleOf } from '../../regime/procedure/reasons.ts'
import { stepEntry } from '../../regime/procedure/steps.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { performAct } from './perform.ts'
import type { CaseRow } from './summary.ts'
import { clearVisitDraft } from './visit-draft.ts'
import { signedFindings } from './visit-sign.ts'

/** An officer's act on one case: whatever the procedure's table offers them and nothing else. */
export const actOnCase = async (db: Kysely<Database>, law: Law, acting: Acting, id: string, wish: OfficerAct) =>
  inScope(db, scopeOf(acting.actor), async (tx) => {
    const row = await getCaseRow(tx, id)
    const { authority } = row
    return once(tx, acting, authority, { verb: 'case.act', id, wish }, async () => {
      const payload = await payloadOf(tx, law, row, wish)
      const state = await performAct(tx, acting, {
        authority,
        id,
        act: wish.act as ActName,
        payload,
        baseSeq: wish.baseSeq,
      })
      // A visit that is made again begins with an empty sheet; what was signed stays in the acts.
      if (!state.visit) await clearVisitDraft(tx, acting, authority, id)
      return { step: state.step, label: stepEntry(state.step).official, seq: state.seq }
    })
  })

/** What goes on record: what the officer sent, completed by what only the server knows. */
const payloadOf = async (
  tx: Transaction<Database>,
  law: Law,
  row: CaseRow,
  wish: OfficerAct,
): Promise<Payloads[ActName]> => {
  switch (wish.act) {
    case 'visit.sign':
      return signedFindings(tx, law, row, wish.payload)
    case 'visit.schedule':
      await demandVerifiers(tx, row.authority, wish.payload.verifiers)
      return wish.payload
    case 'review.reject':
    case 'visit.reject':
    case 'spot-check.reject':
      return { ...wish.payload, article: articleOf(wish.payload.reasons) } as Payloads['review.reject']
    default:
      return wish.payload as Payloads[ActName]
  }
}

/** Only verifiers of the case's own authority go on site (第九条). */
const demandVerifiers = async (
  tx: Transaction<Database>,
  authority: string,
  people: readonly string[],
): Promise<void> => {
  const found = await tx
    .selectFrom('account')
    .select('id')
    .where('authority', '=', authority as AuthorityCode)
    .where('disabled', '=', false)
    .where(sql<boolean>`'verifier' = any(roles)`)
    .where('id', 'in', [...people])
    .execute()
  if (found.length !== new Set(people).size) throw new Refusal('visit.not-a-verifier')
}
