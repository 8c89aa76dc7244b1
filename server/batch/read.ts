import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Batch } from '../../contract/batches.ts'
import { readOverlay } from '../../regime/evaluation/overlay/read-overlay.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalToOpen, refusalToPropose, yearlyObligation } from '../../regime/procedure/batch.ts'
import type { BatchTable } from '../case/tables.ts'
import { type Law, standardOf } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

/** What the pinned edition is called; its id where neither the program nor the database knows it any more. */
const titleOf = async (tx: Transaction<Database>, law: Law, row: Selectable<BatchTable>): Promise<string> => {
  const edition = await law.get(tx, standardOf(row)).catch(() => undefined)
  if (!edition) return row.standard
  const { title, instrument } = edition.standard.definition
  const { overlay } = edition.documents
  const notice = overlay === undefined ? '' : `，连同${readOverlay(overlay).document}的附加条件`
  return `${title}（${instrument}）${notice}`
}

/** A stored batch as this actor sees it on `today`. */
export const batchAnswer = async (
  tx: Transaction<Database>,
  law: Law,
  row: Selectable<BatchTable>,
  actor: Actor,
  today: Day,
): Promise<Batch> => ({
  id: row.id,
  documentNumber: row.document_number,
  title: row.title,
  tier: row.tier as Batch['tier'],
  standard: row.standard,
  standardTitle: await titleOf(tx, law, row),
  edition: row.edition,
  eligibility: row.eligibility,
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  localDueOn: row.local_due_on,
  provinceDueOn: row.province_due_on,
  correctionWorkdays: row.correction_workdays,
  noticeBasis: row.notice_basis,
  noticeDays: row.notice_days,
  overlay: [...row.overlay],
  validFrom: row.valid_from,
  validTo: row.valid_to,
  status: row.status,
  accepting: row.status === 'open' && row.opens_on <= today && today <= row.closes_on,
  available: refusalToOpen(actor, { status: row.status, proposedBy: row.proposed_by }) ? [] : ['open'],
})

/** All batches this actor may see, newest first, and the year's obligation (第十二条). */
export const listBatches = (db: Kysely<Database>, law: Law, actor: Actor, today: Day) =>
  inScope(db, scopeOf(actor), async (tx) => {
    const rows = await tx.selectFrom('batch').selectAll().orderBy('opens_on', 'desc').orderBy('id').execute()
    const openings = rows
      .filter(({ status, tier }) => status === 'open' && tier === 'innovative')
      .map((row) => row.opens_on as Day)
    const batches: Batch[] = []
    for (const row of rows) batches.push(await batchAnswer(tx, law, row, actor, today))
    return {
      batches,
      mayPropose: refusalToPropose(actor) === undefined,
      obligation: { tier: 'innovative', ...yearlyObligation(openings, today) },
    }
  })

/** One batch; `batch.not-found` where it does not exist or is not open to this actor. */
export const getBatch = (db: Kysely<Database>, law: Law, actor: Actor, today: Day, id: string): Promise<Batch> =>
  inScope(db, scopeOf(actor), async (tx) => {
    const row = await tx.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new Refusal('batch.not-found')
    return batchAnswer(tx, law, row, actor, today)
  })
