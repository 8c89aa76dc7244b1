import { evaluate } from '../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { loadStandards } from '../../standards/load.ts'
import { readCalendar } from '../calendar/read.ts'
import type { Law } from './law.ts'

/** Reads calendar and standards from the house's data files; a faulty file stops the start with its place and fault. */
export const readLaw = (): Law => {
  const byId = new Map(loadStandards().map((standard) => [standard.id, standard]))
  const get = (id: string): Standard => {
    const standard = byId.get(id)
    if (!standard) throw new Error(`there is no standard ${id}`)
    return standard
  }
  return {
    calendar: readCalendar(),
    evaluate: (id, facts) => evaluate(get(id), parseFacts(facts)),
    edition: (id) => get(id).edition,
  }
}
