import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { inventFirms } from '../bench/firms.ts'
import { localAuthorities } from '../regime/jurisdiction/authorities.ts'
import type { Database } from '../server/store/database.ts'
import { inScope } from '../server/store/scope.ts'

// Many invented firms that handed in, put straight into the store: what is done over all of them is tested on these.

export interface PutFirm {
  readonly authority: string
  readonly enterprise: string
  readonly case: string
  readonly facts: { readonly [key: string]: unknown }
}

const INDUSTRIES = ['3562', '3911', '6513', '2710', '0111']
const CHUNK = 500

/** `count` firms over the nineteen authorities, each with one submitted case of the batch. */
export const putPopulation = async (
  db: Kysely<Database>,
  batch: string,
  count: number,
): Promise<readonly PutFirm[]> => {
  const firms = inventFirms(count, 8).map((raw, at): PutFirm => {
    const authority = localAuthorities[at % localAuthorities.length]?.code ?? ''
    const enterprise = { ...(raw.enterprise as object), industry: INDUSTRIES[at % INDUSTRIES.length], authority }
    return { authority, enterprise: randomUUID(), case: randomUUID(), facts: { ...raw, enterprise } }
  })
  for (let from = 0; from < count; from += CHUNK)
    await inScope(db, 'province/410000', async (tx) => {
      const chunk = firms.slice(from, from + CHUNK)
      await tx
        .insertInto('cases')
        .values(
          chunk.map(({ authority, enterprise, case: id, facts }, index) => ({
            authority,
            id,
            enterprise,
            enterprise_name: (facts.enterprise as { name: string }).name,
            uscc: `91${authority}DEM${String(from + index).padStart(7, '0')}`,
            batch,
            tier: 'innovative',
            step: 'review',
            since: '2024-06-01',
            due: null,
            seq: 2,
            state: '{}',
            submission: null,
            score_min: null,
            score_max: null,
            outcome: null,
            opened_at: '2024-06-01T01:00:00.000Z',
          })),
        )
        .execute()
      await tx
        .insertInto('submission')
        .values(chunk.map((firm) => submissionOf(firm, 1, firm.facts, '2024-06-01T02:00:00.000Z')))
        .execute()
    })
  return firms
}

const submissionOf = (firm: PutFirm, round: number, facts: object, at: string) => ({
  authority: firm.authority,
  id: randomUUID(),
  case_id: firm.case,
  enterprise: firm.enterprise,
  round,
  at,
  declared_by: randomUUID(),
  declared_by_name: '李四',
  facts: JSON.stringify(facts),
  sources: '{}',
  evidence: '[]',
  result: '{}',
  eligibility_result: '{}',
  digest: '',
  receipt_number: randomUUID(),
})

/** A firm hands in again, with other facts. */
export const putAgain = (db: Kysely<Database>, firm: PutFirm, facts: object, at: string): Promise<unknown> =>
  inScope(db, 'province/410000', (tx) =>
    tx
      .insertInto('submission')
      .values(submissionOf(firm, 2, facts, at))
      .execute(),
  )
