import type { evidence, uploads } from '../../contract/evidence.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Handlers } from '../http/handling.ts'
import { scopeOf } from '../store/scope.ts'
import { appendUpload } from './appendUpload.ts'
import { beginUpload } from './beginUpload.ts'
import { dropUpload } from './dropUpload.ts'
import { getUpload, uploadState } from './findUpload.ts'
import { finishUpload } from './finishUpload.ts'
import { listEvidence } from './listEvidence.ts'
import { serveEvidence } from './serveEvidence.ts'
import type { EvidenceStore } from './store.ts'

/** Files on their way. */
export const uploadHandlers = (store: EvidenceStore): Handlers<typeof uploads> => ({
  begin: ({ body }, context) => beginUpload(store, context, body),
  state: async ({ params }, context) => uploadState(context.db, store, await getUpload(context, params)),
  append: ({ params, query, body }, context) => appendUpload(store, context, params, query.offset, body),
  finish: ({ params }, context) => finishUpload(store, context, params),
  abandon: async ({ params }, context) => {
    await dropUpload(store, context.db, await getUpload(context, params))
    return null
  },
})

/** Evidence that has arrived. */
export const evidenceHandlers = (store: EvidenceStore): Handlers<typeof evidence> => ({
  list: async (_, { db, actor }) => {
    if (actor.kind !== 'firm') throw new Refusal('session.not-admitted')
    return { evidence: await listEvidence(db, actor) }
  },
  ofEnterprise: async ({ params, query }, { db, actor }) => {
    if (actor.kind !== 'firm') throw new Refusal('session.not-admitted')
    const wanted = { authority: actor.authority, id: params.evidence, download: query.download === '1' }
    return serveEvidence(db, store, scopeOf(actor), wanted)
  },
  read: ({ params, query }, { db, actor }) => {
    const wanted = { authority: params.authority, id: params.evidence, download: query.download === '1' }
    return serveEvidence(db, store, scopeOf(actor), wanted)
  },
})
