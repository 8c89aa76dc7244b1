import type { editions } from '../../contract/editions.ts'
import type { Handlers } from '../http/handling.ts'
import type { Law } from '../law/law.ts'
import { checkEdition } from './check.ts'
import { enforceEdition } from './enforce.ts'
import { handInEdition } from './handIn.ts'
import { offeredEditions } from './offered.ts'
import { compareEditions, editionDetail, listEditions } from './read.ts'
import { rejectEdition } from './reject.ts'
import { withdrawEdition } from './withdraw.ts'

/** Editions of standards and overlays (第八条), for everybody and for the province's desk. */
export const editionHandlers = (law: Law): Handlers<typeof editions> => ({
  list: (_, { db, actor, today }) => listEditions(db, law, actor, today),
  get: ({ params }, { db, actor, today }) => editionDetail(db, law, actor, today, params.edition),
  compare: ({ params, query }, { db, actor, today }) =>
    compareEditions(db, law, actor, today, { edition: params.edition, with: query.with }),
  offered: ({ query }, { db, actor }) => offeredEditions(db, law, actor, query),
  check: ({ body }, { db, actor, today }) => checkEdition(db, law, actor, today, body.files),
  handIn: ({ body }, context) => handInEdition(context.db, law, context, context.person?.name ?? '', body),
  enforce: ({ params, body }, context) =>
    enforceEdition(context.db, law, context, context.person?.name ?? '', { ...params, ...body }),
  reject: ({ params, body }, context) =>
    rejectEdition(context.db, law, context, context.person?.name ?? '', { ...params, ...body }),
  withdraw: ({ params, body }, context) =>
    withdrawEdition(context.db, law, context, context.person?.name ?? '', { ...params, ...body }),
})
