import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Evidence, EvidenceOwner } from '../contract/evidence.ts'
import { evidenceRule } from '../contract/evidence-rule.ts'
import { noAnswer } from '../contract/problem.ts'
import { pdf, png } from '../server/evidence/samples.ts'
import type { HeldFile, HeldFiles } from '../web/components/evidence-upload/held-files.ts'
import { createUploadQueue, type UploadItem } from '../web/components/evidence-upload/upload-queue.ts'
import { type TestApp, testApp, type Visitor } from './app.ts'

// The browser's upload queue against the real server: what a deadline night does to it.

let house: TestApp
let owner: Visitor
const authority = '410300' as const
const enterprise = randomUUID()
const notice = randomUUID()
const forFirm: EvidenceOwner = { kind: 'enterprise', enterprise }

beforeAll(async () => {
  house = await testApp()
  const person = await house.account({ login: 'owner@example.org' })
  const sql = (text: string, values: unknown[]) => house.database.owner.query(text, values)
  await sql(
    `insert into enterprise (authority, id, uscc, uscc_confirmed, name, registered_by, registered_at, seq)
     values ($1, $2, '91410300DEM000022W', false, '洛阳青石轴承有限公司', $3, now(), 1)`,
    [authority, enterprise, person],
  )
  await sql(
    `insert into membership (authority, enterprise, person, person_name, enterprise_name, uscc, role, standing, money_unit, since)
     values ($1, $2, $3, '李四', '洛阳青石轴承有限公司', '91410300DEM000022W', 'owner', 'confirmed', 'wan', now())`,
    [authority, enterprise, person],
  )
  await sql(
    `insert into publication (authority, id, kind, tier, batch_title, title, firms, published_on, starts_on, ends_on, basis, days, digest)
     values ($1, $2, 'notice', 'innovative', '批次', '公示', 1, '2026-08-28', '2026-08-28', '2026-09-03', 'workday', 5, '')`,
    [authority, notice],
  )
})
afterAll(() => house.close())
beforeEach(async () => {
  owner = house.visitor()
  await owner.login('owner@example.org')
})

const heldInMemory = (): HeldFiles & { files: Map<string, HeldFile> } => {
  const files = new Map<string, HeldFile>()
  return {
    files,
    hold: async (file) => void files.set(file.key, file),
    release: async (key) => void files.delete(key),
    of: async (place) => [...files.values()].filter((file) => file.place === place),
  }
}

const fileOf = (bytes: Buffer, name: string): File => new File([new Uint8Array(bytes)], name)
const freshPdf = (bytes = 0): Buffer => pdf({ text: randomUUID(), bytes })

/** A page with an upload field; `network.down` cuts the line, `broken` breaks it within the n-th piece from now. */
const page = (who: Visitor, options: { held?: HeldFiles; owner?: EvidenceOwner } = {}) => {
  const network = { down: false, brokenAfter: Number.POSITIVE_INFINITY, pieces: 0 }
  const evidence: Evidence[] = []
  const pending: (() => void)[] = []
  let items: readonly UploadItem[] = []
  const guard =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      if (network.down) throw noAnswer(new TypeError('fetch failed'))
      return call(...args)
    }
  const { begin, state, append, finish, abandon } = who.client.uploads
  const uploads = {
    begin: guard(begin),
    state: guard(state),
    finish: guard(finish),
    abandon: guard(abandon),
    append: guard(async (...args: Parameters<typeof append>) => {
      if (network.pieces++ >= network.brokenAfter) {
        network.down = true
        throw noAnswer(new TypeError('fetch failed'))
      }
      return append(...args)
    }),
  }
  const queue = createUploadQueue({
    owner: options.owner ?? forFirm,
    place: 'owner audit',
    held: options.held ?? heldInMemory(),
    api: async () => ({ client: { uploads }, freshKey: () => randomUUID() }),
    onChange: (now) => {
      items = now
    },
    onEvidence: (one) => evidence.push(one),
    now: () => Date.now(),
    later: (work) => {
      pending.push(work)
      return () => pending.splice(pending.indexOf(work), 1)
    },
  })
  const phases = (): string[] => items.map(({ phase }) => phase)
  return { queue, network, evidence, pending, items: () => items, phases }
}

describe('网页上传佐证', () => {
  it('一次选多个，两个两个传，都收为佐证', async () => {
    const { queue, evidence, items } = page(owner)
    const files = Array.from({ length: 5 }, (_, i) => fileOf(freshPdf(700_000), `材料${i}.pdf`))
    await queue.add(files)
    expect(items()).toHaveLength(5)
    await expect.poll(() => evidence.length).toBe(5)
    expect(evidence.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name))
    expect(items()).toEqual([])
  })

  it('传到一半断网：说明断了，联网后从断处继续，不重传已到的', async () => {
    const { queue, network, evidence, items, phases } = page(owner)
    network.brokenAfter = 2
    const bytes = freshPdf(4 * evidenceRule.pieceBytes)
    await queue.add([fileOf(bytes, '审计报告.pdf')])
    await expect.poll(phases).toEqual(['interrupted'])
    expect(items()[0]?.sent).toBe(2 * evidenceRule.pieceBytes)
    network.down = false
    network.brokenAfter = Number.POSITIVE_INFINITY
    network.pieces = 0
    queue.wake()
    await expect.poll(() => evidence.length).toBe(1)
    expect(network.pieces).toBe(Math.ceil(bytes.length / evidenceRule.pieceBytes) - 2)
    expect(evidence[0]?.bytes).toBe(bytes.length)
  })

  it('一直断网就隔一会儿再试，不用人管', async () => {
    const { queue, network, evidence, pending, phases } = page(owner)
    network.down = true
    await queue.add([fileOf(freshPdf(), 'a.pdf')])
    for (let i = 0; i < 3; i++) {
      await expect.poll(phases).toEqual(['interrupted'])
      expect(pending).toHaveLength(1)
      if (i === 2) network.down = false
      pending[0]?.()
    }
    await expect.poll(() => evidence.length).toBe(1)
  })

  it('页面关了再开：浏览器里留着的文件接着传', async () => {
    const held = heldInMemory()
    const before = page(owner, { held })
    before.network.brokenAfter = 1
    const bytes = freshPdf(3 * evidenceRule.pieceBytes)
    await before.queue.add([fileOf(bytes, '审计报告.pdf')])
    await expect.poll(before.phases).toEqual(['interrupted'])
    before.queue.close()
    expect(held.files.size).toBe(1)
    const after = page(owner, { held })
    await after.queue.resume()
    await expect.poll(() => after.evidence.length).toBe(1)
    expect(after.evidence[0]).toMatchObject({ name: '审计报告.pdf', bytes: bytes.length })
    expect(after.network.pieces).toBe(Math.ceil(bytes.length / evidenceRule.pieceBytes) - 1)
    await expect.poll(() => held.files.size).toBe(0)
  })

  it('浏览器没留住文件：重选同一个文件也从断处继续', async () => {
    const before = page(owner)
    before.network.brokenAfter = 1
    const bytes = freshPdf(2 * evidenceRule.pieceBytes)
    await before.queue.add([fileOf(bytes, '审计报告.pdf')])
    await expect.poll(before.phases).toEqual(['interrupted'])
    before.queue.close()
    const after = page(owner)
    await after.queue.add([fileOf(bytes, '审计报告.pdf')])
    await expect.poll(() => after.evidence.length).toBe(1)
    expect(after.network.pieces).toBe(Math.ceil(bytes.length / evidenceRule.pieceBytes) - 1)
  })

  it('不收的文件当场说明，一个字节也不传；别的文件照传', async () => {
    const { queue, network, evidence, items } = page(owner)
    const html = fileOf(Buffer.from('<html><script>alert(1)</script>'), '执照.pdf')
    const empty = fileOf(Buffer.alloc(0), '空.pdf')
    const huge = fileOf(Buffer.concat([pdf(), Buffer.alloc(evidenceRule.maxBytes)]), '大.pdf')
    await queue.add([html, empty, huge, fileOf(png({ shade: 33 }), '图.png')])
    await expect.poll(() => evidence.length).toBe(1)
    await expect
      .poll(() => items().map(({ phase, problem, again }) => [phase, problem?.code, again]))
      .toEqual([
        ['refused', 'evidence.not-allowed', false],
        ['refused', 'evidence.empty', false],
        ['refused', 'evidence.too-large', false],
      ])
    expect(network.pieces).toBe(1)
  })

  it('骗过浏览器初看的损坏文件，由服务器认出', async () => {
    const { queue, items } = page(owner)
    await queue.add([fileOf(Buffer.from('%PDF-1.7 没有结尾'), '坏.pdf')])
    await expect.poll(() => items()[0]?.problem?.code).toBe('evidence.damaged')
    expect(items()[0]).toMatchObject({ phase: 'refused', again: false })
  })

  it('登录过期：说明要登录；登录后重试即可', async () => {
    const { queue, evidence, items } = page(owner)
    owner.cookies.clear()
    await queue.add([fileOf(freshPdf(), 'a.pdf')])
    await expect.poll(() => items()[0]?.problem?.code).toBe('session.required')
    expect(items()[0]?.again).toBe(true)
    await owner.login('owner@example.org')
    queue.retry(items()[0]?.key ?? '')
    await expect.poll(() => evidence.length).toBe(1)
  })

  it('取消即停，服务器上也不留', async () => {
    const { queue, network, items, phases, evidence } = page(owner)
    network.brokenAfter = 1
    await queue.add([fileOf(freshPdf(2 * evidenceRule.pieceBytes), 'a.pdf')])
    await expect.poll(phases).toEqual(['interrupted'])
    network.down = false
    await queue.cancel(items()[0]?.key ?? '')
    expect(items()).toEqual([])
    expect(evidence).toEqual([])
    const { rows } = await house.database.owner.query(`select from upload where name = 'a.pdf' and evidence is null`)
    expect(rows).toHaveLength(0)
  })

  it('同一文件选两次，是同一份佐证', async () => {
    const { queue, evidence } = page(owner)
    const bytes = freshPdf()
    await queue.add([fileOf(bytes, 'a.pdf'), fileOf(bytes, 'b.pdf')])
    await expect.poll(() => evidence.length).toBe(2)
    expect(new Set(evidence.map(({ id }) => id)).size).toBe(1)
  })

  it('不登录提异议，断了也能续', async () => {
    const anyone = house.visitor({ ip: '10.3.3.3' })
    const { queue, network, evidence, phases } = page(anyone, { owner: { kind: 'objection', authority, notice } })
    network.brokenAfter = 1
    const bytes = freshPdf(2 * evidenceRule.pieceBytes)
    await queue.add([fileOf(bytes, '截图.pdf')])
    await expect.poll(phases).toEqual(['interrupted'])
    network.down = false
    network.brokenAfter = Number.POSITIVE_INFINITY
    queue.wake()
    await expect.poll(() => evidence.length).toBe(1)
    expect(evidence[0]?.bytes).toBe(bytes.length)
  })

  it('答复在路上丢了：已收的不算错，接着传', async () => {
    const { append } = owner.client.uploads
    let lost = 0
    Object.assign(owner.client.uploads, {
      append: async (...args: Parameters<typeof append>) => {
        const answer = await append(...args)
        if (lost++ === 0) throw noAnswer(new TypeError('fetch failed'))
        return answer
      },
    })
    const { queue, network, evidence, phases } = page(owner)
    await queue.add([fileOf(freshPdf(3 * evidenceRule.pieceBytes), 'a.pdf')])
    await expect.poll(phases).toEqual(['interrupted'])
    queue.wake()
    await expect.poll(() => evidence.length).toBe(1)
    expect(network.pieces).toBe(4)
  })
})
