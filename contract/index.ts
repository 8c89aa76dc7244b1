import { session } from './session.ts'

/** The whole HTTP contract: one entry per noun. */
export const contract = { session } as const
export type TiduContract = typeof contract
