import { administration } from './administration.ts'
import { session } from './session.ts'

/** The whole HTTP contract: one entry per noun. */
export const contract = { session, administration } as const
export type TiduContract = typeof contract
