import type { Kysely, Transaction } from 'kysely'
import type { Finding } from '../../contract/visit.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { demandEvidence } from '../enterprise/evidence.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { readVisitDraft, readVisitSignatures } from './visit-draft.ts'

interface Sheet {
  readonly findings: readonly Finding[]
  readonly baseVersion: number
  readonly reopen?: boolean | undefined
}

/**
 * Saves what the verifiers note on site; not an act yet, so it may be saved again and again until it is signed. A save
 * on an older version is refused as `visit.stale`, so that two phones do not overwrite each other; one that would void
 * the other verifier's signature as `visit.signed`, unless it says so.
 */
export const saveVisit = async (
  db: Kysely<Database>,
  acting: Acting,
  id: string,
  { findings, baseVersion, reopen = false }: Sheet,
): Promise<{ version: number }> =>
  inScope(db, scopeOf(acting.actor), async (tx) => {
    const { authority, state } = await getCaseRow(tx, id)
    const { actor } = acting
    if (actor.kind !== 'officer' || !state.visit?.verifiers.includes(actor.person))
      throw new Refusal('visit.not-assigned')
    if (state.step !== 'visit') throw new Refusal('act.not-available')
    return once(tx, acting, authority, { verb: 'visit.save', id, findings, baseVersion, reopen }, async () => {
      const draft = await readVisitDraft(tx, authority, id)
      if (draft.version !== baseVersion) throw stale(draft)
      if (!reopen && (await readVisitSignatures(tx, authority, id, state, draft)).standing)
        throw new Refusal('visit.signed')
      await demandEvidence(
        tx,
        { kind: 'office', authority, owner: id },
        findings.flatMap(({ photos }) => photos),
      )
      const saved = await write(tx, acting, actor.person, { authority, id, findings, baseVersion })
      if (!saved) throw stale(await readVisitDraft(tx, authority, id))
      return { version: saved.version }
    })
  })

const stale = ({ version, findings }: { version: number; findings: readonly Finding[] }): Refusal =>
  new Refusal('visit.stale', { version, findings })

/** Writes the sheet on the version it was based on; undefined when somebody was faster. */
const write = (
  tx: Transaction<Database>,
  { now }: Acting,
  person: string,
  { authority, id, findings, baseVersion }: Sheet & { readonly authority: string; readonly id: string },
): Promise<{ version: number } | undefined> => {
  const values = {
    findings: JSON.stringify({ lines: findings }),
    version: baseVersion + 1,
    updated_by: person,
    updated_at: now,
  }
  if (baseVersion === 0)
    return tx
      .insertInto('visit_draft')
      .values({ authority, case_id: id, ...values })
      .onConflict((conflict) => conflict.columns(['authority', 'case_id']).doNothing())
      .returning('version')
      .executeTakeFirst()
  return tx
    .updateTable('visit_draft')
    .set(values)
    .where('authority', '=', authority)
    .where('case_id', '=', id)
    .where('version', '=', baseVersion)
    .returning('version')
    .executeTakeFirst()
}
