import { sql, type Transaction } from 'kysely'
import { localAuthorities, PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { CaseAddress } from '../case/load.ts'
import { performActs } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { tell } from '../journal/tell.ts'
import type { Database } from '../store/database.ts'
import { listAct } from './act.ts'
import { getOfficer, getSigner } from './officer.ts'
import type { ListKind, TermsOf } from './tables.ts'

/** A list as its handler hands it up. */
export interface ListProposal<K extends ListKind> {
  readonly kind: K
  readonly batch: string
  readonly title: string
  readonly terms: TermsOf[K]
  readonly cases: readonly CaseAddress[]
}

const CHUNK = 500
const placeOrder = new Map<string, number>(localAuthorities.map(({ code }, index) => [code, index]))

/**
 * A handler puts cases on a list and hands it to the approver, in the caller's transaction. All cases of one batch, in
 * the order of place and name. Refuses cases of another batch (`list.other-batch`) and whatever the procedure refuses.
 */
export const proposeList = async <K extends ListKind>(
  tx: Transaction<Database>,
  acting: Acting,
  { kind, batch, title, terms, cases }: ListProposal<K>,
): Promise<{ id: string; firms: number }> => {
  const { authority, person } = getOfficer(acting.actor)
  if (authority !== PROVINCE && cases.some((one) => one.authority !== authority))
    throw new Refusal('act.not-your-jurisdiction')
  const id = acting.newId()
  const addresses = [...new Map(cases.map((address) => [address.id, address])).values()]
  const act = listAct(kind, authority, 'list')
  await performActs(
    tx,
    acting,
    addresses.map((address) => ({ ...address, act, payload: { list: id } })),
  )
  const rows = await readCases(tx, addresses)
  const stranger = rows.find((row) => row.batch !== batch)
  if (stranger) throw new Refusal('list.other-batch', { enterprise: stranger.enterprise_name })
  const by = await getSigner(tx, person)
  await tx
    .insertInto('list')
    .values({
      authority,
      id,
      kind,
      batch,
      tier: rows[0]?.tier ?? 'innovative',
      title,
      terms: JSON.stringify(terms),
      status: 'waiting',
      seq: 1,
      prepared_by: person,
      prepared_by_name: by,
      prepared_at: acting.now,
    })
    .execute()
  const entries = rows.map((row, index) => ({
    authority,
    list: id,
    id: acting.newId(),
    position: index + 1,
    case_authority: row.authority,
    case_id: row.id,
    enterprise: row.enterprise,
    name: row.enterprise_name,
    uscc: row.uscc,
    status: 'listed' as const,
  }))
  for (let from = 0; from < entries.length; from += CHUNK)
    await tx
      .insertInto('list_entry')
      .values(entries.slice(from, from + CHUNK))
      .execute()
  const firms = entries.length
  await appendActs(tx, acting, [
    {
      authority,
      subjectKind: kind,
      subject: id,
      subjectSeq: 1,
      act: 'list.propose',
      payload: { title, batch, terms, firms },
    },
  ])
  await tell(tx, acting, [
    {
      authority,
      role: 'approver',
      subjectKind: kind,
      subject: id,
      topic: 'list.waiting',
      payload: { title, firms, by },
    },
  ])
  return { id, firms }
}

/** The cases with what a list says of them, by place in the order of the codes, then by name. */
const readCases = async (tx: Transaction<Database>, addresses: readonly CaseAddress[]) => {
  const rows = []
  for (const authority of new Set(addresses.map((address) => address.authority))) {
    const ids = addresses.filter((address) => address.authority === authority).map(({ id }) => id)
    rows.push(
      ...(await tx
        .selectFrom('cases')
        .select(['authority', 'id', 'enterprise', 'enterprise_name', 'uscc', 'batch', 'tier'])
        .where('authority', '=', authority)
        .where('id', '=', sql<string>`any(${ids}::uuid[])`)
        .execute()),
    )
  }
  const place = (authority: string) => placeOrder.get(authority) ?? localAuthorities.length
  const order = new Intl.Collator('zh-CN')
  return rows.sort(
    (a, b) =>
      place(a.authority) - place(b.authority) ||
      order.compare(a.enterprise_name, b.enterprise_name) ||
      (a.id < b.id ? -1 : 1),
  )
}
