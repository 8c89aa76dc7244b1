import { describe, expect, test } from 'vitest'
import { newInstrument, notice, replaced } from '../test/uploads.ts'
import { findHouseSize, loadHouseEditions } from './load.ts'
import { checkUpload, type Finding, type UploadedFile } from './upload.ts'

const ground = {
  findTerms: () => undefined,
  findSize: findHouseSize,
  findBases: (id: string) => loadHouseEditions().filter(({ standard }) => standard.id === id),
}
const check = (files: readonly UploadedFile[]) => checkUpload(files, ground)
const [standard, terms] = newInstrument() as [UploadedFile, UploadedFile]
const findingsOf = (...files: readonly UploadedFile[]): readonly Finding[] => check(files).findings
const withText = (file: UploadedFile, text: string): UploadedFile => ({ ...file, text })
const changed = (from: string, to: string): UploadedFile => withText(standard, replaced(standard.text, from, to))

describe('R8.2 提交的文件用同一个装入程序检查（第八条）', () => {
  test('标准连同口径、附加条件都能装入', () => {
    const { findings, read } = check([standard, terms, notice()])
    expect(findings).toEqual([])
    expect(read.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      'standard innovative.yaml',
      'overlay notice-2026.yaml',
    ])
  })

  test('每个文件至少指出第一个问题，文件、行、原因', () => {
    const bad = withText(notice(), notice().text.replace('at-least: 500万元', 'at-least: 5%'))
    const found = findingsOf(
      changed('{ option: A, points: 10, to: 55% }', '{ option: A, points: 11, to: 55% }'),
      terms,
      bad,
    )
    expect(found).toEqual([
      { file: 'innovative.yaml', line: expect.any(Number), sentence: expect.stringMatching(/11 分超过满分 10 分/) },
      { file: 'notice-2026.yaml', line: 7, sentence: expect.stringMatching(/单位不符/) },
    ])
    expect(standard.text.split('\n')[(found[0] as Finding).line - 1]).toContain('points: 10, to: 55%')
  })

  test('口径有错，指到口径文件', () => {
    const [found] = findingsOf(standard, withText(terms, terms.text.replace('longer-than: 2年', 'longer-than: 2项')))
    expect(found).toMatchObject({ file: 'terms.yaml', sentence: expect.stringMatching(/整年数/) })
    expect(terms.text.split('\n')[(found as Finding).line - 1]).toContain('longer-than')
  })

  test.each<[string, readonly UploadedFile[], RegExp]>([
    ['不是 YAML', [withText(standard, 'a: [1, 2')], /^不是正确的 YAML：缩进不对/],
    ['同一个键写两次', [withText(standard, `${standard.text}\naim: 又一个\n`), terms], /同一处把一个键写了两次/],
    ['两份文档', [withText(standard, 'a: 1\n---\nb: 2\n')], /不是正确的 YAML/],
    ['自定义标记', [withText(standard, 'a: !evil x\n')], /不支持这种标记/],
    ['引用', [withText(standard, 'a: &x [1]\nb: *x\n')], /不使用引用/],
    ['空文件', [withText(standard, '# 只有注释\n')], /应为键值对/],
    ['文件名与编号不符', [{ ...standard, name: 'specialised.yaml' }, terms], /文件名应为“innovative\.yaml”/],
    ['文件名跳出目录', [{ ...standard, name: '../../etc/innovative.yaml' }], /文件名只用小写字母/],
    ['只有口径', [terms], /只有口径，没有标准/],
    ['同名两次', [standard, standard, terms], /有两个同名的文件/],
    ['不认识的键', [withText(standard, `${standard.text}\n__proto__: { cap: 1 }\n`), terms], /不认识的键“__proto__”/],
    [
      '没有的标准',
      [withText(notice(), notice().text.replace('miit-2022-63/', 'none/'))],
      /没有编号为“none\/innovative”的标准/,
    ],
    ['不是 UTF-8', [withText(standard, standard.text.replace('标准', '\ufffd\ufffd')), terms], /有乱码.*UTF-8/],
    ['没有口径文件', [standard], /口径文件 terms\.yaml 没有“rights”一节；没有提交口径文件的，请一并提交/],
    [
      '全角逗号',
      [changed('option: C, points: 10, from: 2%', 'option: C，points: 10，from: 2%'), terms],
      /可能缺少逗号.*这一行有全角的“，”/,
    ],
    ['全角冒号', [changed('tier: innovative', 'tier：innovative'), terms], /缺少冒号。这一行有全角的“：”/],
    ['过大', [withText(standard, 'a'.repeat(200_001))], /文件过大/],
  ])('拒绝：%s', (_, files, sentence) => {
    const found = findingsOf(...files)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map((one) => one.sentence).join()).toMatch(sentence)
    for (const { line } of found) expect(line).toBeGreaterThan(0)
  })

  test('标准的格式有误时，不再说“只有口径”；同一行同样的话只说一次', () => {
    const found = findingsOf(changed('tier: innovative', 'tier：innovative'), terms)
    expect(found.map(({ file }) => file)).toEqual(['innovative.yaml'])
    const twice = findingsOf(
      changed('{ option: A, points: 20, from: 6% }', '｛ option: A, points: 20, from: 6% ｝'),
      terms,
    )
    expect(new Set(twice.map(({ line, sentence }) => `${line} ${sentence}`)).size).toBe(twice.length)
  })

  test('一次不收两个文件的标准', () => {
    const other = withText(
      { ...standard, name: 'other/innovative.yaml' },
      standard.text.replace('demo-2026-9/', 'other/'),
    )
    expect(
      findingsOf(standard, other, terms)
        .map(({ sentence }) => sentence)
        .join(),
    ).toMatch(/一次只收一个文件的标准/)
  })

  test('十亿次大笑、嵌套十万层、超长数字：很快拒绝，不占内存', () => {
    const laughs = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    ).join('\n')
    const started = performance.now()
    for (const text of [
      laughs,
      '['.repeat(100_000),
      `${'{a: '.repeat(30_000)}1${'}'.repeat(30_000)}`,
      '- '.repeat(90_000),
      `id: ${'9'.repeat(150_000)}`,
    ])
      expect(findingsOf(withText(standard, text), terms).length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(20_000)
  }, 30_000)
})
