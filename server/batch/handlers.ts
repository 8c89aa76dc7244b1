import type { batches } from '../../contract/batches.ts'
import type { Handlers } from '../http/handling.ts'
import type { Law } from '../law/law.ts'
import { openBatch } from './open.ts'
import { proposeBatch } from './propose.ts'
import { getBatch, listBatches } from './read.ts'

/** Batches (第十二条). */
export const batchHandlers = (law: Law): Handlers<typeof batches> => ({
  list: (_, { db, actor, today }) => listBatches(db, law, actor, today),
  get: ({ params }, { db, actor, today }) => getBatch(db, law, actor, today, params.batch),
  propose: ({ body }, context) => proposeBatch(context.db, law, context, body),
  open: ({ params }, context) => openBatch(context.db, law, context, params.batch),
})
