import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, OfficerRole } from '../jurisdiction/actor.ts'
import { localAuthorities, PROVINCE } from '../jurisdiction/authorities.ts'
import { addDays, type Day, parseDay } from '../kernel/day.ts'
import { refusals } from '../kernel/errors.ts'
import { availableActs, type CaseView, refusalOf } from './available.ts'
import { dueOf } from './due.ts'
import { applyAct, findRow, fold } from './fold.ts'
import type { ActName, Payloads, RecordedAct } from './payloads.ts'
import type { CaseState } from './state.ts'
import { isFinal, type Step, stepEntry, stepNames } from './steps.ts'
import { tierOne } from './tier-one.ts'

const LUOYANG = '410300'
const FIRM = 'firm-1'
const OPENS = parseDay('2026-08-01')
const CLOSES = parseDay('2026-09-10')
const DATES = { opensOn: OPENS, closesOn: CLOSES, localDueOn: addDays(CLOSES, 40), provinceDueOn: addDays(CLOSES, 80) }

const officer = (person: string, authority: string, ...roles: OfficerRole[]): Actor =>
  ({ kind: 'officer', person, authority, roles }) as Actor

/** Everybody who might try something: right and wrong posts, right and wrong places. */
const cast: readonly Actor[] = [
  { kind: 'public' },
  { kind: 'clock' },
  { kind: 'person', person: 'somebody' },
  { kind: 'firm', person: 'boss', enterprise: FIRM, authority: LUOYANG, role: 'owner' },
  { kind: 'firm', person: 'rival', enterprise: 'firm-2', authority: LUOYANG, role: 'owner' },
  officer('h1', LUOYANG, 'handler'),
  officer('h2', LUOYANG, 'handler', 'verifier'),
  officer('a1', LUOYANG, 'approver'),
  officer('both', LUOYANG, 'handler', 'approver', 'verifier'),
  officer('v1', LUOYANG, 'verifier'),
  officer('v2', LUOYANG, 'verifier'),
  officer('leader', LUOYANG, 'leader'),
  officer('zz-all', '410100', 'handler', 'approver', 'verifier'),
  officer('ph', PROVINCE, 'handler'),
  officer('pa', PROVINCE, 'approver'),
  officer('pboth', PROVINCE, 'handler', 'approver', 'verifier'),
  { kind: 'administrator', person: 'root', office: 'system' },
]

const reasons = [{ code: 'evidence-missing', text: '缺少审计报告' }]
const findings = { findings: [], conclusion: '属实' }
const lists = fc.constantFrom('list-1', 'list-2')
const objections = fc.constantFrom('objection-1', 'objection-2')
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(OPENS, days))

const payloads: { [A in ActName]: fc.Arbitrary<Payloads[A]> } = {
  'application.open': fc.constant({ batch: 'batch' }),
  'application.submit': fc.constant({ submission: 'submission', digest: 'digest', receipt: 'receipt' }),
  'application.withdraw': fc.constant({}),
  'application.lapse': fc.constant({}),
  'review.accept': fc.constant({}),
  'review.reject': fc.constant({ reasons, article: '第九条' }),
  'review.return': day.map((due) => ({ reasons, due })),
  'review.confirm': fc.constant({}),
  'review.send-back': fc.constant({ note: '请再核' }),
  'correction.overdue': fc.constant({}),
  'visit.schedule': fc
    .tuple(day, fc.constantFrom(['v1', 'v2'], ['v1', 'v1'], ['h2', 'both']))
    .map(([on, verifiers]) => ({
      on,
      verifiers: verifiers as unknown as readonly [string, string],
    })),
  'visit.sign': fc.constantFrom('digest-1', 'digest-2').map((digest) => ({ ...findings, digest })),
  'visit.accept': fc.constant({}),
  'visit.reject': fc.constant({ reasons, article: '第九条' }),
  'visit.return': day.map((due) => ({ reasons, due })),
  'visit.repeat': fc.constant({ note: '重新核查' }),
  'visit.confirm': fc.constant({}),
  'visit.send-back': fc.constant({ note: '请再核' }),
  'notice.list': lists.map((list) => ({ list })),
  'notice.unlist': lists.map((list) => ({ list, note: '移出' })),
  'notice.publish': fc.tuple(lists, day).map(([list, from]) => ({ list, from, to: addDays(from, 4) })),
  'notice.end': lists.map((list) => ({ list })),
  'filing.list': lists.map((list) => ({ list })),
  'filing.unlist': lists.map((list) => ({ list, note: '移出' })),
  'filing.file': lists.map((list) => ({ list, declaration: '审核及核查真实' })),
  'draw.take': fc.boolean().map((drawn) => ({ draw: 'draw', drawn })),
  'spot-check.accept': day.map((on) => ({ on, by: ['ph'], findings: '属实' })),
  'spot-check.reject': day.map((on) => ({ on, by: ['ph'], findings: '不符', reasons, article: '第九条' })),
  'spot-check.confirm': fc.constant({}),
  'spot-check.send-back': fc.constant({ note: '请再核' }),
  'province-notice.list': lists.map((list) => ({ list })),
  'province-notice.unlist': lists.map((list) => ({ list, note: '移出' })),
  'province-notice.publish': fc.tuple(lists, day).map(([list, from]) => ({ list, from, to: addDays(from, 4) })),
  'province-notice.end': lists.map((list) => ({ list })),
  'announcement.list': lists.map((list) => ({ list })),
  'announcement.unlist': lists.map((list) => ({ list, note: '移出' })),
  'announcement.publish': lists.map((list) => ({
    list,
    documentNumber: '演示〔2026〕1号',
    validFrom: parseDay('2026-01-01'),
    validTo: parseDay('2028-12-31'),
    title: 'title',
  })),
  'objection.receive': objections.map((objection) => ({ objection })),
  'objection.propose': fc
    .tuple(objections, fc.constantFrom('upheld' as const, 'unfounded' as const))
    .map(([objection, outcome]) => ({ objection, outcome, reasons: '经核实' })),
  'objection.confirm': objections.map((objection) => ({ objection })),
  'objection.send-back': objections.map((objection) => ({ objection, note: '请再核' })),
}

const actNames = Object.keys(payloads) as ActName[]
const viewOf = (state: CaseState, today = state.since): CaseView => ({
  authority: LUOYANG,
  enterprise: FIRM,
  state,
  today,
  ...DATES,
})

const opening: RecordedAct = {
  seq: 1,
  act: 'application.open',
  person: 'boss',
  at: '2026-08-03T01:00:00.000Z',
  day: addDays(OPENS, 2),
  payload: { batch: 'batch' },
}

interface Attempt {
  readonly actor: Actor
  readonly act: ActName
  readonly payload: Payloads[ActName]
  readonly wait: number
}

/** Half of the attempts pick an act the table offers at the step, so that walks get far; the rest are anything. */
interface Wish {
  readonly pick: number
  readonly guided: boolean
  readonly actor: Actor
  readonly wait: number
  readonly seed: number
}
const attempt: fc.Arbitrary<Wish> = fc.record({
  pick: fc.nat(1000),
  guided: fc.integer({ min: 0, max: 9 }).map((n) => n < 9),
  actor: fc.constantFrom(...cast),
  wait: fc.constantFrom(0, 0, 0, 0, 0, 1, 6),
  seed: fc.nat(),
})

/** Acts that lead off the road: rarely chosen, or no walk would reach its end. */
const off = new Set<ActName>([
  'application.withdraw',
  'application.lapse',
  'review.reject',
  'visit.reject',
  'spot-check.reject',
])

/** Makes a wish concrete: guided wishes look for an act of the table and somebody who may perform it now. */
const resolve = (state: CaseState, today: Day, wish: Wish): Attempt => {
  const { pick, guided, actor, seed } = wish
  // Now and then a draft is forgotten until after the closing day.
  const wait = state.step === 'draft' && seed % 9 === 0 ? 45 : wish.wait
  const here = tierOne.filter((row) => row.from.includes(state.step) && (seed % 15 === 0 || !off.has(row.act)))
  const chosen = guided ? here[pick % Math.max(1, here.length)] : undefined
  const act = chosen?.act ?? (actNames[pick % actNames.length] as ActName)
  const [sample] = fc.sample(payloads[act] as fc.Arbitrary<Payloads[ActName]>, { numRuns: 1, seed })
  // Most days people name are not past; the rest must be refused.
  const ahead = {
    ...(act === 'visit.schedule' && { on: today }),
    ...(act.endsWith('.return') && { due: addDays(today, 3) }),
  }
  const payload = { ...sample, ...(seed % 5 === 0 ? {} : ahead) } as Payloads[ActName]
  const view = viewOf(state, addDays(today, wait))
  const able = guided ? cast.filter((one) => refusalOf(act, one, view, payload) === undefined) : []
  return { actor: able[seed % Math.max(1, able.length)] ?? actor, act, payload, wait }
}

describe('程序表（第九条）', () => {
  test('每一环节都能从填报走到，未完结的环节都有出路', () => {
    const reached = new Set<Step>(['draft'])
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const row of tierOne) {
        if (row.to !== 'same' && row.from.some((step) => reached.has(step)))
          for (const step of row.to) reached.add(step)
      }
    }
    expect([...reached].sort()).toEqual([...stepNames].sort())
    for (const step of stepNames) {
      const exits = tierOne.filter((row) => row.from.includes(step) && row.to !== 'same')
      expect(exits.length > 0, step).toBe(!isFinal(step))
    }
  })

  test('每一行为都注明条款和要求编号，办理环节都有对应岗位', () => {
    for (const row of tierOne) {
      expect(row.article).toMatch(/^第.+条$/)
      expect(row.requirement).toMatch(/^R\d+\.\d+$/)
    }
    for (const step of stepNames) {
      const { holder } = stepEntry(step)
      if (holder === 'none') continue
      expect(
        tierOne.some((row) => row.from.includes(step) && row.by === holder),
        step,
      ).toBe(true)
    }
  })

  test('同一环节的同一行为只有一行，不会有两种结论', () => {
    for (const step of stepNames) {
      const acts = tierOne.filter((row) => row.from.includes(step)).map(({ act }) => act)
      expect(new Set(acts).size, step).toBe(acts.length)
    }
  })

  test('第七条：凡审批行为都排除经办本人', () => {
    for (const row of tierOne.filter(({ by }) => by.endsWith('approver'))) expect(row.notBy, row.act).toBeDefined()
  })
})

describe('任意行为序列（第九条）', () => {
  const runs = Number(process.env.TIDU_WALKS ?? 1000)

  test('不会走到程序表以外的环节，重放行为记录得到完全相同的案件状态', () => {
    const visited = new Set<Step>()
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1, maxLength: 120, size: 'max' }), (attempts) => {
        const acts: RecordedAct[] = [opening]
        let state = applyAct(undefined, opening)
        let today = opening.day
        for (const wish of attempts) {
          const { actor, act, payload, wait } = resolve(state, today, wish)
          today = addDays(today, wait)
          const refusal = refusalOf(act, actor, viewOf(state, today), payload)
          if (refusal) {
            expect(refusals[refusal]).toBeDefined()
            continue
          }
          const row = findRow(state, act)
          expect(row).toBeDefined()
          const recorded: RecordedAct = {
            seq: state.seq + 1,
            act,
            person: 'person' in actor ? actor.person : undefined,
            at: `${today}T02:00:00.000Z`,
            day: today,
            payload,
          }
          const before = state
          state = applyAct(state, recorded)
          acts.push(recorded)
          visited.add(state.step)
          expect(row?.to === 'same' ? [before.step] : row?.to).toContain(state.step)
          expect(isFinal(before.step)).toBe(false)
          if (isFinal(state.step)) {
            for (const one of cast) expect(availableActs(one, viewOf(state, today))).toEqual([])
            expect(dueOf(state, DATES)).toBeUndefined()
          }
        }
        expect(fold(acts)).toEqual(state)
        expect(fold(JSON.parse(JSON.stringify(acts)))).toEqual(JSON.parse(JSON.stringify(state)))
      }),
      { numRuns: runs, seed: 20260901 },
    )
    expect([...visited].sort()).toEqual(stepNames.filter((step) => step !== 'draft').sort())
  }, 60_000)

  test('第五、七条：只有有管辖权、有岗位、非经办本人的人能办；其他任何人都被拒绝', () => {
    const state = fc.constantFrom(...stepNames).map(
      (step): CaseState => ({
        step,
        since: OPENS,
        sinceAt: '2026-08-01T00:00:00.000Z',
        seq: 5,
        round: 1,
        decided: false,
        proposal: { outcome: 'accept', by: 'both' },
        listed: { list: 'list-1', by: 'both' },
        visit: { on: OPENS, verifiers: ['v1', 'both'], signedBy: [] },
        period: { from: OPENS, to: CLOSES },
        objections: { 'objection-1': { status: 'proposed', by: 'both', outcome: 'unfounded' } },
      }),
    )
    const anyone: fc.Arbitrary<Actor> = fc.oneof(
      fc.constantFrom(...cast),
      fc
        .record({
          person: fc.constantFrom('both', 'x', 'v1'),
          authority: fc.constantFrom(PROVINCE, ...localAuthorities.map(({ code }) => code)),
          roles: fc.subarray(['handler', 'approver', 'verifier', 'leader'] as OfficerRole[]),
        })
        .map(({ person, authority, roles }) => officer(person, authority, ...roles)),
    )
    fc.assert(
      fc.property(state, anyone, fc.constantFrom(...actNames), (at, actor, act) => {
        const view = viewOf(at, addDays(OPENS, 3))
        const row = findRow(at, act)
        if (refusalOf(act, actor, view) !== undefined) return
        expect(row).toBeDefined()
        const by = row?.by as string
        if (by === 'clock' || by === 'public') expect(actor.kind).toBe(by)
        else if (by === 'firm') expect(actor).toMatchObject({ kind: 'firm', enterprise: FIRM })
        else {
          const office = by.startsWith('province') ? PROVINCE : LUOYANG
          expect(actor).toMatchObject({ kind: 'officer', authority: office })
          if (actor.kind !== 'officer') return
          expect(actor.roles).toContain(by.replace(/^(local|province)-/, ''))
          if (row?.notBy?.(at, undefined)) expect(actor.person).not.toBe('both')
        }
      }),
      { numRuns: 8000, seed: 7 },
    )
  }, 60_000)

  test('第五条：管理员、公众和未取得企业资格的个人办不了任何审核行为', () => {
    for (const actor of cast.filter(({ kind }) => kind === 'administrator' || kind === 'person')) {
      for (const step of stepNames) {
        const state = { step, since: OPENS, sinceAt: '', seq: 1, round: 0, decided: false, objections: {} } as CaseState
        expect(availableActs(actor, viewOf(state))).toEqual([])
      }
    }
  })
})

describe('撤回（第七条 企业自愿）', () => {
  const at = (changes: Partial<CaseState>): CaseState => ({
    step: 'review',
    since: OPENS,
    sinceAt: '',
    seq: 3,
    round: 1,
    decided: false,
    objections: {},
    ...changes,
  })
  const firm = cast[3] as Actor

  test('审核意见批准前可以撤回，退回补正期间也可以', () => {
    for (const step of ['draft', 'review', 'review-approval', 'correction'] as const) {
      expect(refusalOf('application.withdraw', firm, viewOf(at({ step })), {})).toBeUndefined()
    }
  })

  test('审核意见批准后不能撤回', () => {
    expect(refusalOf('application.withdraw', firm, viewOf(at({ decided: true, step: 'correction' })), {})).toBe(
      'application.decided',
    )
    expect(refusalOf('application.withdraw', firm, viewOf(at({ step: 'visit', decided: true })), {})).toBe(
      'act.not-available',
    )
  })
})
