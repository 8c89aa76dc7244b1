import { expect, test } from 'vitest'
import type { EditionDifference, EditionSummary } from '../../../contract/editions.ts'
import { markup } from '../markup.ts'
import { EditionDifferences } from './EditionDifferences.tsx'
import { choiceOf, intervalOf, standingOf } from './edition-words.ts'

const difference = (part: Partial<EditionDifference>): EditionDifference => ({
  section: '认定条件',
  place: 'B2a 上年度营业收入总额 5000 万元以上',
  matter: '门槛',
  direction: 'stricter',
  before: { text: '不低于 5000 万元', cite: '附件2 二' },
  after: { text: '不低于 6000 万元', cite: '附件2 二（一）' },
  sentence: JSON.stringify(part),
  ...part,
})

test('R8.2 每处差异写明原来、现在、双方依据，更严更宽用文字说', () => {
  const { all } = markup(<EditionDifferences title="与上一版的差异" differences={[difference({})]} />)
  const item = all('li').find(({ attributes }) => attributes.class === 'difference')
  expect(item?.text).toContain('更严')
  for (const words of ['不低于 5000 万元', '附件2 二', '不低于 6000 万元', '附件2 二（一）'])
    expect(item?.text).toContain(words)
})

test('R8.2 文字改动收起但不省略，新增的写明原来没有', () => {
  const { get, all } = markup(
    <EditionDifferences
      title="差异"
      differences={[
        difference({ before: null, matter: '新增条件' }),
        difference({ section: '文字', matter: '依据', direction: 'neutral' }),
      ]}
    />,
  )
  expect(get('details').text).toContain('文字和依据（1 处）')
  expect(all('dd').map(({ text }) => text)).toContain('（无）')
  expect(get('h2').text).toBe('差异')
})

test('没有差异时照说', () => {
  expect(markup(<EditionDifferences title="差异" differences={[]} />).text).toContain('没有差异。')
})

test('版本的状态、期间和选项都用文字', () => {
  const edition = {
    title: '某标准',
    instrument: '某文〔2026〕1号',
    digest: `sha256:${'ab'.repeat(32)}`,
    from: '2026-04-01',
    to: null,
    status: 'in-force',
    state: 'superseded',
  } as EditionSummary
  expect(standingOf(edition)).toEqual(['plain', '已有新版'])
  expect(standingOf({ ...edition, status: 'proposed', state: null })).toEqual(['open', '待审批'])
  expect(intervalOf(edition)).toBe('自 2026-04-01 起')
  expect(choiceOf(edition)).toBe('某标准（某文〔2026〕1号，摘要 abababab）')
})
