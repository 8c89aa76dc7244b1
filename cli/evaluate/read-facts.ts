import { hash } from 'node:crypto'
import type { Facts } from '../../regime/evaluation/facts.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { canonicalise } from '../../regime/kernel/canonical.ts'
import { parseJson, refuseRepeatedKeys } from './parse-json.ts'

/** Facts of a text, with the digest of their canonical form (RFC 8785). */
export interface ReadFacts {
  readonly facts: Facts
  readonly digest: string
}

const EXPONENT = /\d[eE]/

/** The digest of a canonical text, as regime/kernel/sha256.ts makes it; Node's own takes a sixth of the time. */
export const digestOf = (canonical: string): string => `sha256:${hash('sha256', canonical)}`

/**
 * Reads the facts of one enterprise from JSON text. A key written twice is refused before anything else that may be
 * wrong. Looking for one is spared where the canonical text is as long as the text read: nothing is longer there than it was
 * written, except a number with an exponent, so that nothing can have been lost.
 */
export const readFacts = (text: string): ReadFacts => {
  const value = parseJson(text)
  let facts: Facts
  try {
    facts = parseFacts(value)
  } catch (refusal) {
    refuseRepeatedKeys(text, value)
    throw refusal
  }
  const canonical = canonicalise(value)
  if (canonical.length !== text.length || EXPONENT.test(text)) refuseRepeatedKeys(text, value)
  return { facts, digest: digestOf(canonical) }
}
