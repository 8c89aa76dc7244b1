import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CaseFile, caseFileText, sealedOnly, sealOf } from '../regime/case-file/case-file.ts'
import { isEqual } from '../regime/case-file/check.ts'
import { CaseFileRefusal, readCaseFile } from '../regime/case-file/read-case-file.ts'
import { verifyCaseFile } from '../regime/case-file/verify-case-file.ts'
import { sampleCaseFile } from '../test/case-file.ts'

const root = join(import.meta.dirname, '..')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidu-verify-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (text: string, ...args: string[]) => {
  const path = join(folder, 'case.json')
  writeFileSync(path, text)
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/tidu'), ['verify', 'case', path, ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

type Path = readonly (string | number)[]

/** Every leaf of a JSON value, empty lists and objects included. */
const leavesOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [path]
  return Object.keys(value).flatMap((key) =>
    leavesOf((value as Record<string, unknown>)[key], [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown>)[key], value)

/** Something else of the same kind: the smallest change somebody could make. */
const other = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') {
    const last = value.at(-1) ?? ''
    return value.slice(0, -1) + (last === '1' ? '2' : '1')
  }
  return value === null ? '1' : Array.isArray(value) ? ['1'] : { 另: '1' }
}

/** The file with one value changed, and with a new seal if asked. */
const tampered = (file: CaseFile, path: Path, { sealed }: { readonly sealed: boolean }): CaseFile => {
  const copy = structuredClone(file) as CaseFile & Record<string, unknown>
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>
  const key = path.at(-1) as string | number
  parent[key] = other(parent[key])
  return sealed ? { ...copy, seal: sealOf(copy) } : copy
}

/** Refused, or at least one check does not hold. */
const isNoticed = (file: CaseFile): boolean => {
  try {
    return !verifyCaseFile(readCaseFile(JSON.parse(caseFileText(file)))).every(isEqual)
  } catch (refusal) {
    if (refusal instanceof CaseFileRefusal) return true
    throw refusal
  }
}

const pointer = (path: Path): string => `/${path.join('/')}`

describe.each(['official', 'applicant'] as const)('B3 案卷复核（%s）', (audience) => {
  const file = sampleCaseFile(audience)
  const leaves = leavesOf(file)

  test('R8.1 原样的案卷全部一致，没有一项核对落空', () => {
    const checks = verifyCaseFile(readCaseFile(JSON.parse(caseFileText(file))))
    expect(checks.filter((check) => !isEqual(check))).toEqual([])
    expect(checks.length).toBeGreaterThan(10)
  })

  test('改动任何一个值都会被发现', () => {
    expect(leaves.length).toBeGreaterThan(600)
    expect(leaves.filter((path) => !isNoticed(tampered(file, path, { sealed: false }))).map(pointer)).toEqual([])
  })

  test('改动后重新加封：除明示只受封签保护的各项外，都会被发现', () => {
    const free = leaves
      .filter((path) => path[0] !== 'seal' && !isNoticed(tampered(file, path, { sealed: true })))
      .map(pointer)
    const declared = leaves.map(pointer).filter((one) => sealedOnly.some(({ path }) => path.test(one)))
    expect(free).toEqual(declared)
    expect(declared.length).toBeGreaterThan(0)
  })
})

describe('B3 tidu verify case', () => {
  const file = sampleCaseFile('official')

  test('一致时说明核对了什么，退出状态 0', () => {
    const { status, stdout, stderr } = run(caseFileText(file))
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain('案卷 SB20260828-410300-ABC234')
    expect(stdout).toContain('洛阳示例轴承有限公司')
    expect(stdout).toContain('按评价标准重新评价全部事实，与当时的结果逐字节比较')
    expect(stdout).toContain('声明人姓名')
    expect(stdout).toMatch(/结论：\d+ 项核对全部一致。/)
  })

  test('R8.1 结果被改动：指出第一处不同的位置和两边的值，退出状态 1', () => {
    const [{ result }] = file.submissions as unknown as [{ result: { score: { min: number } } }]
    const score = result.score.min
    const path = ['submissions', 0, 'result', 'score', 'min']
    const { status, stdout } = run(caseFileText(tampered(file, path, { sealed: true })))
    expect(status).toBe(1)
    expect(stdout).toContain('位置 /submissions/0/result/score/min')
    expect(stdout).toContain(`案卷所记 ${score + 1}`)
    expect(stdout).toContain(`重新计算 ${score}`)
  })

  test('标准文本被改动：版本摘要和重新评价都不一致', () => {
    const path = ['editions', 'standard', 'documents', 'standard', 'title']
    const { status, stdout } = run(caseFileText(tampered(file, path, { sealed: true })), '--json')
    expect(status).toBe(1)
    const said = JSON.parse(stdout)
    expect(said).toMatchObject({ equal: false, canonical: true, case: file.case.id })
    const wrong = said.checks.filter(({ equal }: { equal: boolean }) => !equal)
    expect(wrong.map(({ difference }: { difference: { pointer: string } }) => difference.pointer)).toEqual([
      '/editions/standard/edition',
      '/submissions/0/result/edition',
    ])
  })

  test('重新排版不算改动，但会说明', () => {
    const { status, stdout } = run(JSON.stringify(file, null, 2))
    expect(status).toBe(0)
    expect(stdout).toContain('文件经过重新排版')
  })

  test.each([
    ['不是 JSON', '{', '不是正确的 JSON'],
    ['键重复', '{"format":"tidu-case/1","format":"tidu-case/1"}', '重复的键'],
    ['别的格式', '{"format":"tidu-case/2"}', '/format'],
    ['缺少一项', caseFileText({ ...file, acts: undefined } as never), '/acts：缺少这一项'],
    ['多出一项', caseFileText({ ...file, extra: 1 } as never), '/extra：格式里没有这一项'],
  ])('%s 的文件不予复核，退出状态 2', (_what, text, message) => {
    const { status, stdout, stderr } = run(text)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  test('没有文件、用法不对：退出状态 2', () => {
    const tidu = (...args: string[]) => spawnSync(join(root, 'bin/tidu'), ['verify', ...args], { encoding: 'utf8' })
    expect(tidu('case', join(folder, 'none.json'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('没有找到文件'),
    })
    expect(tidu('case')).toMatchObject({ status: 2, stderr: expect.stringContaining('用法') })
    expect(tidu('letter', 'x')).toMatchObject({ status: 2, stderr: expect.stringContaining('用法') })
  })
})
