import type { Kysely } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalOf } from '../../regime/procedure/available.ts'
import { carriersOf, checklistOf } from '../../regime/procedure/checklist.ts'
import { readContacts } from '../enterprise/contacts.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { batchDates } from './load.ts'
import { readNames } from './record.ts'
import { caseSummary } from './summary.ts'
import { readVisitDraft, readVisitSignatures } from './visit-draft.ts'

/** The on-site verification as the verifiers' phones show it: checklist, findings so far, who signed (第九条). */
export const readVisit = async (db: Kysely<Database>, law: Law, actor: Actor, today: Day, id: string) =>
  inScope(db, scopeOf(actor), async (tx) => {
    const row = await getCaseRow(tx, id)
    const { authority, enterprise, state } = row
    const batch = await tx.selectFrom('batch').selectAll().where('id', '=', row.batch).executeTakeFirstOrThrow()
    const submission =
      row.submission &&
      (await tx
        .selectFrom('submission')
        .select(['facts', 'evidence'])
        .where('authority', '=', authority)
        .where('id', '=', row.submission)
        .executeTakeFirst())
    if (!submission) throw new Refusal('act.not-available')
    const draft = await readVisitDraft(tx, authority, id)
    const signatures = await readVisitSignatures(tx, authority, id, state, draft)
    const names = await readNames(tx, state.visit?.verifiers ?? [])
    const view = { ...(await batchDates(tx, row.batch)), authority, enterprise, state, today }
    return {
      case: caseSummary(row, 'official'),
      on: state.visit?.on ?? null,
      today,
      verifiers: (state.visit?.verifiers ?? []).map((person) => ({
        id: person,
        name: names.get(person) ?? '',
        signed: state.visit?.signedBy.includes(person) === true,
        signedAt: signatures.at.get(person) ?? null,
      })),
      contact: (await readContacts(tx, authority, [enterprise])).get(enterprise) ?? null,
      checklist: checklistFor(
        [
          law.evaluate(batch.eligibility, submission.facts).explanation,
          law.evaluate(batch.standard, submission.facts).explanation,
        ],
        submission.evidence as readonly Attached[],
      ),
      findings: [...draft.findings],
      version: draft.version,
      seq: row.seq,
      maySign: refusalOf('visit.sign', actor, view, signatures.standing) === undefined,
      signedConclusion: signatures.conclusion,
      signatureStands: signatures.standing !== undefined,
    }
  })

interface Attached {
  readonly id: string
  readonly name: string
  readonly paths: readonly string[]
}

/** The checklist with the names of what each line carries and the papers that were handed in for it. */
const checklistFor = (explanations: Parameters<typeof checklistOf>[0], evidence: readonly Attached[]) => {
  const carriers = carriersOf(explanations)
  return checklistOf(explanations).map((line) => ({
    ...line,
    carries: line.carries.flatMap((id) => carriers.get(id) ?? []),
    evidence: evidence
      .filter(({ paths }) => paths.some((path) => path === line.item || line.item.startsWith(`${path}/`)))
      .map(({ id, name }) => ({ id, name })),
  }))
}
