import type { Kysely } from 'kysely'
import { localAuthorities, PROVINCE, province } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import type { Step } from '../../regime/procedure/steps.ts'
import { openBatch } from '../batch/open.ts'
import { proposeBatch } from '../batch/propose.ts'
import type { EvidenceStore } from '../evidence/store.ts'
import { createAccount } from '../identity/createAccount.ts'
import { hashPassword } from '../identity/password.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { StartRefusal } from '../store/start-refusal.ts'
import { demoActing, demoId } from './acting.ts'
import { enterEdition } from './edition.ts'
import { type EnteredFirm, enterFirm } from './enter-firm.ts'
import { demoFirms, demoPlaces } from './firms.ts'
import { playLists } from './lists.ts'
import { DEMO_PASSWORD, demoAdministrators, demoOfficer, demoOfficers, demoOwner } from './people.ts'
import { apply, reviewAndVisit } from './review.ts'
import type { Road } from './road.ts'

/** The day on which the demo's visitors arrive. */
export const DEMO_DAY = '2026-09-01' as Day

/** Where the demo's sixty firms stand, in the order of the firms: every step of the road has somebody waiting. */
const targets: readonly (Step | undefined)[] = [
  // 洛阳, 26 firms; the first has the longest name.
  ...(['review', 'review', 'review', 'review', 'review-approval', 'review-approval', 'correction'] as const),
  ...(['visit', 'visit', 'visit-conclusion', 'visit-approval', 'notice-ready', 'notice-ready'] as const),
  ...(['notice-approval', 'notice', 'notice', 'notice', 'filing-ready', 'filing-approval', 'filed'] as const),
  ...(['announced', 'announced', 'draft', 'rejected', 'withdrawn', undefined] as const),
  // 郑州, 16
  ...(['review', 'spot-check', 'visit', 'spot-check', 'notice', 'notice', 'spot-check', 'filed'] as const),
  ...(['spot-check-approval', 'spot-check-approval', 'province-notice', 'province-notice'] as const),
  ...(['announcement-ready', 'announced', 'announced', 'draft'] as const),
  // 南阳, 10
  ...(['review', 'correction', 'visit', 'notice', 'filed', 'province-notice-approval', 'province-notice'] as const),
  ...(['announcement-approval', 'announced', undefined] as const),
  // 航空港, 8
  ...(['review', 'visit-approval', 'notice-approval', 'filing-approval', 'province-notice'] as const),
  ...(['announced', 'draft', undefined] as const),
]

/** Firms whose person's claim still waits for the authority. */
const waitingClaims = new Set([25, 59])

export interface DemoHouse {
  readonly db: Kysely<Database>
  readonly evidence: EvidenceStore
  readonly law: Law
  /** The machine's instant: what accounts and the demo's clock start with. */
  readonly wall: string
}

/** True when the demo was entered to its end: its clock is set last. */
export const isSeeded = async (db: Kysely<Database>): Promise<boolean> =>
  (await db.selectFrom('demo_clock').select('id').executeTakeFirst()) !== undefined

/** True when somebody real has an account: then nothing invented is put beside them. */
const isInUse = (db: Kysely<Database>): Promise<boolean> =>
  inScope(db, 'identity', async (tx) => {
    const real = await tx.selectFrom('account').select('id').where('demo', '=', false).executeTakeFirst()
    return real !== undefined
  })

/**
 * Enters the demo province through the same verbs that people use: accounts, firms with profiles and papers, one open
 * batch, cases at every step. Every key and id follows from what is entered, so that a start broken off goes on where
 * it stopped and enters nothing twice. `told` hears how far it is.
 */
export const seedDemo = async (house: DemoHouse, told: (line: string) => void): Promise<void> => {
  if (await isSeeded(house.db)) return
  if (await isInUse(house.db))
    throw new StartRefusal(
      '这个数据库里有正式账号，不能以演示模式打开。请用 --production 启动，或换一个空的数据库或数据目录（TIDU_DATA）。',
    )
  told('正在建立演示数据：主管部门、人员……')
  await enterPeople(house)
  const road = await enterBatch(house)
  await enterEdition(house.db, house.law)
  told('正在建立演示数据：60 家虚构企业……')
  const entered: EnteredFirm[] = []
  for (const firm of demoFirms) {
    entered.push(await enterFirm(house.db, house.evidence, firm, { waiting: waitingClaims.has(firm.index) }))
  }
  told('正在建立演示数据：各环节的申报……')
  const travellers = []
  for (const [index, firm] of entered.entries()) {
    const target = targets[index]
    if (target) travellers.push(await apply(road, firm, target))
  }
  for (const one of travellers) await reviewAndVisit(road, one)
  await playLists(
    road,
    demoPlaces.map(([authority]) => authority),
    travellers,
  )
  await house.db
    .insertInto('demo_clock')
    .values({ id: 1, started_at: house.wall, origin: DEMO_DAY, advanced_days: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

const enterPeople = async ({ db, wall }: DemoHouse): Promise<void> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const { newId, random } = demoActing({ kind: 'public' }, DEMO_DAY, 'accounts')
  const create = (account: Parameters<typeof createAccount>[2]) =>
    inScope(db, 'identity', (tx) => createAccount(tx, { wall, newId, random }, account))
  for (const { id, login, name, authority, roles } of demoOfficers) {
    await create({
      id,
      login,
      name,
      passwordHash,
      officer: { authority, roles },
      demo: true,
      key: demoId(`account ${login}`),
      by: null,
    })
  }
  for (const { id, login, name, administrator } of demoAdministrators) {
    await create({
      id,
      login,
      name,
      passwordHash,
      administrator,
      demo: true,
      key: demoId(`account ${login}`),
      by: null,
    })
  }
  for (const { index } of demoFirms) {
    const { id, login, name } = demoOwner(index)
    await create({ id, login, name, passwordHash, demo: true, key: demoId(`account ${login}`) })
  }
  await inScope(db, `province/${PROVINCE}`, (tx) =>
    tx
      .insertInto('authority_contact')
      .values(
        [province, ...localAuthorities].map(({ code, place }, index) => ({
          authority: code,
          phone: `0000-${String(1000000 + index)}`,
          address: `${place}演示路 1 号（虚构）`,
        })),
      )
      .onConflict((conflict) => conflict.column('authority').doNothing())
      .execute(),
  )
}

const enterBatch = async ({ db, law }: DemoHouse): Promise<Road> => {
  const handler = demoOfficer(PROVINCE, 'jingban')
  const { id } = await proposeBatch(db, law, demoActing(handler, '2026-07-27', 'propose batch'), {
    documentNumber: '演示函〔2026〕12号',
    title: '2026 年度第二批创新型中小企业评价（演示）',
    tier: 'innovative',
    opensOn: '2026-08-03' as Day,
    closesOn: '2026-09-18' as Day,
    localDueOn: '2026-10-30' as Day,
    provinceDueOn: '2026-11-27' as Day,
    correctionWorkdays: 5,
    noticeBasis: 'workday',
    noticeDays: 5,
    overlay: [
      {
        id: 'not-yet-titled',
        text: '未被认定为有效期内的专精特新中小企业、专精特新“小巨人”企业',
        article: '演示函〔2026〕12号',
      },
    ],
    validFrom: '2026-09-01' as Day,
    validTo: '2029-08-31' as Day,
  })
  await openBatch(db, law, demoActing(demoOfficer(PROVINCE, 'shenpi'), '2026-07-28', 'open batch'), id)
  return { db, law, batch: id }
}
