import { composedDocuments, type EditionDocuments } from '../edition.ts'
import { type Raw, rawOf, scalarText } from '../reading/raw.ts'
import { wordsScopeOf } from '../reading/standard-in-words.ts'
import { differConditions } from './differ-conditions.ts'
import { differScore } from './differ-score.ts'
import { differTerms } from './differ-terms.ts'
import { type Difference, differenceSections } from './difference.ts'
import { type Comparison, citesOf, recordAt, recordRest, type Spot, same } from './recorder.ts'

/**
 * Everything in which two editions differ, in words with the citation of both (R8.2): nothing that differs between their
 * documents is left out, and equal documents give nothing. Both have been loaded; an
 * overlay is compared as part of the standard it is put upon.
 */
export const differEditions = (earlier: EditionDocuments, later: EditionDocuments): readonly Difference[] => {
  const [before, after] = [composedDocuments(earlier), composedDocuments(later)]
  const found: Difference[] = []
  const comparison: Comparison = {
    before: wordsScopeOf(before),
    after: wordsScopeOf(after),
    record: (difference) => found.push(difference),
  }
  const [old, now] = [rawOf(before.standard), rawOf(after.standard)]
  differHead(comparison, old, now)
  differScore(comparison, old, now)
  differConditions(comparison, old, now)
  differTerms(comparison, before.terms, after.terms)
  return differenceSections.flatMap((section) => found.filter((one) => one.section === section))
}

const heads: { readonly [key: string]: string } = {
  id: '编号',
  tier: '层次',
  instrument: '文号',
}

const intervalText = (standard: Raw): string => {
  const { from, to } = rawOf(standard['in-force'])
  return to === undefined ? `自 ${String(from)} 起` : `${String(from)} 至 ${String(to)}`
}

const differHead = (comparison: Comparison, before: Raw, after: Raw): void => {
  const spot: Spot = { section: '施行', place: '本标准', path: ['standard'], cites: citesOf(before, after) }
  if (!same(before['in-force'], after['in-force']))
    recordAt(comparison, { ...spot, path: ['standard', 'in-force'] }, '施行期间', [
      intervalText(before),
      intervalText(after),
    ])
  for (const [key, matter] of Object.entries(heads))
    if (!same(before[key], after[key]))
      recordAt(comparison, { ...spot, path: ['standard', key] }, matter, [
        scalarText(before[key]),
        scalarText(after[key]),
      ])
  const told = ['in-force', ...Object.keys(heads), 'cap', 'dimensions', 'conditions', 'outcome']
  recordRest(comparison, spot, before, after, told)
}
