import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const tidu = join(import.meta.dirname, '..', 'bin', 'tidu')

interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

const run = (args: readonly string[], input?: string | Uint8Array): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(tidu, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidu-evaluate-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const INNOVATIVE = 'miit-2022-63/innovative'
const facts = '{"asOf":"2024-06-01","years":[{"year":2023,"revenue":"1001","rdExpense":"50.05"}]}'

describe('tidu standards', () => {
  test('一行一个标准：编号、施行期间、名称', async () => {
    const { status, out } = await run(['standards'])
    expect(status).toBe(0)
    expect(out.trimEnd().split('\n')).toHaveLength(6)
    expect(out).toMatch(/^miit-2022-63\/specialised +2022-08-01 起，2026-03-31 止 +专精特新中小企业认定标准$/m)
  })

  test('--json', async () => {
    const listed = JSON.parse((await run(['standards', '--json'])).out) as readonly object[]
    expect(listed[0]).toMatchObject({ id: INNOVATIVE, from: '2022-08-01', to: null })
  })
})

describe('tidu evaluate', () => {
  test('阅读形式：结论、得分、算式、依据、还需要的事实', async () => {
    const { status, out, err } = await run(['evaluate', INNOVATIVE, file('facts.json', facts)])
    expect([status, err]).toEqual([0, ''])
    expect(out).toContain('【还不能确定】')
    expect(out).toContain('2023 年研发费用总额 50.05 万元 ÷ 2023 年营业收入总额 1,001.00 万元 = 5.00%')
    expect(out).toContain('正好等于 5%，位于两档边界，按高分计')
    expect(out).toContain('工信部企业〔2022〕63号 附件1 二（一）2')
    expect(out).toContain('知识产权  /intellectualProperty')
  })

  test('B1 --pdf 另存一份评价说明，屏幕上的不变；写不进去的说明原因；成批评价没有 PDF', async () => {
    const input = file('paper.json', facts)
    const target = join(folder, 'paper.pdf')
    const plain = await run(['evaluate', INNOVATIVE, input])
    expect(await run(['evaluate', INNOVATIVE, input, '--pdf', target])).toEqual(plain)
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-')
    const asJson = await run(['evaluate', INNOVATIVE, input, '--json', '--pdf', target])
    expect(asJson.out).toBe((await run(['evaluate', INNOVATIVE, input, '--json'])).out)
    const nowhere = await run(['evaluate', INNOVATIVE, input, '--pdf', join(folder, 'none', 'paper.pdf')])
    expect(nowhere).toMatchObject({ status: 2, out: '', err: expect.stringContaining('不能写入文件') })
    expect(await run(['evaluate', INNOVATIVE, input, '--ndjson', '--pdf', target])).toMatchObject({
      status: 2,
      out: '',
    })
  })

  test('--json 给出结果和说明；标准输入与文件相同，字节相同', async () => {
    const fromFile = await run(['evaluate', INNOVATIVE, file('same.json', facts), '--json'])
    const fromInput = await run(['evaluate', INNOVATIVE, '-', '--json'], facts)
    expect(fromFile.out).toBe(fromInput.out)
    expect(JSON.parse(fromFile.out)).toMatchObject({
      standard: INNOVATIVE,
      outcome: 'undetermined',
      explanation: { kind: 'standard' },
    })
  })

  test('拒绝的输入：状态 2，标准错误写明位置、错误和应为', async () => {
    const { status, out, err } = await run(
      ['evaluate', INNOVATIVE, '-', '--json'],
      '{"asOf":"2024-06-01","years":[{"year":2023,"revenue":1}]}',
    )
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^\/years\/0\/revenue：不接受数字 1；应为.*万元/)
  })

  test.each([
    ['不是 JSON', '{"asOf":', '不是正确的 JSON'],
    ['键写了两次', '{"asOf":"2024-06-01","asOf":"2024-06-02"}', '重复的键'],
    ['引号里的冒号不算键', '{"asOf":"2024-06-01","enterprise":{"name":"a\\":b"}}', ''],
    ['空输入', '', '不是正确的 JSON'],
    ['不是 UTF-8', Uint8Array.of(0x22, 0xff, 0x22), '不是 UTF-8'],
    ['二百万层嵌套，不等读完就拒绝', '['.repeat(2_000_000), '嵌套过深'],
    ['十万层嵌套', '['.repeat(100_000) + ']'.repeat(100_000), '不接受列表'],
  ])('%s', async (_name, input, message) => {
    const { status, err } = await run(['evaluate', INNOVATIVE, '-', '--json'], input)
    expect(status).toBe(message === '' ? 0 : 2)
    expect(err).toContain(message)
  })

  test('没有的标准、没有的文件、多余的参数：状态 2', async () => {
    expect(await run(['evaluate', 'miit-2022-63/other', '-'], facts)).toMatchObject({ status: 2, out: '' })
    expect(await run(['evaluate', INNOVATIVE, join(folder, 'none.json')])).toMatchObject({ status: 2, out: '' })
    const slip = await run(['evaluate', INNOVATIVE, '-', '--jsn'], facts)
    expect(slip).toMatchObject({ status: 2, out: '' })
    expect(slip.err).toMatch(/^没有“--jsn”这个选项。\n用法：/)
    expect(await run(['evaluate', INNOVATIVE])).toMatchObject({ status: 2, out: '' })
  })

  test.each(['--json', '--ndjson'])('给的是文件夹：状态 2，一句话说明（%s）', async (form) => {
    const { status, out, err } = await run(['evaluate', INNOVATIVE, folder, form])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^这是一个文件夹：.*\n$/)
  })

  test('结果写不下去时说出来，状态 1', async () => {
    const path = file('facts.json', facts)
    const child = spawn('/bin/sh', ['-c', `"${tidu}" evaluate ${INNOVATIVE} "${path}" --json > /dev/full`])
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(status).toBe(1)
    expect(err).toMatch(/^结果没有写完：/)
  })

  test('--help：用法，状态 0；总的用法写明 PDF', async () => {
    for (const args of [
      ['evaluate', '--help'],
      ['help', 'evaluate'],
      ['standards', '--help'],
      ['verify', '--help'],
      ['-h'],
    ]) {
      const { status, out, err } = await run(args)
      expect([status, err]).toEqual([0, ''])
      expect(out).toMatch(/^用法：/)
    }
    expect((await run(['--help'])).out).toMatch(/evaluate .*--pdf 文件/)
  })

  test('名称里的控制字符在阅读形式中不起作用', async () => {
    const named = '{"asOf":"2024-06-01","enterprise":{"name":"某\\u001b[2J公司"}}'
    const { status, out } = await run(['evaluate', INNOVATIVE, '-'], named)
    expect(status).toBe(0)
    expect(out).not.toContain('\u001b')
  })
})

describe('tidu evaluate --ndjson', () => {
  test('一行一家，次序不变；坏行就地写错误，最后状态 2', async () => {
    const input = `${facts}\n{"asOf":"2024-13-01"}\nnot json\n${facts}`
    const { status, out } = await run(['evaluate', INNOVATIVE, '-', '--ndjson'], input)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { [key: string]: unknown })
    expect(status).toBe(2)
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatchObject({ standard: INNOVATIVE })
    expect(lines[0]).not.toHaveProperty('explanation')
    expect(lines[1]).toMatchObject({ line: 2, error: { pointer: '/asOf' } })
    expect(lines[2]).toMatchObject({ line: 3, error: { pointer: '' } })
    expect(lines[3]).toEqual(lines[0])
  })

  test('空行也占一行的位置；回车换行、字节顺序标记、末行没有换行都接受', async () => {
    const input = `\ufeff${facts}\r\n\r\n${facts}\r\n${facts}`
    const { status, out } = await run(['evaluate', INNOVATIVE, '-', '--ndjson'], input)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { [key: string]: unknown })
    expect(status).toBe(2)
    expect(lines.map(({ line }) => line)).toEqual([undefined, 2, undefined, undefined])
    expect(lines[3]).toEqual(lines[0])
  })

  test('一行不是 UTF-8、一行过长，其余照常', async () => {
    const input = Buffer.concat([
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.alloc(17 * 1024 * 1024, 0x20),
      Buffer.from(`\n${facts}\n`),
    ])
    const { status, out } = await run(['evaluate', INNOVATIVE, '-', '--ndjson'], input)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { [key: string]: unknown })
    expect(status).toBe(2)
    expect(lines[0]).toMatchObject({ line: 1, error: { problem: '不是 UTF-8 编码' } })
    expect(lines[1]).toMatchObject({ line: 2, error: { problem: '这一行过长' } })
    expect(lines[2]).toMatchObject({ standard: INNOVATIVE })
  })

  test('--explain 附说明；全部接受时状态 0；空输入没有输出', async () => {
    const { status, out } = await run(['evaluate', INNOVATIVE, '-', '--ndjson', '--explain'], `${facts}\n`)
    expect(status).toBe(0)
    expect(JSON.parse(out)).toHaveProperty('explanation')
    expect(await run(['evaluate', INNOVATIVE, '-', '--ndjson'], '')).toMatchObject({ status: 0, out: '' })
  })

  test('读者先走（head）不算错误', async () => {
    const child = spawn('/bin/sh', ['-c', `"${tidu}" evaluate ${INNOVATIVE} - --ndjson | head -n 1`], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.on('error', () => {})
    child.stdin.end(`${facts}\n`.repeat(20_000))
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect([status, err]).toEqual([0, ''])
  })
})
