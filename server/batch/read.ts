import type { Kysely, Selectable } from 'kysely'
import type { Batch } from '../../contract/batches.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalToOpen, refusalToPropose, yearlyObligation } from '../../regime/procedure/batch.ts'
import type { BatchTable } from '../case/tables.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

/** A stored batch as this actor sees it on `today`. */
export const batchAnswer = (row: Selectable<BatchTable>, actor: Actor, today: Day): Batch => ({
  id: row.id,
  documentNumber: row.document_number,
  title: row.title,
  tier: row.tier as Batch['tier'],
  standard: row.standard,
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
export const listBatches = async (db: Kysely<Database>, actor: Actor, today: Day) => {
  const rows = await inScope(db, scopeOf(actor), (tx) =>
    tx.selectFrom('batch').selectAll().orderBy('opens_on', 'desc').orderBy('id').execute(),
  )
  const openings = rows
    .filter(({ status, tier }) => status === 'open' && tier === 'innovative')
    .map((row) => row.opens_on as Day)
  return {
    batches: rows.map((row) => batchAnswer(row, actor, today)),
    mayPropose: refusalToPropose(actor) === undefined,
    obligation: { tier: 'innovative', ...yearlyObligation(openings, today) },
  }
}

/** One batch; `batch.not-found` where it does not exist or is not open to this actor. */
export const getBatch = async (db: Kysely<Database>, actor: Actor, today: Day, id: string): Promise<Batch> => {
  const row = await inScope(db, scopeOf(actor), (tx) =>
    tx.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst(),
  )
  if (!row) throw new Refusal('batch.not-found')
  return batchAnswer(row, actor, today)
}
