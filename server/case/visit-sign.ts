import type { Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Payloads } from '../../regime/procedure/payloads.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import type { CaseRow } from './summary.ts'
import { readChecklist } from './visit-checklist.ts'
import { readVisitDraft, visitDigest } from './visit-draft.ts'

/**
 * What a verifier signs: exactly what is saved, under one digest, so that both sign the same thing. Refused on an older
 * version (`visit.stale`), with nothing noted, and while a line of the checklist has no answer (`visit.incomplete`):
 * 查不到 is an answer, silence is none.
 */
export const signedFindings = async (
  tx: Transaction<Database>,
  law: Law,
  row: CaseRow,
  { draftVersion, conclusion }: { readonly draftVersion: number; readonly conclusion: string },
): Promise<Payloads['visit.sign']> => {
  const { findings, version } = await readVisitDraft(tx, row.authority, row.id)
  if (findings.length === 0) throw new Refusal('visit.nothing-noted')
  if (version !== draftVersion) throw new Refusal('visit.stale', { version, findings })
  const answered = new Set(findings.map(({ item }) => item))
  const missing = (await readChecklist(tx, law, row)).filter(({ item }) => !answered.has(item))
  if (missing.length > 0) throw new Refusal('visit.incomplete', { missing: missing.map(({ title }) => title) })
  return {
    findings: findings as Payloads['visit.sign']['findings'],
    conclusion,
    digest: visitDigest(findings, conclusion),
  }
}
