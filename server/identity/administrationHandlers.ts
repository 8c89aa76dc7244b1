import type { contract } from '../../contract/index.ts'
import type { Handlers } from '../http/handling.ts'
import { assignRoles } from './assignRoles.ts'
import { createOfficer } from './createOfficer.ts'
import { listAccounts } from './listAccounts.ts'
import { listRecord } from './listRecord.ts'
import { resetPassword } from './resetPassword.ts'
import { setDisabled } from './setDisabled.ts'

export const administrationHandlers: Handlers<typeof contract.administration> = {
  accounts: ({ query }, context) => listAccounts(context, query),
  createOfficer: ({ body }, context) => createOfficer(context, body),
  resetPassword: ({ params }, context) => resetPassword(context, params.account),
  assignRoles: ({ params, body }, context) => assignRoles(context, params.account, body.roles),
  setDisabled: ({ params, body }, context) => setDisabled(context, params.account, body.disabled),
  record: ({ query }, context) => listRecord(context, query),
}
