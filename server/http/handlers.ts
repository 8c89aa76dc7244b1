import type { TiduContract } from '../../contract/index.ts'
import { sessionHandlers } from '../identity/handlers.ts'
import type { ContractHandlers } from './handling.ts'

/** The handlers of the whole contract: one line per noun. */
export const createHandlers = (): ContractHandlers<TiduContract> => ({
  session: sessionHandlers,
})
