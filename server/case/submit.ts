import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { submissionText } from '../../regime/case-file/submission-text.ts'
import { admissionOf } from '../../regime/eligibility/admission.ts'
import type { Result } from '../../regime/evaluation/result.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { demandConfirmed, getFirm, getOwnCase } from './application.ts'
import { performAct } from './perform.ts'
import { standingIn } from './standing.ts'

/** What the firm gets for its submission: proof of what was handed in and when (B9). */
export interface Receipt {
  readonly receipt: string
  /** SHA-256 over the canonical submission: facts, evidence list, editions, case, time. */
  readonly digest: string
  readonly at: string
}

/** Letters and digits of receipt numbers: none that are mistaken for another when read out. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRTUWXY'

const receiptNumber = (today: string, authority: string, random: Uint8Array): string =>
  `SB${today.replaceAll('-', '')}-${authority}-${Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`

const withoutExplanation = ({ explanation: _, ...result }: Result) => result

/**
 * The firm declares truthfulness and hands in (第九条): the facts as they stand are evaluated, frozen with their
 * evidence list and digest, and the case moves to review. Refused while a condition of 第三条 is unmet, or while an open
 * or unreached one was not acknowledged by name.
 */
export const submitApplication = async (
  db: Kysely<Database>,
  law: Law,
  acting: Acting,
  declarer: string,
  id: string,
  { acknowledged, baseSeq }: { readonly acknowledged: readonly string[]; readonly baseSeq: number },
): Promise<Receipt> => {
  const firm = getFirm(acting.actor)
  return inScope(db, scopeOf(firm), (tx) =>
    once(tx, acting, firm.authority, { verb: 'application.submit', id, acknowledged, baseSeq }, async () => {
      await demandConfirmed(tx, firm)
      const row = await getOwnCase(tx, firm, id)
      const standing = await standingIn(tx, law, firm, acting.today, row.batch)
      const { barred, toAcknowledge } = admissionOf(standing.eligibility, standing.result)
      if (barred.length > 0) throw new Refusal('application.ineligible', { conditions: barred })
      const open = toAcknowledge.filter((condition) => !acknowledged.includes(condition))
      if (open.length > 0) throw new Refusal('application.not-acknowledged', { conditions: open })

      const submission = acting.newId()
      const result = withoutExplanation(standing.result)
      const eligibility = withoutExplanation(standing.eligibility)
      const digest = createHash('sha256')
        .update(
          submissionText({
            case: id,
            at: acting.now,
            facts: standing.facts,
            evidence: standing.evidence,
            result,
            eligibility,
          }),
        )
        .digest('hex')
      const receipt = receiptNumber(acting.today, firm.authority, acting.random(6))
      // First the act, which locks the case: of two colleagues handing in at once the second is told so.
      await performAct(tx, acting, {
        authority: firm.authority,
        id,
        act: 'application.submit',
        payload: { submission, digest, receipt },
        baseSeq,
      })
      await tx
        .insertInto('submission')
        .values({
          authority: firm.authority,
          id: submission,
          case_id: id,
          enterprise: firm.enterprise,
          round: row.state.round + 1,
          at: acting.now,
          declared_by: firm.person,
          declared_by_name: declarer,
          facts: JSON.stringify(standing.facts),
          sources: JSON.stringify(standing.sources),
          evidence: JSON.stringify(standing.evidence),
          result: JSON.stringify(result),
          eligibility_result: JSON.stringify(eligibility),
          digest,
          receipt_number: receipt,
        })
        .execute()
      await tx
        .updateTable('cases')
        .set({
          score_min: result.score?.min ?? null,
          score_max: result.score?.max ?? null,
          outcome: result.outcome,
        })
        .where('authority', '=', firm.authority)
        .where('id', '=', id)
        .execute()
      return { receipt, digest, at: acting.now }
    }),
  )
}
