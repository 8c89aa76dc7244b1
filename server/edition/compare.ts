import type { z } from 'zod'
import type { Comparison } from '../../contract/editions.ts'
import { differEditions } from '../../regime/evaluation/difference/differ-editions.ts'
import { differenceSentence } from '../../regime/evaluation/difference/difference.ts'
import type { EditionDocuments } from '../../regime/evaluation/edition.ts'
import { type Claimant, predecessorOf } from '../../regime/evaluation/succession.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { type Entry, inForceOf, loadEntry, standardsOf } from './catalogue.ts'
import { summaryOf } from './present.ts'

type Compared = z.input<typeof Comparison>

/** What differs between an earlier entry's edition and documents, in words. */
export const compareWith = async (
  earlier: Entry | undefined,
  documents: EditionDocuments,
  catalogue: readonly Entry[],
  today: Day,
): Promise<Compared> => {
  if (!earlier) return { with: null, differences: [] }
  const before = await loadEntry(earlier)
  return {
    with: summaryOf(earlier, catalogue, today),
    differences: differEditions(before.documents, documents).map((difference) => {
      const { section, place, matter, direction, before: was, after: is } = difference
      return { section, place, matter, direction, before: was, after: is, sentence: differenceSentence(difference) }
    }),
  }
}

/** The entry a standard follows among those in force. */
export const findPredecessor = (claimant: Claimant, catalogue: readonly Entry[]): Entry | undefined =>
  predecessorOf(claimant, standardsOf(inForceOf(catalogue)))
