import type { Kysely } from 'kysely'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getFirm, getOwnCase } from './application.ts'
import { performAct } from './perform.ts'

/** The firm withdraws, until the first review opinion is approved (第七条 自愿). */
export const withdrawApplication = async (
  db: Kysely<Database>,
  acting: Acting,
  id: string,
  { reason, baseSeq }: { readonly reason?: string | undefined; readonly baseSeq: number },
): Promise<{ step: string }> => {
  const firm = getFirm(acting.actor)
  return inScope(db, scopeOf(firm), (tx) =>
    once(tx, acting, firm.authority, { verb: 'application.withdraw', id, baseSeq }, async () => {
      await getOwnCase(tx, firm, id)
      const { step } = await performAct(tx, acting, {
        authority: firm.authority,
        id,
        act: 'application.withdraw',
        payload: reason ? { reason } : {},
        baseSeq,
      })
      return { step }
    }),
  )
}
