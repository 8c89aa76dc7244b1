import type { Kysely } from 'kysely'
import type { OfficerAct } from '../../contract/cases.ts'
import type { ActName, Payloads } from '../../regime/procedure/payloads.ts'
import { stepEntry } from '../../regime/procedure/steps.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { performAct } from './perform.ts'
import { clearVisitDraft, signedFindings } from './visit-draft.ts'

/** An officer's act on one case: whatever the procedure's table offers them and nothing else. */
export const actOnCase = async (db: Kysely<Database>, acting: Acting, id: string, wish: OfficerAct) =>
  inScope(db, scopeOf(acting.actor), async (tx) => {
    const { authority } = await getCaseRow(tx, id)
    return once(tx, acting, authority, { verb: 'case.act', id, wish }, async () => {
      const payload =
        wish.act === 'visit.sign' ? await signedFindings(tx, authority, id, wish.payload) : (wish.payload as object)
      const state = await performAct(tx, acting, {
        authority,
        id,
        act: wish.act as ActName,
        payload: payload as Payloads[ActName],
        baseSeq: wish.baseSeq,
      })
      // A visit that is made again begins with an empty sheet; what was signed stays in the acts.
      if (!state.visit) await clearVisitDraft(tx, acting, authority, id)
      return { step: state.step, label: stepEntry(state.step).official, seq: state.seq }
    })
  })
