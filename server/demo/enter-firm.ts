import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { FactSource } from '../../regime/profile/field.ts'
import { takeApart } from '../../regime/profile/take-apart.ts'
import { decideClaim } from '../enterprise/claim/decide.ts'
import { openClaim } from '../enterprise/claim/open.ts'
import { submitClaim } from '../enterprise/claim/submit.ts'
import { enterFacts } from '../enterprise/profile/enter-facts.ts'
import { registerEnterprise } from '../enterprise/register.ts'
import { inspect } from '../evidence/inspect.ts'
import type { EvidenceStore } from '../evidence/store.ts'
import type { OwnerKind } from '../evidence/tables.ts'
import type { Database } from '../store/database.ts'
import { inScope, type Scope } from '../store/scope.ts'
import { demoActing, demoId } from './acting.ts'
import type { DemoFirm } from './firms.ts'
import { demoPaper } from './paper.ts'
import { demoOfficer, demoOwner } from './people.ts'

/** An entered firm: where it is, and its person as an actor. */
export interface EnteredFirm {
  readonly firm: DemoFirm
  readonly enterprise: string
  readonly actor: Extract<Actor, { kind: 'firm' }>
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

interface Paper {
  readonly kind: OwnerKind
  readonly owner: string
  readonly name: string
  readonly lines: readonly string[]
  readonly by: string
  readonly at: string
  readonly scope: Scope
}

/** Puts an invented paper into the store and on record, as an upload would; gives its id. */
const enterPaper = async (
  db: Kysely<Database>,
  store: EvidenceStore,
  firm: DemoFirm,
  { kind, owner, name, lines, by, at, scope }: Paper,
): Promise<string> => {
  const id = demoId(`paper ${firm.uscc} ${owner} ${name}`)
  const bytes = demoPaper(name, [firm.name, `统一社会信用代码 ${firm.uscc}`, ...lines])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await store.discard(id)
  await store.append(id, 0, bytes.length, once(bytes))
  await store.keep(id, sha256, inspect)
  await store.discard(id)
  await inScope(db, scope, (tx) =>
    tx
      .insertInto('evidence')
      .values({
        authority: firm.authority,
        id,
        owner_kind: kind,
        owner,
        sha256,
        media_type: 'application/pdf',
        bytes: bytes.length,
        width: null,
        height: null,
        name: `${name}.pdf`,
        uploaded_by: by,
        uploaded_by_name: demoOwner(firm.index).name,
        uploaded_at: at,
      })
      .onConflict((conflict) => conflict.columns(['authority', 'id']).doNothing())
      .execute(),
  )
  return id
}

/**
 * Registers a firm, lets its person claim it with papers and, unless `waiting`, the authority's handler confirm it, and
 * enters its profile with evidence. Entering it again changes nothing.
 */
export const enterFirm = async (
  db: Kysely<Database>,
  store: EvidenceStore,
  firm: DemoFirm,
  { waiting }: { readonly waiting: boolean },
): Promise<EnteredFirm> => {
  const { authority, uscc, name } = firm
  const owner = demoOwner(firm.index)
  const person: Actor = { kind: 'person', person: owner.id }
  const day = waiting ? '2026-08-31' : '2026-07-13'
  const act = (what: string, actor: Actor = person) => demoActing(actor, day, `${what} ${uscc}`)
  const { enterprise } = await registerEnterprise(db, act('register'), { uscc, authority, name })
  const { claim } = await openClaim(db, act('claim'), { authority, enterprise })
  const at = act('paper').now
  const paper = (title: string, line: string) =>
    enterPaper(db, store, firm, {
      kind: 'claim',
      owner: claim,
      name: title,
      lines: [line],
      by: owner.id,
      at,
      scope: `person/${owner.id}`,
    })
  const licence = await paper('营业执照', '法定代表人 演示法人')
  const letter = await paper('授权委托书', `委托 ${owner.name} 办理申报事宜`)
  await submitClaim(db, act('submit claim'), {
    authority,
    claim,
    personName: owner.name,
    position: '行政主管',
    phone: '13800000000',
    statement: '受本企业委托办理申报。',
    licence: [licence],
    letter: [letter],
  })
  if (!waiting)
    await decideClaim(db, act('confirm claim', demoOfficer(authority, 'jingban')), {
      claim,
      baseSeq: 1,
      outcome: 'owner',
      reasons: [],
    })
  const actor = { kind: 'firm', person: owner.id, enterprise, authority, role: 'owner' } as const
  await enterProfile(db, store, firm, actor, at)
  return { firm, enterprise, actor }
}

const year = (firm: DemoFirm, at: number) => (firm.facts.years as Record<string, string>[])[at] ?? {}

/** Enters the profile with audit reports for the years and certificates for the rights; every seventh firm has none. */
const enterProfile = async (
  db: Kysely<Database>,
  store: EvidenceStore,
  firm: DemoFirm,
  actor: EnteredFirm['actor'],
  at: string,
): Promise<void> => {
  const { authority, enterprise, person } = actor
  const scope: Scope = `enterprise/${authority}/${enterprise}`
  const paper = (name: string, lines: readonly string[]) =>
    enterPaper(db, store, firm, { kind: 'enterprise', owner: enterprise, name, lines, by: person, at, scope })
  const provenance: Record<string, { source: FactSource; evidence: string[] }> = {}
  for (const [index, of] of [2023, 2024, 2025].entries()) {
    const { revenue, mainRevenue, rdExpense, totalAssets, totalLiabilities } = year(firm, index)
    const id = await paper(`${of}年度审计报告`, [
      `营业收入 ${revenue} 万元，其中主营业务收入 ${mainRevenue} 万元`,
      `研发费用 ${rdExpense} 万元`,
      `资产总额 ${totalAssets} 万元，负债总额 ${totalLiabilities} 万元`,
    ])
    provenance[`/years/${of}`] = { source: 'audited', evidence: [id] }
  }
  const facts = { ...firm.facts, about: firm.about }
  const acting = () => demoActing(actor, at.slice(0, 10), `profile ${firm.uscc}`)
  if (firm.index % 7 !== 3) {
    // The same label gives the same ids, so the entries' places are known before they are made.
    const rights = takeApart(facts, acting().newId).filter(({ path }) => /^\/intellectualProperty\/[^/]+$/.test(path))
    for (const [index, { path }] of rights.entries()) {
      const id = await paper(`知识产权证书${index + 1}`, ['演示专利证书', '权利人为本企业'])
      provenance[path] = { source: 'certificate', evidence: [id] }
    }
  }
  await enterFacts(db, acting(), { facts, provenance })
}
