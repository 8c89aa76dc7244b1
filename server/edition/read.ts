import type { Kysely, Selectable, Transaction } from 'kysely'
import type { z } from 'zod'
import type { EditionSummary, editions } from '../../contract/editions.ts'
import { type EditionDocuments, loadEdition } from '../../regime/evaluation/edition.ts'
import { standardInWords } from '../../regime/evaluation/reading/standard-in-words.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { officeName } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { availableEditionActs, refusalToHandIn } from '../../regime/procedure/edition.ts'
import { readHouseTexts } from '../../standards/load.ts'
import { readNames } from '../case/record.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { type Entry, inForceOf, loadEntry, readCatalogue, standardsOf } from './catalogue.ts'
import { compareWith, findPredecessor } from './compare.ts'
import { viewOf } from './lock.ts'
import { summaryOf } from './present.ts'
import type { EditionTable } from './tables.ts'
import { editionActWords } from './words.ts'

type Detail = z.input<(typeof editions)['get']['response']>

/** All editions this actor may see. */
export const listEditions = (db: Kysely<Database>, law: Law, actor: Actor, today: Day) =>
  inScope(db, scopeOf(actor), async (tx) => {
    const catalogue = await readCatalogue(tx, law)
    return {
      editions: catalogue.map((entry) => summaryOf(entry, catalogue, today)),
      mayHandIn: refusalToHandIn(actor) === undefined,
      toDecide: await countToDecide(tx, actor),
    }
  })

/** How many wait for this person's decision (第七条: what one handed in oneself is another's to decide). */
const countToDecide = async (tx: Transaction<Database>, actor: Actor): Promise<number> => {
  const rows = await tx
    .selectFrom('edition')
    .select(['status', 'proposed_by', 'valid_from'])
    .where('status', '=', 'proposed')
    .execute()
  return rows.filter((row) => availableEditionActs(actor, viewOf(row)).includes('enforce')).length
}

/** An entry of the catalogue by its key; refused where there is none this transaction may see. */
export const getEntry = (catalogue: readonly Entry[], key: string): Entry => {
  const entry = catalogue.find((one) => one.key === key)
  if (!entry) throw new Refusal('edition.not-found')
  return entry
}

/** The summary of an entry. */
export const getSummary = async (
  tx: Transaction<Database>,
  law: Law,
  key: string,
  today: Day,
): Promise<EditionSummary> => {
  const catalogue = await readCatalogue(tx, law)
  return summaryOf(getEntry(catalogue, key), catalogue, today)
}

/** One edition whole: read out, compared with what it follows, its files and what was done with it. */
export const editionDetail = (db: Kysely<Database>, law: Law, actor: Actor, today: Day, key: string): Promise<Detail> =>
  inScope(db, scopeOf(actor), async (tx) => {
    const catalogue = await readCatalogue(tx, law)
    const entry = getEntry(catalogue, key)
    const row = entry.house
      ? undefined
      : await tx.selectFrom('edition').selectAll().where('id', '=', key).executeTakeFirstOrThrow()
    return {
      edition: summaryOf(entry, catalogue, today),
      readings: await readingsOf(entry, catalogue, today),
      files: row ? JSON.parse(row.texts) : houseFiles(entry),
      note: row?.note ?? null,
      reasons: row?.reasons ?? null,
      acts: row ? await actsOf(tx, row) : [],
      seq: row?.seq ?? 0,
      available: row ? [...availableEditionActs(actor, viewOf(row))] : [],
      earliest: entry.from > today ? entry.from : today,
    }
  })

/** The house's own files of an entry, to begin a new edition from. */
const houseFiles = ({ id, kind }: Entry): { name: string; text: string }[] => {
  const terms = kind === 'standard' ? [`${id.split('/')[0]}/terms.yaml`] : []
  const texts = readHouseTexts()
  return [`${id}.yaml`, ...terms].flatMap((name) => (texts[name] === undefined ? [] : [{ name, text: texts[name] }]))
}

/** Standards of an id to put an overlay upon: those in force, or, where none is yet, those that wait as it does. */
const basesOf = (id: string, catalogue: readonly Entry[]): readonly Entry[] => {
  const own = standardsOf(catalogue).filter((entry) => entry.id === id)
  const inForce = inForceOf(own)
  return inForce.length > 0 ? inForce : own.filter(({ status }) => status === 'proposed')
}

/** A standard by itself against what it follows; an overlay upon every standard it is for, against that standard. */
const readingsOf = async (entry: Entry, catalogue: readonly Entry[], today: Day): Promise<Detail['readings']> => {
  if (entry.kind === 'standard') {
    const { documents } = await loadEntry(entry)
    const comparison = await compareWith(findPredecessor(entry, catalogue), documents, catalogue, today)
    return [{ upon: null, words: standardInWords(documents), comparison }]
  }
  const bases = entry.upon.flatMap((id) => basesOf(id, catalogue))
  const readings = []
  for (const base of bases) {
    const documents: EditionDocuments = {
      ...((await base.documents()) as EditionDocuments),
      overlay: await entry.documents(),
    }
    readings.push({
      upon: summaryOf(base, catalogue, today),
      words: standardInWords(loadEdition(documents).documents),
      comparison: await compareWith(base, documents, catalogue, today),
    })
  }
  return readings
}

/** Two standards of the catalogue compared, whichever they are. */
export const compareEditions = (
  db: Kysely<Database>,
  law: Law,
  actor: Actor,
  today: Day,
  keys: { readonly edition: string; readonly with: string },
) =>
  inScope(db, scopeOf(actor), async (tx) => {
    const catalogue = await readCatalogue(tx, law)
    const later = getEntry(catalogue, keys.edition)
    const earlier = getEntry(catalogue, keys.with)
    if (later.kind !== 'standard' || earlier.kind !== 'standard') throw new Refusal('edition.not-found')
    const { documents } = await loadEntry(later)
    return {
      edition: summaryOf(later, catalogue, today),
      comparison: await compareWith(earlier, documents, catalogue, today),
    }
  })

const actsOf = async (tx: Transaction<Database>, { id }: Selectable<EditionTable>): Promise<Detail['acts']> => {
  const rows = await tx
    .selectFrom('act')
    .select(['act', 'person', 'office', 'at', 'payload'])
    .where('subject', '=', id)
    .orderBy('subject_seq')
    .execute()
  const names = await readNames(
    tx,
    rows.map(({ person }) => person ?? undefined),
  )
  return rows.map(({ act, person, office, at, payload }) => ({
    ...editionActWords(act, payload),
    at: at.toISOString(),
    by: `${office ? officeName(office) : ''} ${person ? (names.get(person) ?? '') : ''}`.trim(),
  }))
}
