import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { editions } from '../../contract/editions.ts'
import { composedDocuments, type EditionDocuments } from '../../regime/evaluation/edition.ts'
import { standardInWords } from '../../regime/evaluation/reading/standard-in-words.ts'
import { type Called, type Claimant, conflictOf, type Reign } from '../../regime/evaluation/succession.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalToHandIn } from '../../regime/procedure/edition.ts'
import { lineOf } from '../../standards/load.ts'
import {
  type CheckedUpload,
  checkUpload,
  type Finding,
  type UploadedFile,
  type UploadedOverlay,
  type UploadedStandard,
} from '../../standards/upload.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import {
  type Entry,
  inForceOf,
  loadEntry,
  overlayDigest,
  overlayHead,
  readCatalogue,
  standardsOf,
} from './catalogue.ts'
import { compareWith, findPredecessor } from './compare.ts'

type Checked = z.input<(typeof editions)['check']['response']>

/** A standard of an upload as one that asks to join those in force. */
export const claimantOf = ({ edition: { standard } }: UploadedStandard): Claimant & Called => ({
  id: standard.id,
  title: standard.definition.title,
  instrument: standard.definition.instrument,
  tier: standard.definition.tier,
  edition: standard.edition,
  from: standard.definition.inForce.from as Day,
  to: standard.definition.inForce.to as Day | null,
})

/** Standards handed in together that begin before `one`, or stand before it among those of one day, as if they were in force. */
const begunBefore = (one: UploadedStandard, read: CheckedUpload['read']): readonly (Reign & Called)[] => {
  const { from } = claimantOf(one)
  return read.flatMap((other, index) => {
    if (other.kind !== 'standard' || other === one) return []
    const sibling = claimantOf(other)
    const before = sibling.from < from || (sibling.from === from && index < read.indexOf(one))
    return before ? [{ ...sibling, effectiveOn: sibling.from }] : []
  })
}

/** Reads an upload against the catalogue; what would leave open which standard applies is a finding at its dates. */
export const readUpload = async (
  files: readonly UploadedFile[],
  catalogue: readonly Entry[],
  law: Law,
): Promise<CheckedUpload> => {
  const standards = standardsOf(inForceOf(catalogue))
  const known = await Promise.all(standards.map((entry) => loadEntry(entry)))
  const checked = checkUpload(files, {
    findTerms: (instrument) => known.find(({ standard }) => standard.id.startsWith(`${instrument}/`))?.documents.terms,
    findSize: (name) => law.findSize(name),
    findBases: (id) => known.filter(({ standard }) => standard.id === id),
  })
  const conflicts = checked.read.flatMap((one): readonly Finding[] => {
    const text = files.find(({ name }) => name === one.file)?.text ?? ''
    const at = (sentence: string, key: string) => [{ file: one.file, line: lineOf(text, [key]), sentence }]
    if (one.kind === 'standard') {
      const conflict = conflictOf(claimantOf(one), [...standards, ...begunBefore(one, checked.read)])
      return conflict === undefined ? [] : at(`${conflict}。`, 'in-force')
    }
    const same = inForceOf(catalogue).some(({ edition }) => edition === overlayDigest(one.document))
    return same ? at(`与已施行的“${one.overlay.title}”（${one.overlay.document}）内容完全相同。`, 'id') : []
  })
  return { ...checked, findings: [...checked.findings, ...conflicts] }
}

/** What the loader says of an upload, and what it would change; nothing is stored (R8.2: checked before use). */
export const checkEdition = async (
  db: Kysely<Database>,
  law: Law,
  actor: Actor,
  today: Day,
  files: readonly UploadedFile[],
): Promise<Checked> => {
  const refusal = refusalToHandIn(actor)
  if (refusal) throw new Refusal(refusal)
  return inScope(db, scopeOf(actor), async (tx) => {
    const catalogue = await readCatalogue(tx, law)
    const { findings, read } = await readUpload(files, catalogue, law)
    const told = []
    for (const one of read) told.push(await toldOf(one, read, catalogue, today))
    return { findings: [...findings], editions: told }
  })
}

const toldOf = async (
  one: UploadedStandard | UploadedOverlay,
  read: readonly (UploadedStandard | UploadedOverlay)[],
  catalogue: readonly Entry[],
  today: Day,
): Promise<Checked['editions'][number]> => {
  if (one.kind === 'standard') {
    const { standard, documents } = one.edition
    const { title, tier } = standard.definition
    const comparison = await compareWith(findPredecessor(claimantOf(one), catalogue), documents, catalogue, today)
    const head = { file: one.file, kind: one.kind, id: standard.id, title, tier, digest: standard.edition }
    return { ...head, words: standardInWords(documents), comparison }
  }
  const { id, title, tier, upon } = overlayHead(one.overlay)
  const base = standardsOf(inForceOf(catalogue)).find((entry) => upon.includes(entry.id))
  const fresh = read.find((other) => other.kind === 'standard' && upon.includes(other.edition.standard.id))
  const own = base
    ? (await loadEntry(base)).documents
    : ((fresh as UploadedStandard).edition.documents satisfies EditionDocuments)
  const documents = { ...own, overlay: one.document }
  const comparison = await compareWith(base, documents, catalogue, today)
  const head = { file: one.file, kind: one.kind, id, title, tier, digest: overlayDigest(one.document) }
  return { ...head, words: standardInWords(composedDocuments(documents)), comparison }
}
