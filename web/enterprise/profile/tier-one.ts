import type { Standard } from '../../../regime/evaluation/standard.ts'
import { findStandard } from '../../../standards/browser.ts'
import { type Relevance, relevanceTo } from './relevance.ts'

const getStandard = (id: string): Standard => {
  const standard = findStandard(id)
  if (!standard) throw new Error(`the bundle has no standard ${id}`)
  return standard
}

/** What a first application is judged by: the score of tier 1 and the conditions of 第三条. */
export const tierOne = Object.freeze({
  innovative: getStandard('miit-2022-63/innovative'),
  eligibility: getStandard('henan-2023-131/eligibility'),
})

/** What a first application asks about on a day. */
export const tierOneRelevance = (today: string): Relevance => relevanceTo(Object.values(tierOne), today)
