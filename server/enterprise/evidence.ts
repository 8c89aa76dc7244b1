import { type Selectable, sql, type Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'

/** A piece of evidence as lists show it. */
export interface EvidenceItem {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}

type Row = Selectable<Database['evidence']>

const itemOf = (row: Pick<Row, 'id' | 'name' | 'media_type' | 'bytes' | 'sha256'>): EvidenceItem => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
})

/** The pieces of evidence with these ids at an authority, as far as the transaction's scope may see them. */
export const readEvidence = async (
  tx: Transaction<Database>,
  authority: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EvidenceItem>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('evidence')
    .select(['id', 'name', 'media_type', 'bytes', 'sha256'])
    .where('authority', '=', authority)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, itemOf(row)]))
}

/** Refuses (`evidence.not-found`) unless every id is evidence of this owner: nobody refers to another's papers. */
export const demandEvidence = async (
  tx: Transaction<Database>,
  { kind, authority, owner }: { kind: Row['owner_kind']; authority: string; owner: string },
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return
  const wanted = [...new Set(ids)]
  const { count } = await tx
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('authority', '=', authority)
    .where('owner_kind', '=', kind)
    .where('owner', '=', owner)
    .where('id', '=', sql<string>`any(${wanted}::uuid[])`)
    .executeTakeFirstOrThrow()
  if (Number(count) !== wanted.length) throw new Refusal('evidence.not-found')
}
