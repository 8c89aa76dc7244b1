import { createHash } from 'node:crypto'
import type { Insertable, Transaction } from 'kysely'
import { canonicalise } from '../../regime/kernel/canonical.ts'
import type { Acting } from '../journal/acting.ts'
import type { Database } from '../store/database.ts'
import type { PublicationTable } from './tables.ts'

/** A firm as it is published; numbered in the order given. */
export interface FirmToPublish {
  readonly id: string
  readonly place: string
  readonly name: string
  readonly uscc: string
}

const CHUNK = 1000

/**
 * Publishes a notice or an announcement with its firms, in the caller's transaction: from the commit on everybody can
 * read it, and it can never be unwritten. Gives the digest over exactly what was published, for the journal.
 */
export const issuePublication = async (
  tx: Transaction<Database>,
  acting: Acting,
  publication: Omit<Insertable<PublicationTable>, 'digest' | 'firms' | 'published_on'>,
  given: readonly FirmToPublish[],
): Promise<string> => {
  const firms = given.map((firm, index) => ({ ...firm, position: index + 1 }))
  const published = { ...publication, published_on: acting.today, firms: firms.length }
  const digest = createHash('sha256').update(canonicalise({ published, firms })).digest('hex')
  await tx
    .insertInto('publication')
    .values({ ...published, digest })
    .execute()
  const rows = firms.map((firm) => ({ ...firm, authority: publication.authority, publication: publication.id }))
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto('publication_entry')
      .values(rows.slice(from, from + CHUNK))
      .execute()
  return digest
}
