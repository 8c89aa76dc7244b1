import { describe, expect, test } from 'vitest'
import type { PublicNotice } from '../../../contract/notices.ts'
import { markup } from '../../components/markup.ts'
import { FirmList, firmsAsked } from './FirmList.tsx'
import { NoticeItem } from './NoticeItem.tsx'
import { lengthWords, openingWords, periodWords } from './words.ts'

const notice: PublicNotice = {
  authority: '410300',
  id: '00000000-0000-4000-8000-000000000001',
  office: '洛阳市工业和信息化局',
  level: 'local',
  title: '洛阳市拟备案名单',
  tier: 'innovative',
  batchTitle: '2026 年度第二批',
  firms: 1284,
  publishedOn: '2026-09-28',
  from: '2026-09-28',
  to: '2026-10-09',
  basis: 'workday',
  days: 5,
  provisional: false,
  state: 'running',
  daysLeft: 3,
  contact: { phone: '0379-60000000' },
}
const item = (changes: Partial<PublicNotice>) =>
  markup(<NoticeItem notice={{ ...notice, ...changes }} today="2026-10-06" />).get('li').text

describe('公示（第九条）', () => {
  test('列表一行写明机关、家数、起止、首日计入和剩余天数', () => {
    const words = item({})
    for (const part of [
      '洛阳市工业和信息化局',
      '共 1,284 家',
      '9月28日',
      '10月9日',
      '5 个工作日，首日计入',
      '还剩 3 天',
    ])
      expect(words).toContain(part)
    expect(item({ daysLeft: 0 })).toContain('今天截止')
    expect(item({ state: 'ahead' })).toContain('9月28日开始')
    expect(item({ state: 'ended', daysLeft: -1 })).toContain('已结束')
  })

  test('公示的话写明走过的环节和公示期；跨年的写全年份', () => {
    expect(openingWords(notice)).toContain('实地核查')
    expect(openingWords(notice)).toContain('2026年9月28日至10月9日')
    expect(openingWords({ ...notice, level: 'province' })).toContain('公告')
    expect(periodWords({ from: '2026-12-29', to: '2027-01-05' })).toBe('2026年12月29日至2027年1月5日')
    expect(lengthWords({ days: 7, basis: 'calendar' })).toBe('7 天，首日计入')
  })
})

const firm = (position: number, removedOn: string | null = null) => ({
  id: `00000000-0000-4000-8000-00000000001${position}`,
  position,
  place: '410300',
  name: `演示公司${position}`,
  uscc: '91410300DEM000022W',
  removedOn: removedOn as never,
})
const list = (total: number, objectTo?: () => string) =>
  markup(
    <FirmList
      title="公示名单"
      total={total}
      firms={{ firms: [firm(1), firm(2, '2026-09-30')], found: total, page: 1, pageSize: 100 }}
      search={new URLSearchParams()}
      places={false}
      objectTo={objectTo}
    />,
  )

describe('名单', () => {
  test('R9.10 移出的企业留在原处，划去并注明日期，不能再对它提出异议', () => {
    const { all } = list(2, () => '/objection')
    expect(all('s').map(({ text }) => text)).toEqual(['演示公司2'])
    expect(all('th').map(({ text }) => text)).toContain('演示公司2 已于 2026年9月30日移出名单')
    const links = all('a').filter(({ attributes }) => attributes['aria-label'])
    expect(links.map(({ attributes }) => attributes['aria-label'])).toEqual(['对演示公司1提出异议'])
  })

  test('地址里的页码和查找词不合规矩的，按第一页和截短后的词', () => {
    const asked = (search: string) => firmsAsked(new Request(`http://x/notices?${search}`))
    expect(asked('page=-1')).toEqual({ page: 1 })
    expect(asked('page=2&name=%20洛阳%20')).toEqual({ page: 2, name: '洛阳' })
    expect(asked(`name=${'长'.repeat(200)}&all=1`)).toEqual({ page: 1, name: '长'.repeat(100), all: '1' })
  })
})
