import type { Kysely, Transaction } from 'kysely'
import { personOf } from '../../regime/jurisdiction/actor.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalToHandIn } from '../../regime/procedure/edition.ts'
import type { UploadedFile, UploadedOverlay, UploadedStandard } from '../../standards/upload.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import { tell } from '../journal/tell.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { overlayDigest, overlayHead, readCatalogue } from './catalogue.ts'
import { readUpload } from './check.ts'

export interface HandingIn {
  readonly files: readonly UploadedFile[]
  readonly note: string
}

/**
 * A provincial handler hands in the files of a new edition or overlay (R8.2): they are read by the house's loader once more,
 * and only what loads whole is stored, one row for each standard and overlay, waiting for an approver who is another person.
 */
export const handInEdition = async (
  db: Kysely<Database>,
  law: Law,
  acting: Acting,
  name: string,
  { files, note }: HandingIn,
): Promise<{ editions: string[] }> => {
  const refusal = refusalToHandIn(acting.actor)
  if (refusal) throw new Refusal(refusal)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, PROVINCE, { verb: 'edition.hand-in', files, note }, async () => {
      const { findings, read } = await readUpload(files, await readCatalogue(tx, law), law)
      if (findings.length > 0) throw new Refusal('edition.faulty', { findings })
      const stored = []
      for (const one of read) stored.push(await store(tx, acting, name, one, { files, note }))
      await appendActs(
        tx,
        acting,
        stored.map(({ id, digest, document_id, title }) => ({
          authority: PROVINCE,
          subjectKind: 'edition',
          subject: id,
          subjectSeq: 1,
          act: 'edition.hand-in',
          payload: { digest, document: document_id, title, note },
        })),
      )
      await tell(
        tx,
        acting,
        stored.map(({ id, title }) => ({
          authority: PROVINCE,
          role: 'approver',
          subjectKind: 'edition',
          subject: id,
          topic: 'edition.proposed',
          payload: { title, by: name },
        })),
      )
      return { editions: stored.map(({ id }) => id) }
    }),
  )
}

const store = async (
  tx: Transaction<Database>,
  acting: Acting,
  name: string,
  one: UploadedStandard | UploadedOverlay,
  { files, note }: HandingIn,
) => {
  const row = await tx
    .insertInto('edition')
    .values({
      id: acting.newId(),
      kind: one.kind,
      ...headOf(one),
      texts: JSON.stringify(files.map(({ name: file, text }) => ({ name: file, text }))),
      note,
      status: 'proposed',
      seq: 1,
      proposed_by: personOf(acting.actor) as string,
      proposed_by_name: name,
      proposed_at: acting.now,
    })
    .onConflict((conflict) => conflict.column('digest').where('status', 'in', ['proposed', 'in-force']).doNothing())
    .returning(['id', 'digest', 'document_id', 'title'])
    .executeTakeFirst()
  if (!row) throw new Refusal('edition.exists')
  return row
}

const headOf = (one: UploadedStandard | UploadedOverlay) => {
  if (one.kind === 'overlay') {
    const { id, tier, title, instrument, upon, from, to } = overlayHead(one.overlay)
    const own = { document_id: id, tier, title, instrument, upon: [...upon], valid_from: from, valid_to: to }
    return { ...own, digest: overlayDigest(one.document), documents: JSON.stringify(one.document) }
  }
  const { standard, documents } = one.edition
  const { tier, title, instrument, inForce } = standard.definition
  return {
    document_id: standard.id,
    tier,
    title,
    instrument,
    upon: [],
    valid_from: inForce.from,
    valid_to: inForce.to,
    digest: standard.edition,
    documents: JSON.stringify(documents),
  }
}
