import type { Transaction } from 'kysely'
import type { Database } from '../store/database.ts'
import { entryDigest, GENESIS, payloadDigest } from './append.ts'
import { entryOf } from './entry-of.ts'

/** What is wrong with a chain: the place of the first entry that does not fit, and why. */
export interface ChainFault {
  readonly position: number
  readonly fault: 'gap' | 'payload' | 'previous' | 'digest' | 'head'
}

/**
 * Recomputes one authority's chain from its rows (B6): every position once, every payload under its salt, every digest
 * over what it covers, the head last. Gives the first fault, or undefined for a whole chain.
 */
export const findChainFault = async (tx: Transaction<Database>, authority: string): Promise<ChainFault | undefined> => {
  const rows = await tx.selectFrom('act').selectAll().where('authority', '=', authority).orderBy('position').execute()
  let previous = GENESIS
  let expected = 1
  for (const row of rows) {
    const position = Number(row.position)
    if (position !== expected) return { position: expected, fault: 'gap' }
    if (payloadDigest(row.salt, row.person, row.payload) !== row.payload_digest) return { position, fault: 'payload' }
    if (row.previous !== previous) return { position, fault: 'previous' }
    if (entryDigest(entryOf(row)) !== row.digest) return { position, fault: 'digest' }
    previous = row.digest
    expected += 1
  }
  const head = await tx.selectFrom('chain_head').selectAll().where('authority', '=', authority).executeTakeFirst()
  const whole = head ? Number(head.position) === expected - 1 && head.digest === previous : expected === 1
  return whole ? undefined : { position: expected - 1, fault: 'head' }
}
