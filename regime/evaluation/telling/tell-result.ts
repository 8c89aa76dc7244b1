import { nameOfFact } from '../fact-names.ts'
import type { Facts } from '../facts.ts'
import { printable } from '../facts-refusal.ts'
import type { Result } from '../result.ts'
import type { Outline } from './outline.ts'
import { scoreOf, tellNote } from './tell-node.ts'
import { tellSections } from './tell-sections.ts'
import { outcomeWords, outOfForce, unverified } from './words.ts'

/** Of whom and of which day a result is; not part of the result itself. */
export interface Subject {
  readonly name: string | null
  readonly uscc: string | null
  readonly asOf: string
}

/** The subject as the facts name it. */
export const subjectOf = ({ asOf, enterprise }: Facts): Subject => ({
  name: enterprise?.name ? printable(enterprise.name) : null,
  uscc: enterprise?.uscc ?? null,
  asOf,
})

/** Tells a whole result: verdict, score, what is missing, every point and condition (B1). */
export const tellResult = (result: Result, { name, uscc, asOf }: Subject): Outline => {
  const { explanation, outcome, inForce, missing, standard, edition, facts } = result
  const score = scoreOf(explanation)
  return {
    standard,
    title: explanation.name,
    citation: explanation.citation ?? '',
    enterprise: { name, uscc },
    asOf,
    outcome,
    outcomeWord: outcomeWords[outcome],
    sentence: explanation.sentence,
    cautions: [unverified, ...(inForce ? [] : [outOfForce])],
    ...(score ? { score } : {}),
    dimensions: (explanation.children ?? []).flatMap((child) => {
      const own = child.kind === 'dimension' ? scoreOf(child) : undefined
      return own ? [{ name: child.name, ...own }] : []
    }),
    missing: missing.map((path) => ({ path, name: nameOfFact(path) })),
    sections: tellSections(explanation),
    notes: (explanation.notes ?? []).map(tellNote),
    edition,
    facts,
  }
}
