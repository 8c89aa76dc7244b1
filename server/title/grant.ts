import type { Transaction } from 'kysely'
import type { Day } from '../../regime/kernel/day.ts'
import type { Acting } from '../journal/acting.ts'
import type { Database } from '../store/database.ts'
import { searchForm } from './searchForm.ts'

/** A firm that gets a title; its authority is the one the case stood with. */
export interface NewTitle {
  readonly id: string
  readonly authority: string
  readonly enterprise: string
  readonly name: string
  readonly uscc: string
}

/** What the announcement says of all its titles. */
export interface Grant {
  readonly announcement: string
  readonly tier: string
  readonly documentNumber: string
  readonly validFrom: Day
  readonly validTo: Day
}

const CHUNK = 500

/** Writes the titles an announcement makes (R13.1, 第九、十三条), each a thing of its own (R2.1), in its transaction. */
export const grantTitles = async (
  tx: Transaction<Database>,
  acting: Acting,
  { announcement, tier, documentNumber, validFrom, validTo }: Grant,
  titles: readonly NewTitle[],
): Promise<void> => {
  const rows = titles.map(({ id, authority, enterprise, name, uscc }) => ({
    authority,
    id,
    enterprise,
    name,
    search_name: searchForm(name),
    uscc,
    tier,
    valid_from: validFrom,
    valid_to: validTo,
    document_number: documentNumber,
    announced_on: acting.today,
    announcement,
    status: 'valid' as const,
  }))
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto('title')
      .values(rows.slice(from, from + CHUNK))
      .execute()
}
