import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../../contract/evidence.ts'
import type { SignedEntry } from '../../../contract/profile.ts'
import { honourList } from '../../../regime/profile/achievements.ts'
import { allFields } from '../../../regime/profile/sections.ts'
import { yearFields } from '../../../regime/profile/years.ts'
import { markup } from '../../components/markup.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { contentText } from './content-text.ts'
import { type Editing, EditingContext } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { placeName } from './names.ts'
import { PlaceField } from './PlaceField.tsx'
import { createProfileStore } from './profile-store.ts'
import { SaveStatus } from './SaveStatus.tsx'
import { YearsTable } from './YearsTable.tsx'

const item = '11111111-1111-4111-8111-111111111111'
const paper = { id: '22222222-2222-4222-8222-222222222222', name: '2025年度审计报告.pdf' } as Evidence

const entry = (path: string, raw: string | null, more: Partial<SignedEntry> = {}): SignedEntry => ({
  path,
  raw,
  unit: null,
  source: null,
  datedOn: null,
  evidence: [],
  version: 1,
  person: 'p',
  at: '2026-09-01T02:21:00.000Z',
  by: '李四',
  ...more,
})

const editing = (
  entries: readonly SignedEntry[],
  unit: 'wan' | 'yuan' = 'wan',
  save?: () => Promise<SignedEntry>,
): Editing => ({
  store: createProfileStore({
    entries,
    kept: [],
    keep: () => {},
    newKey: () => 'k',
    save: save ?? (() => new Promise(() => {})),
    pauseMs: 0,
  }),
  enterprise: 'e',
  person: 'p',
  unit,
  today: '2026-09-01',
  relevance: {
    fields: new Set(),
    yearly: new Set(['/years/2025/revenue']),
    lists: new Set(['/honours']),
    ofItems: new Set(),
    ofFewItems: new Set(),
  },
  evidence: new Map([[paper.id, paper]]),
  addEvidence: () => {},
})

const shown = (node: ReactNode, access: Editing) => markup(<EditingContext value={access}>{node}</EditingContext>)

describe('企业资料的编辑', () => {
  test('三个年度并列，每格有年度和项目的名称；换单位分毫不差', () => {
    const revenue = entry('/years/2025/revenue', '1001.5', { unit: 'wan' })
    const inWan = shown(<YearsTable fields={yearFields} title="经济效益" />, editing([revenue]))
    const cell = inWan.all('input').find(({ attributes }) => attributes['aria-label'] === '2025 年营业收入')
    expect(cell?.attributes.value).toBe('1001.5')
    expect(inWan.byId('/years/2025/revenue-note')?.text).toContain('即 10,015,000 元')
    const inYuan = shown(<YearsTable fields={yearFields} title="经济效益" />, editing([revenue], 'yuan'))
    expect(inYuan.byId('/years/2025/revenue')?.attributes.value).toBe('10015000')
    for (const { attributes } of inWan.all('input')) expect(attributes['aria-label']).toMatch(/^202[345] 年/)
  })

  test('成立之前的年度写明不适用，没有可填的格', () => {
    const table = shown(
      <YearsTable fields={yearFields} title="经济效益" />,
      editing([entry('/about/foundedOn', '2024-05-06')]),
    )
    expect(table.html).toContain('企业 2024 年成立，不适用')
    expect(table.byId('/years/2023/revenue')).toBeUndefined()
    expect(table.byId('/years/2024/revenue')).toBeDefined()
  })

  test('读不懂的内容照样显示，说明原因', () => {
    const table = shown(
      <YearsTable fields={yearFields} title="经济效益" />,
      editing([entry('/years/2025/revenue', '约一千', { unit: 'wan' })]),
    )
    expect(table.byId('/years/2025/revenue')?.attributes).toMatchObject({ value: '约一千', 'aria-invalid': 'true' })
    expect(table.byId('/years/2025/revenue-note')?.text).toContain('“约”不是数字')
  })

  test('一年的来源和佐证写在年度下，佐证可以打开', () => {
    const table = shown(
      <YearsTable fields={yearFields} title="经济效益" />,
      editing([entry('/years/2025', null, { source: 'audited', evidence: [paper.id] })]),
    )
    expect(table.all('a').map(({ text }) => text)).toContain('2025年度审计报告.pdf')
    expect(table.html).toContain('审计报告')
  })

  test('日期照证书的写法填过的，也能看到', () => {
    const field = allFields.find(({ path }) => path === '/about/foundedOn') as (typeof allFields)[number]
    const read = shown(<PlaceField field={field} path={field.path} />, editing([entry(field.path, '2024年5月6日')]))
    expect(read.control('成立日期').attributes).toMatchObject({ type: 'date', value: '2024-05-06' })
    const unread = shown(<PlaceField field={field} path={field.path} />, editing([entry(field.path, '五月')]))
    expect(unread.control('成立日期').attributes).toMatchObject({ type: 'text', value: '五月' })
  })

  test('清单：没填时可以明确说“没有”；有项目时逐项有名称、可移除', () => {
    const empty = shown(<ListEditor list={honourList} />, editing([]))
    expect(empty.all('label').map(({ text }) => text)).toContain('没有以下荣誉')
    const one = shown(
      <ListEditor list={honourList} />,
      editing([entry(`/honours/${item}`, '1'), entry(`/honours/${item}/kind`, 'high-tech-enterprise')]),
    )
    expect(one.get('legend').text).toBe('1. 高新技术企业')
    expect(one.all('button').map(({ attributes }) => attributes['aria-label'])).toContain('移除 1. 高新技术企业')
    expect(one.all('label').map(({ text }) => text)).not.toContain('没有以下荣誉')
  })

  test('同事改过同一项：两个值并列，写明是谁、什么时候', async () => {
    const path = '/years/2025/revenue'
    const theirs = entry(path, '868', { unit: 'wan', version: 2, by: '钱八' })
    const access = editing([entry(path, '880', { unit: 'wan' })], 'wan', () =>
      Promise.reject({ status: 409, code: 'fact.stale', message: '一', remedy: '二', details: { theirs } }),
    )
    access.store.change(path, { raw: '881' })
    await access.store.flush()
    const { html, all } = shown(<ConflictDialog path={path} left={2} onClose={() => {}} />, access)
    expect(html).toContain('“2025 年营业收入”已由钱八修改')
    expect(all('dd').map(({ text }) => text)).toEqual(['868 万元', '881 万元'])
    expect(html).toContain('2026-09-01 10:21')
    expect(all('button').map(({ text }) => text)).toEqual(['用钱八的', '用我的', '稍后再选'])
    const status = shown(<SaveStatus onConflict={() => {}} />, access).get('span')
    expect(status.attributes.role).toBe('status')
    expect(status.text).toContain('1 项与同事的修改不一致')
  })

  test('名称与值的写法', () => {
    expect(placeName('/years/2025/totalAssets')).toBe('2025 年末资产总额')
    expect(placeName('/years/2025')).toBe('2025 年全部数字')
    expect(contentText('/enterprise/registeredInHenan', { raw: 'true', unit: null })).toBe('是')
    expect(contentText(`/intellectualProperty/${item}/transferredInOn`, { raw: 'none', unit: null })).toBe(
      '不是受让取得',
    )
    expect(contentText(`/honours/${item}/kind`, { raw: 'ip-advantage', unit: null })).toBe('知识产权优势企业')
    expect(contentText('/honours', { raw: 'none', unit: null })).toBe('没有以下荣誉')
    expect(contentText('/years/2025/revenue', { raw: null, unit: null })).toBe('（未填）')
  })
})
