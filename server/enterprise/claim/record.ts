import type { Transaction, Updateable } from 'kysely'
import type { Acting } from '../../journal/acting.ts'
import { appendActs } from '../../journal/append.ts'
import { tell } from '../../journal/tell.ts'
import type { Database } from '../../store/database.ts'
import type { ClaimTable } from '../tables.ts'
import type { Claim } from './lock.ts'

/** One step of a claim: what it changes, what goes on record, and who is told. */
export interface ClaimStep {
  readonly act:
    | 'claim.submit'
    | 'claim.withdraw'
    | 'claim.answer'
    | 'claim.propose'
    | 'claim.send-back'
    | 'claim.decide'
  readonly set: Omit<Updateable<ClaimTable>, 'seq'>
  readonly payload: object
  readonly tellTo: readonly ('handler' | 'approver' | 'firm')[]
}

/** The people who speak for a firm read of another's claim, not of one of their own. */
const topicForFirm = (act: ClaimStep['act'], status: ClaimStep['set']['status']): string => {
  if (act === 'claim.submit') return 'claim.against'
  return act === 'claim.decide' && status === 'refused' ? 'claim.kept' : act
}

/** Writes a step on a locked claim: the row, the journal, word to whom it concerns. Gives the claim's new number. */
export const recordStep = async (
  tx: Transaction<Database>,
  acting: Acting,
  claim: Claim,
  { act, set, payload, tellTo }: ClaimStep,
): Promise<number> => {
  const { authority, id, enterprise } = claim
  const seq = claim.seq + 1
  await tx
    .updateTable('claim')
    .set({ ...set, seq })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .execute()
  const subject = { authority, subjectKind: 'claim' as const, subject: id }
  await appendActs(tx, acting, [{ ...subject, subjectSeq: seq, enterprise, act, payload }])
  await tell(
    tx,
    acting,
    tellTo.map((to) => ({
      ...subject,
      ...(to === 'firm' ? { enterprise } : { role: to }),
      topic: to === 'firm' ? topicForFirm(act, set.status) : act,
      payload: { name: claim.enterprise_name, status: set.status ?? claim.status },
    })),
  )
  return seq
}
