import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Batch, BatchProposal } from '../../contract/batches.ts'
import { personOf } from '../../regime/jurisdiction/actor.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { datesInOrder, refusalToPropose } from '../../regime/procedure/batch.ts'
import { chooseEditions } from '../edition/offered.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import type { Law } from '../law/law.ts'
import { pinEdition } from '../law/pinEdition.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { batchAnswer } from './read.ts'

/**
 * A provincial handler proposes a batch (第十二条) and with it pins the edition its cases will be decided under, the current
 * one unless another is chosen. Nobody outside the province sees it until it is opened.
 */
export const proposeBatch = async (
  db: Kysely<Database>,
  law: Law,
  acting: Acting,
  proposal: z.output<typeof BatchProposal>,
): Promise<Batch> => {
  const refusal = refusalToPropose(acting.actor)
  if (refusal) throw new Refusal(refusal)
  if (!datesInOrder(proposal) || proposal.validFrom > proposal.validTo) throw new Refusal('batch.dates-disordered')
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, PROVINCE, { verb: 'batch.propose', proposal }, async () => {
      const editions = await chooseEditions(tx, law, proposal)
      const { standard, edition } = await pinEdition(tx, editions.standard, acting.now)
      const eligibility = await pinEdition(tx, editions.eligibility, acting.now)
      const pinned = {
        standard,
        edition,
        eligibility: eligibility.standard,
        eligibilityEdition: eligibility.edition,
      }
      const row = await tx
        .insertInto('batch')
        .values({
          id: acting.newId(),
          document_number: proposal.documentNumber,
          title: proposal.title,
          tier: proposal.tier,
          standard: pinned.standard,
          edition: pinned.edition,
          eligibility: pinned.eligibility,
          eligibility_edition: pinned.eligibilityEdition,
          opens_on: proposal.opensOn,
          closes_on: proposal.closesOn,
          local_due_on: proposal.localDueOn,
          province_due_on: proposal.provinceDueOn,
          correction_workdays: proposal.correctionWorkdays,
          notice_basis: proposal.noticeBasis,
          notice_days: proposal.noticeDays,
          overlay: JSON.stringify(proposal.overlay),
          valid_from: proposal.validFrom,
          valid_to: proposal.validTo,
          status: 'proposed',
          proposed_by: personOf(acting.actor) as string,
          created_at: acting.now,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      await appendActs(tx, acting, [
        {
          authority: PROVINCE,
          subjectKind: 'batch',
          subject: row.id,
          subjectSeq: 1,
          act: 'batch.propose',
          payload: { ...proposal, ...pinned },
        },
      ])
      return batchAnswer(tx, law, row, acting.actor, acting.today)
    }),
  )
}
