import type { Kysely } from 'kysely'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { subjectOf, tellResult } from '../../regime/evaluation/telling/tell-result.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { instantText } from '../../regime/kernel/instant.ts'
import type { EvaluationPaper } from '../document/paper.ts'
import { eligibilityOf, type Law, standardOf } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { findSubmission } from './submission.ts'

/**
 * The explanation of what a firm last handed in, for whoever may see the case (row security as for the case itself): the
 * same function of the same facts and the pinned edition as on the pages (B1, R9.1).
 */
export const casePaper = (
  db: Kysely<Database>,
  law: Law,
  actor: Actor,
  id: string,
  now: string,
): Promise<EvaluationPaper> =>
  inScope(db, scopeOf(actor), async (tx) => {
    const row = await getCaseRow(tx, id)
    const stored = await findSubmission(tx, row)
    if (!stored) throw new Refusal('case.nothing-submitted')
    const batch = await tx.selectFrom('batch').selectAll().where('id', '=', row.batch).executeTakeFirstOrThrow()
    const subject = subjectOf(parseFacts(stored.facts))
    return {
      title: '评价说明',
      rows: [
        ['申报批次', `${batch.title}（${batch.document_number}）`],
        ['申报回执', stored.receipt_number],
        ['提交', `${instantText(stored.at.toISOString())}（北京时间），第 ${stored.round} 次`],
        ['声明人', stored.declared_by_name],
      ],
      outlines: [
        tellResult(await law.evaluate(tx, standardOf(batch), stored.facts), subject),
        tellResult(await law.evaluate(tx, eligibilityOf(batch), stored.facts), subject),
      ],
      proof: [['提交摘要', stored.digest]],
      generatedAt: now,
    }
  })
