import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { z } from 'zod'
import type { Finding } from '../../contract/cases.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { canonicalise } from '../../regime/kernel/canonical.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalOf } from '../../regime/procedure/available.ts'
import { checklistOf } from '../../regime/procedure/checklist.ts'
import type { Payloads } from '../../regime/procedure/payloads.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { batchDates } from './load.ts'
import { readActs, readNames } from './record.ts'
import { caseSummary } from './summary.ts'

type Findings = z.output<typeof Finding>[]

const findingsOf = (stored: Record<string, unknown>): Findings => (stored.lines ?? []) as Findings

/** The on-site verification as the verifiers' phones show it: checklist, findings so far, who signed (第九条). */
export const readVisit = async (db: Kysely<Database>, law: Law, actor: Actor, today: Day, id: string) =>
  inScope(db, scopeOf(actor), async (tx) => {
    const row = await getCaseRow(tx, id)
    const batch = await tx.selectFrom('batch').selectAll().where('id', '=', row.batch).executeTakeFirstOrThrow()
    const { visit } = row.state
    const submission = await tx
      .selectFrom('submission')
      .select(['facts', 'evidence'])
      .where('authority', '=', row.authority)
      .where('id', '=', row.submission ?? '00000000-0000-0000-0000-000000000000')
      .executeTakeFirst()
    if (!submission) throw new Refusal('act.not-available')
    const evidence = submission.evidence as { id: string; name: string; paths: string[] }[]
    const draft = await findDraft(tx, row.authority, id)
    const names = await readNames(tx, visit?.verifiers ?? [])
    const signed = (await readActs(tx, row.authority, id)).filter(({ act }) => act === 'visit.sign').at(-1)
    const conclusion =
      visit && visit.signedBy.length > 0 && signed ? (signed.payload as Payloads['visit.sign']).conclusion : null
    const view = {
      ...(await batchDates(tx, row.batch)),
      authority: row.authority,
      enterprise: row.enterprise,
      state: row.state,
      today,
    }
    return {
      case: caseSummary(row, 'official'),
      on: visit?.on ?? null,
      verifiers: (visit?.verifiers ?? []).map((person) => ({
        id: person,
        name: names.get(person) ?? '',
        signed: visit?.signedBy.includes(person) === true,
      })),
      checklist: checklistOf([
        law.evaluate(batch.eligibility, submission.facts).explanation,
        law.evaluate(batch.standard, submission.facts).explanation,
      ]).map((line) => ({
        ...line,
        carries: [...line.carries],
        evidence: evidence
          .filter(({ paths }) => paths.some((path) => path === line.item || line.item.startsWith(`${path}/`)))
          .map(({ id: evidenceId, name }) => ({ id: evidenceId, name })),
      })),
      findings: draft ? findingsOf(draft.findings) : [],
      version: draft?.version ?? 0,
      seq: row.seq,
      maySign: refusalOf('visit.sign', actor, view) === undefined,
      signedConclusion: conclusion,
    }
  })

const findDraft = (tx: Transaction<Database>, authority: string, id: string) =>
  tx
    .selectFrom('visit_draft')
    .select(['findings', 'version'])
    .where('authority', '=', authority)
    .where('case_id', '=', id)
    .executeTakeFirst()

/**
 * Saves what the verifiers note on site; not an act yet, so it may be saved again and again until it is signed. A save
 * on an older version is refused as `visit.stale`, so that two phones do not overwrite each other.
 */
export const saveVisit = async (
  db: Kysely<Database>,
  acting: Acting,
  id: string,
  findings: Findings,
  baseVersion: number,
): Promise<{ version: number }> =>
  inScope(db, scopeOf(acting.actor), async (tx) => {
    const { authority, state } = await getCaseRow(tx, id)
    const { actor } = acting
    if (actor.kind !== 'officer' || !state.visit?.verifiers.includes(actor.person))
      throw new Refusal('visit.not-assigned')
    if (state.step !== 'visit') throw new Refusal('act.not-available')
    return once(tx, acting, authority, { verb: 'visit.save', id, findings, baseVersion }, async () => {
      const values = {
        findings: JSON.stringify({ lines: findings }),
        version: baseVersion + 1,
        updated_by: actor.person,
        updated_at: acting.now,
      }
      const saved =
        baseVersion === 0
          ? await tx
              .insertInto('visit_draft')
              .values({ authority, case_id: id, ...values })
              .onConflict((conflict) => conflict.columns(['authority', 'case_id']).doNothing())
              .returning('version')
              .executeTakeFirst()
          : await tx
              .updateTable('visit_draft')
              .set(values)
              .where('authority', '=', authority)
              .where('case_id', '=', id)
              .where('version', '=', baseVersion)
              .returning('version')
              .executeTakeFirst()
      if (saved) return saved
      const present = await findDraft(tx, authority, id)
      throw new Refusal('visit.stale', { version: present?.version, findings: present && findingsOf(present.findings) })
    })
  })

/** The findings a verifier signs: exactly what is saved, under one digest, so that both sign the same thing. */
export const signedFindings = async (
  tx: Transaction<Database>,
  authority: string,
  id: string,
  { draftVersion, conclusion }: { readonly draftVersion: number; readonly conclusion: string },
): Promise<Payloads['visit.sign']> => {
  const draft = await findDraft(tx, authority, id)
  if (!draft) throw new Refusal('visit.nothing-noted')
  if (draft.version !== draftVersion) {
    throw new Refusal('visit.stale', { version: draft.version, findings: findingsOf(draft.findings) })
  }
  const findings = findingsOf(draft.findings) as Payloads['visit.sign']['findings']
  const digest = createHash('sha256').update(canonicalise({ findings, conclusion })).digest('hex')
  return { findings, conclusion, digest }
}
