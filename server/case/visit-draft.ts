import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Finding } from '../../contract/visit.ts'
import { canonicalise } from '../../regime/kernel/canonical.ts'
import type { Payloads } from '../../regime/procedure/payloads.ts'
import type { CaseState } from '../../regime/procedure/state.ts'
import type { Acting } from '../journal/acting.ts'
import type { Database } from '../store/database.ts'
import { readActs } from './record.ts'

/** What the verifiers have noted so far; not an act yet. Version 0 is the empty sheet. */
export interface VisitDraft {
  readonly findings: readonly Finding[]
  readonly version: number
}

const none: VisitDraft = Object.freeze({ findings: [], version: 0 })

/** The sheet of a case as it was last saved. */
export const readVisitDraft = async (tx: Transaction<Database>, authority: string, id: string): Promise<VisitDraft> => {
  const row = await tx
    .selectFrom('visit_draft')
    .select(['findings', 'version'])
    .where('authority', '=', authority)
    .where('case_id', '=', id)
    .executeTakeFirst()
  return row ? { findings: (row.findings.lines ?? []) as Finding[], version: row.version } : none
}

/** Empties the sheet. The version counts on, so that a phone which still holds the old sheet is told. */
export const clearVisitDraft = async (
  tx: Transaction<Database>,
  { now }: Acting,
  authority: string,
  id: string,
): Promise<void> => {
  await tx
    .updateTable('visit_draft')
    .set(({ eb }) => ({
      findings: JSON.stringify({ lines: [] }),
      version: eb('version', '+', 1),
      updated_at: now,
    }))
    .where('authority', '=', authority)
    .where('case_id', '=', id)
    .where(sql<boolean>`jsonb_array_length(findings -> 'lines') > 0`)
    .execute()
}

/** What the signatures are under: these findings with this conclusion. */
export const visitDigest = (findings: readonly Finding[], conclusion: string): string =>
  createHash('sha256').update(canonicalise({ findings, conclusion })).digest('hex')

/** Who has signed when, and what the last of them concluded. */
export interface VisitSignatures {
  readonly at: ReadonlyMap<string, string>
  readonly conclusion: string | null
  /** What was signed, while it is still what is noted; notes changed afterwards void the signature. */
  readonly standing: Payloads['visit.sign'] | undefined
}

const unsigned: VisitSignatures = Object.freeze({ at: new Map(), conclusion: null, standing: undefined })

/** The signatures under the visit a case is at, as the acts have them. */
export const readVisitSignatures = async (
  tx: Transaction<Database>,
  authority: string,
  id: string,
  { visit }: CaseState,
  { findings }: VisitDraft,
): Promise<VisitSignatures> => {
  if (!visit || visit.signedBy.length === 0) return unsigned
  const signed = (await readActs(tx, authority, id)).filter(
    ({ act, person }) => act === 'visit.sign' && person !== undefined && visit.signedBy.includes(person),
  )
  const payload = signed.at(-1)?.payload as Payloads['visit.sign'] | undefined
  if (!payload) return unsigned
  return {
    at: new Map(signed.map(({ person, at }) => [person as string, at])),
    conclusion: payload.conclusion,
    standing: visitDigest(findings, payload.conclusion) === visit.digest ? payload : undefined,
  }
}
