import { beforeAll, describe, expect, test } from 'vitest'
import { exampleFirm, explained } from '../../test/evaluation-papers.ts'
import { bare, pdfPages } from '../../test/pdf-text.ts'
import { openTypesetter, type Typesetter } from './typeset.ts'

const STANDARD = 'miit-2022-63/innovative'
const firm = exampleFirm(STANDARD) as { readonly enterprise: object }
const named = (name: string) => explained(STANDARD, { ...firm, enterprise: { ...firm.enterprise, name } }).paper

let typeset: Typesetter
beforeAll(() => {
  typeset = openTypesetter()
})
const textOf = async (name: string): Promise<string> => bare((await pdfPages(typeset(named(name)))).join(''))

describe('评价说明的 PDF', () => {
  test('B3 同一结果、同一时间，字节相同，换一台排版机也一样；时间不同，文件不同', () => {
    const paper = named('某某公司')
    const first = Buffer.from(typeset(paper))
    expect(Buffer.from(typeset(paper)).equals(first)).toBe(true)
    expect(Buffer.from(openTypesetter()(paper)).equals(first)).toBe(true)
    expect(Buffer.from(typeset({ ...paper, generatedAt: '2026-09-01T02:31:00.000Z' })).equals(first)).toBe(false)
  })

  test('B1 写明企业、代码、申报日、标准和事实摘要、生成时间、未经核实；每页有页码', async () => {
    const { paper, result } = explained(STANDARD, firm)
    const pages = await pdfPages(typeset(paper))
    const text = bare(pages.join(''))
    for (const said of [
      '某某精密部件有限公司（示例）',
      '91410100DEM000014P',
      '申报日2024-06-01',
      '生成于2026-09-0110:30（北京时间）',
      result.edition,
      result.facts,
      '本结果依所填事实计算，未经核实，不代表评价或认定结论。',
      '待核口径',
    ])
      expect(text).toContain(said)
    expect(pages.map((page) => /第 (\d+) 页 共 (\d+) 页/.exec(page)?.slice(1).map(Number))).toEqual(
      pages.map((_page, index) => [index + 1, pages.length]),
    )
  })

  test('B1 还缺什么写在前面，最能决定结论的在前', async () => {
    const { paper, outline } = explained(STANDARD, { asOf: '2024-06-01' })
    const text = bare((await pdfPages(typeset(paper))).join(''))
    const places = outline.missing.map(({ name }, index) => text.indexOf(bare(`${index + 1}.${name}`)))
    expect(places.length).toBeGreaterThan(3)
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
  })

  test.each([
    '#set text(red)',
    '$x^2$ #1 \\ "引号" // 注释 /* 注释 */ *粗* _斜_ `代码` @引用 <标签> = 标题 - 项 + 项',
    '#panic("x") #read("/etc/passwd") \\u{41} ~ -- --- ... [方括号] {花括号}',
    `'; drop table case; -- {{x}} %s \\n`,
    '㛃䶮𬭎翀堃犇禤 有限公司',
  ])('名称只是文字，一字不差：%s', async (name) => {
    expect(await textOf(name)).toContain(bare(name))
  })

  test('字体没有的字用编码写出，并说明，不会变成空白', async () => {
    const text = await textOf('缺字𠀀😀公司')
    expect(text).toContain('缺字〔U+20000〕〔U+1F600〕公司')
    expect(text).toContain('有的字本文件所用字体没有，已用〔U+编码〕代替')
    expect(await textOf('不缺字公司')).not.toContain('〔U+编码〕')
  })

  test.each([
    ['五百字的名称', '长'.repeat(500)],
    ['没有空格的外文', 'W'.repeat(500)],
    ['控制字符和方向控制符', 'a\u0000b\u202ec\u2028d'],
  ])('%s也排得下', async (_what, name) => {
    const paper = named(name)
    const pages = await pdfPages(typeset(paper))
    expect(bare(pages.join(''))).toContain(bare(paper.outlines[0]?.enterprise.name ?? ''))
  })

  test('PDF/A-2b，带结构标签，字体在文件里', () => {
    const raw = Buffer.from(typeset(named('某某公司'))).toString('latin1')
    expect(raw).toMatch(/pdfaid:part>2</)
    expect(raw).toMatch(/pdfaid:conformance>B</)
    expect(raw).toContain('/MarkInfo')
    expect(raw).not.toMatch(/\/JavaScript|\/Launch|\/URI/)
  })
})
