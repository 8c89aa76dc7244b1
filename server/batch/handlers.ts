import type { batches } from '../../contract/batches.ts'
import type { Handlers } from '../http/handling.ts'
import { getHouseEdition, type Law } from '../law/law.ts'
import { openBatch } from './open.ts'
import { proposeBatch } from './propose.ts'
import { getBatch, listBatches } from './read.ts'

/** The standards in force for new batches of tier 1 (第八条). */
const TIER_ONE = 'miit-2022-63/innovative'
const ELIGIBILITY = 'henan-2023-131/eligibility'

/** Batches (第十二条). */
export const batchHandlers = (law: Law): Handlers<typeof batches> => ({
  list: (_, { db, actor, today }) => listBatches(db, actor, today),
  get: ({ params }, { db, actor, today }) => getBatch(db, actor, today, params.batch),
  propose: ({ body }, context) =>
    proposeBatch(
      context.db,
      context,
      { standard: getHouseEdition(law, TIER_ONE), eligibility: getHouseEdition(law, ELIGIBILITY) },
      body,
    ),
  open: ({ params }, context) => openBatch(context.db, context, params.batch),
})
