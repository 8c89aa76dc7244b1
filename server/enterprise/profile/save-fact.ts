import type { Kysely } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { FactEntry } from '../../../regime/profile/field.ts'
import { problemAt } from '../../../regime/profile/problem.ts'
import { getFirm } from '../../case/application.ts'
import type { Acting } from '../../journal/acting.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { demandEvidence } from '../evidence.ts'
import { entryOf } from './load.ts'
import { demandPlace, type FactContent, writeFact } from './write.ts'

export interface FactSave extends FactContent {
  /** The version the person saw; 0 for an empty place. */
  readonly baseVersion: number
}

export interface SavedFact {
  readonly entry: FactEntry
  /** Why it counts as unknown, in words; null when it can be read. It is kept all the same. */
  readonly problem: string | null
}

/**
 * Saves one place of the profile as the person typed it. Never held up by what the text says; only by a colleague's
 * newer value (`fact.stale`). A profile is the firm's own draft, not an act of the procedure: its record is its history.
 * The request's key is the history's id, so a save sent twice is entered once.
 */
export const saveFact = async (db: Kysely<Database>, acting: Acting, save: FactSave): Promise<SavedFact> => {
  const firm = getFirm(acting.actor)
  demandPlace(save.path)
  return inScope(db, scopeOf(firm), async (tx) => {
    const before = await tx
      .selectFrom('fact_change')
      .selectAll()
      .where('authority', '=', firm.authority)
      .where('id', '=', acting.idempotencyKey)
      .executeTakeFirst()
    if (before && (before.path !== save.path || before.raw !== save.raw)) throw new Refusal('act.key-reused')
    if (before) return { entry: entryOf(before), problem: problemAt(save.path, save.raw, save.unit) }
    const owner = { kind: 'enterprise', authority: firm.authority, owner: firm.enterprise } as const
    await demandEvidence(tx, owner, save.evidence)
    const { baseVersion, ...content } = save
    const entry = await writeFact(tx, firm, { id: acting.idempotencyKey, at: acting.now, baseVersion, content })
    return { entry, problem: problemAt(save.path, save.raw, save.unit) }
  })
}
