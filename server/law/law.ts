import type { Transaction } from 'kysely'
import type { Calendar } from '../../regime/calendar/calendar.ts'
import type { Edition } from '../../regime/evaluation/edition.ts'
import type { Result } from '../../regime/evaluation/result.ts'
import type { OverlayDocument } from '../../standards/load.ts'
import type { Database } from '../store/database.ts'

/** A standard as a batch pins it: its id and the digest of the edition (R8.1). */
export interface Pinned {
  readonly standard: string
  readonly edition: string
}

/**
 * The law as data, handed to every verb that needs it. Which edition applies is never the law's choice: a case is
 * evaluated under the one its batch pins, and whoever evaluates says which.
 */
export interface Law {
  readonly calendar: Calendar
  /** The editions the program ships, in the order of their files. */
  readonly house: readonly Edition[]
  /** The notices' own conditions the program ships. */
  readonly overlays: readonly OverlayDocument[]
  /** Size rules by the name terms give them, e.g. sme-size-2011-300. */
  readonly findSize: (name: string) => unknown
  /** An edition by its digest, with its documents: of the house, or pinned by a batch. Throws where nobody knows it. */
  readonly get: (tx: Transaction<Database>, pinned: Pinned) => Promise<Edition>
  /** Evaluates facts of the contract's form under a pinned edition; explained. */
  readonly evaluate: (
    tx: Transaction<Database>,
    pinned: Pinned,
    facts: Readonly<Record<string, unknown>>,
  ) => Promise<Result>
}

/** The house's edition of a standard; throws where it ships none. */
export const getHouseEdition = ({ house }: Pick<Law, 'house'>, id: string): Edition => {
  const edition = house.find(({ standard }) => standard.id === id)
  if (!edition) throw new Error(`there is no standard ${id}`)
  return edition
}

/** The pin of an edition. */
export const pinOf = ({ standard }: Edition): Pinned => ({ standard: standard.id, edition: standard.edition })

/** What a batch pins its tier's standard to. */
export const standardOf = (batch: Pinned): Pinned => ({ standard: batch.standard, edition: batch.edition })

/** What a batch pins the conditions of 第三条 to. */
export const eligibilityOf = (batch: {
  readonly eligibility: string
  readonly eligibility_edition: string
}): Pinned => ({ standard: batch.eligibility, edition: batch.eligibility_edition })
