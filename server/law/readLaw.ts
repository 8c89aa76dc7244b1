import type { Transaction } from 'kysely'
import { type Edition, loadEdition } from '../../regime/evaluation/edition.ts'
import { evaluate } from '../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { findHouseSize, loadHouseEditions, loadHouseOverlays } from '../../standards/load.ts'
import { readCalendar } from '../calendar/read.ts'
import type { Database } from '../store/database.ts'
import type { Law, Pinned } from './law.ts'

/** Most editions kept ready besides the house's; the one asked for longest ago goes first. */
const KEPT = 64

/**
 * Reads calendar and standards from the house's data files; a faulty file stops the start with its place and fault. Other
 * editions are read from the database when a case first needs one, so that what any process pinned is known to all; an
 * edition never changes, so what was read once stays true.
 */
export const readLaw = (): Law => {
  const house = loadHouseEditions()
  const shipped = new Map(house.map((edition) => [edition.standard.edition, edition]))
  const kept = new Map<string, Edition>()
  const get = async (tx: Transaction<Database>, pinned: Pinned): Promise<Edition> => {
    const known = shipped.get(pinned.edition) ?? kept.get(pinned.edition)
    const edition = known ?? (await readPinned(tx, pinned))
    if (edition.standard.id !== pinned.standard)
      throw new Error(`${pinned.edition} is no edition of ${pinned.standard}`)
    if (!shipped.has(pinned.edition)) {
      kept.delete(pinned.edition)
      kept.set(pinned.edition, edition)
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
    }
    return edition
  }
  return {
    calendar: readCalendar(),
    house,
    overlays: loadHouseOverlays(),
    findSize: findHouseSize,
    get,
    evaluate: async (tx, pinned, facts) => evaluate((await get(tx, pinned)).standard, parseFacts(facts)),
  }
}

const readPinned = async (tx: Transaction<Database>, { standard, edition }: Pinned): Promise<Edition> => {
  const row = await tx.selectFrom('pinned_edition').select('documents').where('digest', '=', edition).executeTakeFirst()
  if (!row) throw new Error(`edition ${edition} of ${standard} is neither shipped nor pinned`)
  const read = loadEdition(JSON.parse(row.documents))
  if (read.standard.edition !== edition) throw new Error(`the documents of edition ${edition} are not what was pinned`)
  return read
}
