import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ServedFile } from '../../contract/bytes.ts'
import {
  CASE_FILE_FORMAT,
  type CaseFile,
  caseFileText,
  type FiledAct,
  type FiledEdition,
  type FiledSubmission,
  sealOf,
} from '../../regime/case-file/case-file.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { ActName, Payloads } from '../../regime/procedure/payloads.ts'
import { type Audience, actLabel, actWords } from '../../regime/procedure/words.ts'
import { entryOf } from '../journal/entry-of.ts'
import { eligibilityOf, type Law, type Pinned, standardOf } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { readNames } from './record.ts'
import type { ActTable, SubmissionTable } from './tables.ts'

/**
 * One case as a file that anyone can check without this system (B3, docs/verifying.md): for whoever sees the case, with
 * what they see of it. The same case gives the same person the same bytes, whatever editions came into force since.
 * Refused while nothing was handed in (`case.nothing-submitted`).
 */
export const caseFile = (db: Kysely<Database>, law: Law, actor: Actor, id: string): Promise<CaseFile> =>
  inScope(db, scopeOf(actor), async (tx) => {
    const row = await getCaseRow(tx, id)
    const batch = await tx.selectFrom('batch').selectAll().where('id', '=', row.batch).executeTakeFirstOrThrow()
    const submissions = await tx
      .selectFrom('submission')
      .selectAll()
      .where('authority', '=', row.authority)
      .where('case_id', '=', id)
      .orderBy('round')
      .execute()
    if (submissions.length === 0) throw new Refusal('case.nothing-submitted')
    const official = actor.kind === 'officer'
    const content: Omit<CaseFile, 'seal'> = {
      format: CASE_FILE_FORMAT,
      case: {
        id,
        authority: row.authority,
        batch: { id: batch.id, documentNumber: batch.document_number, title: batch.title },
        ...(official && { step: row.step }),
      },
      editions: {
        standard: await filedEdition(tx, law, standardOf(batch)),
        eligibility: await filedEdition(tx, law, eligibilityOf(batch)),
      },
      submissions: submissions.map(filedSubmission),
      acts: await filedActs(tx, row.authority, id, official ? 'official' : 'applicant'),
    }
    return { ...content, seal: sealOf(content) }
  })

const filedEdition = async (tx: Transaction<Database>, law: Law, pinned: Pinned): Promise<FiledEdition> => {
  const { documents } = await law.get(tx, pinned)
  return { id: pinned.standard, edition: pinned.edition, documents }
}

const filedSubmission = (row: Selectable<SubmissionTable>): FiledSubmission => ({
  id: row.id,
  round: row.round,
  at: row.at.toISOString(),
  facts: row.facts,
  evidence: (row.evidence as FiledSubmission['evidence']).map(({ sha256, name, paths }) => ({ sha256, name, paths })),
  result: row.result,
  eligibility: row.eligibility_result,
  digest: row.digest,
  receipt: row.receipt_number,
  declaredBy: row.declared_by_name,
})

/** Acts as this reader is told of them: officers all of them opened, the firm its own opened and of others the words. */
const filedActs = async (
  tx: Transaction<Database>,
  authority: string,
  id: string,
  audience: Audience,
): Promise<readonly FiledAct[]> => {
  const rows = await tx
    .selectFrom('act')
    .selectAll()
    .where('authority', '=', authority)
    .where('subject', '=', id)
    .orderBy('subject_seq')
    .execute()
  const names = await readNames(
    tx,
    rows.map(({ person }) => person ?? undefined),
  )
  return rows.flatMap((row) => {
    const label = actLabel(row.act as ActName, audience)
    if (label === undefined) return []
    const opened = audience === 'official' || row.actor_kind === 'firm'
    return [filedAct(row, opened ? (names.get(row.person ?? '') ?? null) : undefined, label, audience)]
  })
}

/** `name` undefined: not opened to this reader. */
const filedAct = (
  row: Selectable<ActTable>,
  name: string | null | undefined,
  label: string,
  audience: Audience,
): FiledAct => {
  const payload = row.payload as unknown as Payloads[ActName]
  return {
    entry: entryOf(row),
    digest: row.digest,
    ...(name === undefined
      ? { told: [label, ...actWords(row.act as ActName, payload, audience)] }
      : { opened: { person: row.person, name, payload, salt: row.salt } }),
  }
}

/** A case file offered for saving, named by the receipt of its last submission. */
export const serveCaseFile = async (db: Kysely<Database>, law: Law, actor: Actor, id: string): Promise<ServedFile> => {
  const file = await caseFile(db, law, actor, id)
  return {
    type: 'application/json',
    name: `案卷-${file.submissions.at(-1)?.receipt}.json`,
    content: new TextEncoder().encode(caseFileText(file)),
  }
}
