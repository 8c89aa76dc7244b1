import type { TiduContract } from '../../contract/index.ts'
import { administrationHandlers } from '../identity/administrationHandlers.ts'
import { sessionHandlers } from '../identity/sessionHandlers.ts'
import type { ContractHandlers } from './handling.ts'

/** The handlers of the whole contract: one line per noun. */
export const createHandlers = (): ContractHandlers<TiduContract> => ({
  session: sessionHandlers,
  administration: administrationHandlers,
})
