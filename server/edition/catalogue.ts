import type { Selectable, Transaction } from 'kysely'
import type { EditionSummary } from '../../contract/editions.ts'
import { type Edition, type EditionDocuments, loadEdition } from '../../regime/evaluation/edition.ts'
import { type Overlay, readOverlay } from '../../regime/evaluation/overlay/read-overlay.ts'
import type { Reign } from '../../regime/evaluation/succession.ts'
import { canonicalise } from '../../regime/kernel/canonical.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { digest } from '../../regime/kernel/sha256.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import type { EditionTable } from './tables.ts'

/** Anything of the catalogue: of the house or handed in, standard or overlay; its documents are read when asked for. */
export interface Entry extends Reign {
  readonly key: string
  readonly kind: 'standard' | 'overlay'
  readonly tier: EditionSummary['tier']
  readonly title: string
  readonly instrument: string
  readonly upon: readonly string[]
  readonly status: EditionSummary['status']
  readonly house: boolean
  /** Reads its documents: of a standard with its terms, of an overlay the one document. */
  readonly documents: () => Promise<unknown>
}

/** The digest of an overlay by itself; upon a standard it has another, with that standard's documents. */
export const overlayDigest = (document: unknown): string => digest(canonicalise(document))

const hexOf = (edition: string): string => edition.slice('sha256:'.length)

/** What the program ships, as entries of the catalogue. */
export const houseEntries = ({ house, overlays }: Law): readonly Entry[] => [
  ...house.map(({ standard: { id, edition, definition }, documents }): Entry => {
    const { tier, title, instrument, inForce } = definition
    const from = inForce.from as Day
    return {
      key: hexOf(edition),
      kind: 'standard',
      id,
      tier,
      title,
      instrument,
      edition,
      upon: [],
      from,
      to: inForce.to as Day | null,
      effectiveOn: from,
      status: 'in-force',
      house: true,
      documents: async () => documents,
    }
  }),
  ...overlays.map(({ overlay, document }): Entry => {
    const edition = overlayDigest(document)
    return {
      key: hexOf(edition),
      kind: 'overlay',
      ...overlayHead(overlay),
      edition,
      effectiveOn: overlay.inForce.from as Day,
      status: 'in-force',
      house: true,
      documents: async () => document,
    }
  }),
]

/** What an overlay says of itself, as an entry has it. */
export const overlayHead = ({ id, title, of, document, inForce }: Overlay) => ({
  id,
  tier: 'overlay' as const,
  title,
  instrument: document,
  upon: of,
  from: inForce.from as Day,
  to: inForce.to as Day | null,
})

const heads = [
  'id',
  'kind',
  'document_id',
  'tier',
  'title',
  'instrument',
  'digest',
  'upon',
  'valid_from',
  'valid_to',
  'status',
  'effective_on',
] as const

type Head = Pick<Selectable<EditionTable>, (typeof heads)[number]>

const entryOf = (tx: Transaction<Database>, row: Head): Entry => ({
  key: row.id,
  kind: row.kind,
  id: row.document_id,
  tier: row.tier,
  title: row.title,
  instrument: row.instrument,
  edition: row.digest,
  upon: row.upon,
  from: row.valid_from as Day,
  to: row.valid_to as Day | null,
  // One that is not in force has no day yet; nothing asks which batches may choose it.
  effectiveOn: (row.effective_on ?? '9999-12-31') as Day,
  status: row.status,
  house: false,
  documents: async () => {
    const { documents } = await tx
      .selectFrom('edition')
      .select('documents')
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    return JSON.parse(documents)
  },
})

/** Everything this transaction may see: what the house ships, then what was handed in, the newest first. */
export const readCatalogue = async (tx: Transaction<Database>, law: Law): Promise<readonly Entry[]> => {
  const rows = await tx.selectFrom('edition').select(heads).orderBy('proposed_at', 'desc').orderBy('id').execute()
  return [...rows.map((row) => entryOf(tx, row)), ...houseEntries(law)]
}

/** What is in force of it, standards and overlays. */
export const inForceOf = (catalogue: readonly Entry[]): readonly Entry[] =>
  catalogue.filter(({ status }) => status === 'in-force')

/** The standards among them. */
export const standardsOf = (catalogue: readonly Entry[]): readonly Entry[] =>
  catalogue.filter(({ kind }) => kind === 'standard')

/** The edition of a standard's entry, upon which an overlay's document is put where one is given. */
export const loadEntry = async (entry: Entry, overlay?: Entry): Promise<Edition> => {
  const documents = (await entry.documents()) as EditionDocuments
  return loadEdition(overlay ? { ...documents, overlay: await overlay.documents() } : documents)
}

/** The overlay of an overlay's entry. */
export const loadOverlay = async (entry: Entry): Promise<Overlay> => readOverlay(await entry.documents())
