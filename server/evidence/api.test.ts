import { createHash, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EvidenceOwner, Upload } from '../../contract/evidence.ts'
import { evidenceRule } from '../../contract/evidence-rule.ts'
import { type TestApp, testApp, type Visitor } from '../../test/app.ts'
import { expireUploads } from './dropUpload.ts'
import { jpeg, pdf, png } from './samples.ts'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const pieceOf = (bytes: Buffer, from: number, to = bytes.length) => new Uint8Array(bytes.subarray(from, to))

let house: TestApp
const luoyang = '410300' as const
const zhengzhou = '410100' as const
const firm = { enterprise: randomUUID(), authority: luoyang }
const notice = randomUUID()
const overNotice = randomUUID()
const claim = randomUUID()
const people = {
  owner: '',
  member: '',
  stranger: '',
  claimant: '',
  handler: '',
  leader: '',
  elsewhere: '',
  province: '',
}
const visitors = {} as Record<keyof typeof people | 'anyone', Visitor>

const asOwner = (text: string, values: unknown[]) => house.database.owner.query(text, values)

const addMember = (person: string, role: string) =>
  asOwner(
    `insert into membership (authority, enterprise, person, person_name, enterprise_name, uscc, role, standing, money_unit, since)
     values ($1, $2, $3, '李四', '洛阳青石轴承有限公司', '91410300DEM000022W', $4, 'confirmed', 'wan', now())`,
    [firm.authority, firm.enterprise, person, role],
  )

const addNotice = (id: string, from: string, to: string) =>
  asOwner(
    `insert into publication (authority, id, kind, tier, batch_title, title, firms, published_on, starts_on, ends_on, basis, days, digest)
     values ($1, $2, 'notice', 'innovative', '批次', '公示', 1, $3, $3, $4, 'workday', 5, '')`,
    [luoyang, id, from, to],
  )

beforeAll(async () => {
  house = await testApp()
  const account = async (login: keyof typeof people, more: object = {}) => {
    people[login] = await house.account({ login: `${login}@example.org`, name: login, ...more })
    visitors[login] = house.visitor()
    await visitors[login].login(`${login}@example.org`)
  }
  for (const login of ['owner', 'member', 'stranger', 'claimant'] as const) await account(login)
  await account('handler', { officer: { authority: luoyang, roles: ['handler'] } })
  await account('leader', { officer: { authority: luoyang, roles: ['leader'] } })
  await account('elsewhere', { officer: { authority: zhengzhou, roles: ['handler', 'approver', 'verifier'] } })
  await account('province', { officer: { authority: '410000', roles: ['handler'] } })
  visitors.anyone = house.visitor({ ip: '10.9.9.9' })
  await asOwner(
    `insert into enterprise (authority, id, uscc, uscc_confirmed, name, registered_by, registered_at, seq)
     values ($1, $2, '91410300DEM000022W', false, '洛阳青石轴承有限公司', $3, now(), 1)`,
    [firm.authority, firm.enterprise, people.owner],
  )
  await addMember(people.owner, 'owner')
  await addMember(people.member, 'member')
  await asOwner(
    `insert into claim (authority, id, enterprise, enterprise_name, uscc, person, person_name, position, phone, statement,
       licence, letter, status, since, seq)
     values ($1, $2, $3, '洛阳青石轴承有限公司', '91410300DEM000022W', $4, '王五', '', '', '', '{}', '{}', 'draft', now(), 0)`,
    [luoyang, claim, firm.enterprise, people.claimant],
  )
  await addNotice(notice, '2026-08-28', '2026-09-03')
  await addNotice(overNotice, '2026-08-03', '2026-08-07')
})
afterAll(() => house.close())

const forFirm: EvidenceOwner = { kind: 'enterprise', enterprise: firm.enterprise }
const forClaim: EvidenceOwner = { kind: 'claim', authority: luoyang, claim }
const forNotice: EvidenceOwner = { kind: 'objection', authority: luoyang, notice }

const begin = (who: Visitor, owner: EvidenceOwner, bytes: Buffer, name = '审计报告.pdf', key = randomUUID()) =>
  who.client.uploads.begin({ body: { owner, name, bytes: bytes.length, sha256: digest(bytes) } }, { key })

const paramsOf = ({ authority, id }: Upload) => ({ authority, upload: id })

/** Sends the rest of a file in pieces, as the browser does. */
const send = async (who: Visitor, upload: Upload, bytes: Buffer, piece = 300_000): Promise<void> => {
  for (let at = upload.received; at < bytes.length; at += piece) {
    const body = pieceOf(bytes, at, Math.min(at + piece, bytes.length))
    await who.client.uploads.append({ params: paramsOf(upload), query: { offset: at }, body })
  }
}

const uploadAll = async (who: Visitor, owner: EvidenceOwner, bytes: Buffer, name?: string) => {
  const upload = await begin(who, owner, bytes, name)
  await send(who, upload, bytes)
  return who.client.uploads.finish({ params: paramsOf(upload) })
}

const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'accepted',
    (problem: { code: string }) => problem.code,
  )

let serial = 0
/** A PDF that no other test has. */
const freshPdf = (bytes = 0) => pdf({ text: `Report ${++serial} ${randomUUID()}`, bytes })

describe('上传佐证', () => {
  it('分段上传、收存、列出、原样取回，省市可看', async () => {
    const bytes = freshPdf(1_200_000)
    const evidence = await uploadAll(visitors.owner, forFirm, bytes, 'C:\\fakepath\\审计报告.PDF')
    expect(evidence).toMatchObject({
      name: '审计报告.PDF',
      mediaType: 'application/pdf',
      bytes: bytes.length,
      sha256: digest(bytes),
      uploadedBy: 'owner',
    })
    const { evidence: listed } = await visitors.member.client.evidence.list({ params: { enterprise: firm.enterprise } })
    expect(listed.map(({ id }) => id)).toContain(evidence.id)
    const params = { enterprise: firm.enterprise, evidence: evidence.id }
    const own = await visitors.member.client.evidence.ofEnterprise({ params, query: {} })
    expect(own.type).toBe('application/pdf')
    expect(Buffer.from(own.bytes).equals(bytes)).toBe(true)
    for (const office of [visitors.handler, visitors.province, visitors.leader]) {
      const read = await office.client.evidence.read({
        params: { authority: luoyang, evidence: evidence.id },
        query: {},
      })
      expect(Buffer.from(read.bytes).equals(bytes)).toBe(true)
    }
  })

  it('外地主管部门、别的企业和个人、公众一概看不到', async () => {
    const { id } = await uploadAll(visitors.owner, forFirm, freshPdf())
    const params = { authority: luoyang, evidence: id } as const
    for (const who of [visitors.elsewhere, visitors.stranger, visitors.claimant])
      expect(await refused(who.client.evidence.read({ params, query: {} }))).toBe('evidence.not-found')
    expect(await refused(visitors.anyone.client.evidence.read({ params, query: {} }))).toBe('session.required')
    const asFirm = { enterprise: firm.enterprise, evidence: id }
    expect(await refused(visitors.stranger.client.evidence.ofEnterprise({ params: asFirm, query: {} }))).toBe(
      'session.not-admitted',
    )
    const wrong = { authority: zhengzhou, evidence: id } as const
    expect(await refused(visitors.handler.client.evidence.read({ params: wrong, query: {} }))).toBe(
      'evidence.not-found',
    )
  })

  it('断开后问得已收多少，从断处续传；重发已收的一段被指到正确位置', async () => {
    const bytes = freshPdf(900_000)
    const upload = await begin(visitors.owner, forFirm, bytes)
    const params = paramsOf(upload)
    await visitors.owner.client.uploads.append({ params, query: { offset: 0 }, body: pieceOf(bytes, 0, 500_000) })
    const again = visitors.owner.client.uploads.append({
      params,
      query: { offset: 0 },
      body: pieceOf(bytes, 0, 500_000),
    })
    await expect(again).rejects.toMatchObject({ code: 'upload.offset', details: { received: 500_000 } })
    expect(await refused(visitors.owner.client.uploads.finish({ params }))).toBe('upload.incomplete')
    // The browser was closed: choosing the same file again takes up the same upload.
    const resumed = await begin(visitors.owner, forFirm, bytes)
    expect(resumed).toMatchObject({ id: upload.id, received: 500_000, evidence: null })
    await send(visitors.owner, resumed, bytes)
    const finish = () => visitors.owner.client.uploads.finish({ params })
    const [evidence, twin] = await Promise.all([finish(), finish()])
    expect(twin).toEqual(evidence)
    // Sent twice at once, or once more after a lost answer: asking again gives the same.
    expect(await visitors.owner.client.uploads.finish({ params })).toEqual(evidence)
    expect((await visitors.owner.client.uploads.state({ params })).evidence).toEqual(evidence)
    // And the same file once more is the same evidence, without sending a byte.
    expect((await begin(visitors.owner, forFirm, bytes)).evidence).toEqual(evidence)
  })

  it('传到一半断线：已到的字节留下', async () => {
    const bytes = freshPdf(800_000)
    const upload = await begin(visitors.owner, forFirm, bytes)
    await house.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = house.app.server.address() as AddressInfo
    const cookie = [...visitors.owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      cookie,
      host: 'tidu.test',
      origin: 'http://tidu.test',
      'idempotency-key': randomUUID(),
      'content-type': 'application/octet-stream',
      'content-length': '500000',
    }
    await new Promise<void>((resolve) => {
      const path = `/api/uploads/${luoyang}/${upload.id}?offset=0`
      const broken = httpRequest({ port, host: '127.0.0.1', method: 'PATCH', path, headers })
      broken.on('error', () => resolve())
      broken.on('close', () => resolve())
      broken.write(bytes.subarray(0, 250_000), () => setTimeout(() => broken.destroy(), 300))
    })
    const arrived = async () => (await visitors.owner.client.uploads.state({ params: paramsOf(upload) })).received
    await expect.poll(arrived).toBe(250_000)
    await send(visitors.owner, { ...upload, received: 250_000 }, bytes)
    const evidence = await visitors.owner.client.uploads.finish({ params: paramsOf(upload) })
    expect(evidence.sha256).toBe(digest(bytes))
  })

  it('开始上传的答复丢了，同一操作编号再来一次还是同一次上传', async () => {
    const bytes = freshPdf()
    const key = randomUUID()
    const first = await begin(visitors.owner, forFirm, bytes, 'a.pdf', key)
    expect(await begin(visitors.owner, forFirm, bytes, 'a.pdf', key)).toEqual(first)
    expect(await refused(begin(visitors.owner, forFirm, freshPdf(), 'b.pdf', key))).toBe('act.key-reused')
    expect(await refused(begin(visitors.stranger, { ...forNotice }, freshPdf(), 'b.pdf', key))).toBe('act.key-reused')
  })

  it('空文件、超过 20 MB 一字节的不收；恰好 20 MB 的收', async () => {
    const body = { owner: forFirm, name: 'a.pdf', sha256: '0'.repeat(64) }
    const sized = (bytes: number) => visitors.owner.client.uploads.begin({ body: { ...body, bytes } })
    expect(await refused(sized(0))).toBe('evidence.empty')
    expect(await refused(sized(evidenceRule.maxBytes + 1))).toBe('evidence.too-large')
    const trailer = freshPdf().length
    let bytes = freshPdf(evidenceRule.maxBytes - trailer)
    bytes = Buffer.concat([bytes, Buffer.alloc(evidenceRule.maxBytes - bytes.length, '\n')])
    expect(bytes.length).toBe(20 * 1024 * 1024)
    const upload = await begin(visitors.owner, forFirm, bytes)
    await send(visitors.owner, upload, bytes, evidenceRule.maxPieceBytes)
    expect((await visitors.owner.client.uploads.finish({ params: paramsOf(upload) })).bytes).toBe(bytes.length)
  })

  it('发来的比声明的多、一段过大，都不收', async () => {
    const bytes = freshPdf()
    const upload = await begin(visitors.owner, forFirm, bytes)
    const longer = new Uint8Array([...bytes, 0])
    const params = paramsOf(upload)
    expect(await refused(visitors.owner.client.uploads.append({ params, query: { offset: 0 }, body: longer }))).toBe(
      'upload.offset',
    )
    const huge = new Uint8Array(evidenceRule.maxPieceBytes + 1)
    expect(await refused(visitors.owner.client.uploads.append({ params, query: { offset: 0 }, body: huge }))).toBe(
      'request.too-large',
    )
  })

  it('内容与声明的哈希不符：不收，重新开始', async () => {
    const bytes = freshPdf()
    const upload = await begin(visitors.owner, forFirm, bytes)
    const damaged = Buffer.from(bytes)
    damaged[100] = (damaged[100] ?? 0) ^ 1
    await send(visitors.owner, upload, damaged)
    const params = paramsOf(upload)
    expect(await refused(visitors.owner.client.uploads.finish({ params }))).toBe('evidence.hash-mismatch')
    expect(await refused(visitors.owner.client.uploads.state({ params }))).toBe('upload.not-found')
    expect((await uploadAll(visitors.owner, forFirm, bytes)).sha256).toBe(digest(bytes))
  })

  it.each([
    ['伪装成 PDF 的网页', Buffer.from('<html><script>alert(1)</script>'), '执照.pdf', '网页（HTML）'],
    ['伪装成 PNG 的 SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), '图.png', 'SVG 图形'],
    ['文本', Buffer.from('这是一段说明'), '说明.pdf', '文本文件'],
  ])('%s 不收，说出它是什么', async (_, bytes, name, found) => {
    const attempt = uploadAll(visitors.owner, forFirm, bytes, name)
    await expect(attempt).rejects.toMatchObject({ status: 415, code: 'evidence.not-allowed', details: { found } })
  })

  it('扩展名与内容不符的，按内容改正', async () => {
    const evidence = await uploadAll(visitors.owner, forFirm, png({ shade: 7 }), '../../照片.pdf')
    expect(evidence).toMatchObject({ name: '照片.pdf.png', mediaType: 'image/png', width: 60, height: 40 })
  })

  it('放弃的上传什么也不留', async () => {
    const bytes = freshPdf()
    const upload = await begin(visitors.owner, forFirm, bytes)
    const params = paramsOf(upload)
    await visitors.owner.client.uploads.append({ params, query: { offset: 0 }, body: pieceOf(bytes, 0, 100) })
    expect(await refused(visitors.member.client.uploads.abandon({ params }))).toBe('upload.not-found')
    await visitors.owner.client.uploads.abandon({ params })
    expect(await refused(visitors.owner.client.uploads.state({ params }))).toBe('upload.not-found')
    expect(await house.evidence.received(upload.id)).toBe(0)
  })

  it('三天没有传完的过期，残件清掉；已收存的佐证不动', async () => {
    const bytes = freshPdf()
    const kept = await uploadAll(visitors.owner, forFirm, freshPdf())
    const upload = await begin(visitors.owner, forFirm, bytes)
    const params = paramsOf(upload)
    await visitors.owner.client.uploads.append({ params, query: { offset: 0 }, body: pieceOf(bytes, 0, 100) })
    const later = new Date(Date.parse(house.time.wall) + 72 * 3_600_000).toISOString()
    expect(await expireUploads(house.evidence, house.database.db, zhengzhou, later)).toBe(0)
    expect(await expireUploads(house.evidence, house.database.db, luoyang, later)).toBeGreaterThan(1)
    expect(await house.evidence.received(upload.id)).toBe(0)
    expect(await refused(visitors.owner.client.uploads.state({ params }))).toBe('upload.not-found')
    const reading = { enterprise: firm.enterprise, evidence: kept.id }
    expect((await visitors.owner.client.evidence.ofEnterprise({ params: reading, query: {} })).type).toBe(
      'application/pdf',
    )
  })
})

describe('谁能往哪里传', () => {
  it('不是本企业的人、别人的认领、没有登录，都不能传', async () => {
    const bytes = freshPdf()
    const office: EvidenceOwner = { kind: 'office', subject: randomUUID() }
    for (const [who, owner, code] of [
      ['stranger', forFirm, 'evidence.not-your-place'],
      ['handler', forFirm, 'evidence.not-your-place'],
      ['stranger', forClaim, 'evidence.not-your-place'],
      ['owner', forClaim, 'evidence.not-your-place'],
      ['owner', office, 'evidence.not-your-place'],
      ['leader', office, 'evidence.not-your-place'],
      ['anyone', forFirm, 'session.required'],
      ['anyone', forClaim, 'session.required'],
      ['anyone', office, 'session.required'],
    ] as const)
      expect(await refused(begin(visitors[who], owner, bytes)), `${who} ${owner.kind}`).toBe(code)
  })

  it('别人的上传看不见、续不了、收不了', async () => {
    const bytes = freshPdf()
    const params = paramsOf(await begin(visitors.owner, forFirm, bytes))
    for (const who of [visitors.member, visitors.stranger, visitors.handler, visitors.anyone]) {
      const append = who.client.uploads.append({ params, query: { offset: 0 }, body: pieceOf(bytes, 0) })
      expect(await refused(append)).toBe('upload.not-found')
      expect(await refused(who.client.uploads.state({ params }))).toBe('upload.not-found')
      expect(await refused(who.client.uploads.finish({ params }))).toBe('upload.not-found')
    }
  })

  it('传到一半被请出企业的人，最后一步收不进企业的佐证', async () => {
    const bytes = freshPdf()
    const upload = await begin(visitors.member, forFirm, bytes)
    await send(visitors.member, upload, bytes)
    await asOwner('update membership set ended_at = now() where person = $1', [people.member])
    expect(await refused(visitors.member.client.uploads.finish({ params: paramsOf(upload) }))).toBe(
      'evidence.not-your-place',
    )
    await asOwner('update membership set ended_at = null where person = $1', [people.member])
    expect((await visitors.member.client.uploads.finish({ params: paramsOf(upload) })).uploadedBy).toBe('member')
  })

  it('认领材料：本人和主管部门看得到，企业的人看不到', async () => {
    const { id } = await uploadAll(visitors.claimant, forClaim, freshPdf(), '授权书.pdf')
    const params = { authority: luoyang, evidence: id } as const
    for (const who of [visitors.claimant, visitors.handler, visitors.province])
      expect((await who.client.evidence.read({ params, query: {} })).type).toBe('application/pdf')
    for (const who of [visitors.owner, visitors.stranger, visitors.elsewhere])
      expect(await refused(who.client.evidence.read({ params, query: {} }))).toBe('evidence.not-found')
    const asFirm = { enterprise: firm.enterprise, evidence: id }
    expect(await refused(visitors.owner.client.evidence.ofEnterprise({ params: asFirm, query: {} }))).toBe(
      'evidence.not-found',
    )
  })

  it('实地核查照片：本地和省里看得到，企业看不到', async () => {
    const { id } = await uploadAll(visitors.handler, { kind: 'office', subject: randomUUID() }, jpeg(), '车间.jpg')
    const params = { authority: luoyang, evidence: id } as const
    for (const who of [visitors.leader, visitors.province])
      expect((await who.client.evidence.read({ params, query: {} })).type).toBe('image/jpeg')
    const asFirm = { enterprise: firm.enterprise, evidence: id }
    expect(await refused(visitors.owner.client.evidence.ofEnterprise({ params: asFirm, query: {} }))).toBe(
      'evidence.not-found',
    )
    expect(await refused(visitors.elsewhere.client.evidence.read({ params, query: {} }))).toBe('evidence.not-found')
  })

  it('异议材料不用登录；只有发出公示的部门看得到（第十七条）', async () => {
    const bytes = freshPdf()
    const upload = await begin(visitors.anyone, forNotice, bytes)
    await send(visitors.anyone, upload, bytes)
    const evidence = await visitors.anyone.client.uploads.finish({ params: paramsOf(upload) })
    expect(evidence.uploadedBy).toBeNull()
    const params = { authority: luoyang, evidence: evidence.id } as const
    expect((await visitors.handler.client.evidence.read({ params, query: {} })).type).toBe('application/pdf')
    for (const who of [visitors.province, visitors.owner, visitors.elsewhere])
      expect(await refused(who.client.evidence.read({ params, query: {} }))).toBe('evidence.not-found')
  })

  it('登录着提出异议，也不留下账号', async () => {
    const evidence = await uploadAll(visitors.stranger, forNotice, freshPdf())
    const { rows } = await asOwner('select uploaded_by, uploaded_by_name from evidence where id = $1', [evidence.id])
    expect(rows).toEqual([{ uploaded_by: evidence.id, uploaded_by_name: null }])
    const uploads = await asOwner('select created_by, counted_as from upload where id = $1', [evidence.id])
    expect(JSON.stringify(uploads.rows)).not.toContain(people.stranger)
  })

  it('公示期外、没有的公示，不收异议材料', async () => {
    const bytes = freshPdf()
    expect(await refused(begin(visitors.anyone, { ...forNotice, notice: overNotice }, bytes))).toBe(
      'objection.period-over',
    )
    expect(await refused(begin(visitors.anyone, { ...forNotice, notice: randomUUID() }, bytes))).toBe(
      'evidence.not-your-place',
    )
  })

  it('同一处不登录上传的有上限，换一处不受影响', async () => {
    const flood = house.visitor({ ip: '10.7.7.7' })
    let code = ''
    for (let i = 0; i < 15 && !code; i++)
      code = await refused(begin(flood, forNotice, freshPdf()).then(() => '')).then((result) =>
        result === 'accepted' ? '' : result,
      )
    expect(code).toBe('evidence.too-many')
    expect((await begin(house.visitor({ ip: '10.8.8.8' }), forNotice, freshPdf())).received).toBe(0)
  })
})

describe('取回佐证', () => {
  let id = ''
  let bytes: Buffer
  const get = (headers: Record<string, string> = {}, query = '', who = visitors.handler) =>
    who.request({ url: `/api/evidence/${luoyang}/${id}${query}`, headers })

  beforeAll(async () => {
    bytes = freshPdf(100_000)
    id = (await uploadAll(visitors.owner, forFirm, bytes, "审计'报告(1)*.pdf")).id
  })

  it('类型固定、不许猜测、在沙箱里、名字按标准编码', async () => {
    const answer = await get()
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'content-disposition': "inline; filename*=UTF-8''%E5%AE%A1%E8%AE%A1%27%E6%8A%A5%E5%91%8A%281%29_.pdf",
    })
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect((await get({}, '?download=1')).headers['content-disposition']).toMatch(/^attachment; filename/)
    const picture = await uploadAll(visitors.owner, forFirm, png({ shade: 9 }))
    const shown = await visitors.handler.request({ url: `/api/evidence/${luoyang}/${picture.id}` })
    expect(shown.headers['content-security-policy']).toContain('sandbox')
  })

  it('库里有记录、文件却丢了：说系统暂时无法处理，不给半截内容', async () => {
    const lost = await uploadAll(visitors.owner, forFirm, freshPdf())
    const { sha256 } = lost
    await rm(join(house.evidenceFolder, 'content', sha256.slice(0, 2), sha256.slice(2, 4), sha256))
    const params = { authority: luoyang, evidence: lost.id } as const
    expect(await refused(visitors.handler.client.evidence.read({ params, query: {} }))).toBe('server.unavailable')
  })

  it('可以只取一段', async () => {
    const answer = await get({ range: 'bytes=10-19' })
    expect(answer.statusCode).toBe(206)
    expect(answer.headers['content-range']).toBe(`bytes 10-19/${bytes.length}`)
    expect(answer.rawPayload.equals(bytes.subarray(10, 20))).toBe(true)
    const tail = await get({ range: 'bytes=-6' })
    expect(tail.rawPayload.toString()).toBe('%%EOF\n')
    const beyond = await get({ range: `bytes=${bytes.length}-` })
    expect(beyond.statusCode).toBe(416)
    expect(beyond.headers['content-range']).toBe(`bytes */${bytes.length}`)
  })
})
