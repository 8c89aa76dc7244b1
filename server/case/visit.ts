import type { Kysely } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { refusalOf } from '../../regime/procedure/available.ts'
import { readContacts } from '../enterprise/contacts.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { batchDates } from './load.ts'
import { readNames } from './record.ts'
import { caseSummary } from './summary.ts'
import { readChecklist } from './visit-checklist.ts'
import { readVisitDraft, readVisitSignatures } from './visit-draft.ts'

/** The on-site verification as the verifiers' phones show it: checklist, findings so far, who signed (第九条). */
export const readVisit = async (db: Kysely<Database>, law: Law, actor: Actor, today: Day, id: string) =>
  inScope(db, scopeOf(actor), async (tx) => {
    const row = await getCaseRow(tx, id)
    const { authority, enterprise, state } = row
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
      checklist: await readChecklist(tx, law, row),
      findings: [...draft.findings],
      version: draft.version,
      seq: row.seq,
      maySign: refusalOf('visit.sign', actor, view, signatures.standing) === undefined,
      signedConclusion: signatures.conclusion,
      signatureStands: signatures.standing !== undefined,
    }
  })
