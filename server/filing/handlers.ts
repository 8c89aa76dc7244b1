import type { filings } from '../../contract/filing.ts'
import type { Handlers } from '../http/handling.ts'
import { fileList } from './file.ts'
import { proposeFiling } from './propose.ts'

/** Filing with the province (第九条 备案). */
export const filingHandlers: Handlers<typeof filings> = {
  propose: ({ body }, context) => proposeFiling(context.db, context, body),
  file: ({ params, body }, context) => fileList(context.db, context, { list: params.list, baseSeq: body.baseSeq }),
}
