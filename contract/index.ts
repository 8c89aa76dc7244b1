import { administration } from './administration.ts'
import { evidence, uploads } from './evidence.ts'
import { session } from './session.ts'

/** The whole HTTP contract: one entry per noun. */
export const contract = { session, administration, uploads, evidence } as const
export type TiduContract = typeof contract
