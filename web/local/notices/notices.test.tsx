import { describe, expect, test } from 'vitest'
import { PROVINCE } from '../../../regime/jurisdiction/authorities.ts'
import { markup } from '../../components/markup.ts'
import { draftTitle, proposeLabel, statusTag } from '../list/words.ts'
import { noticeErrors } from './notice-errors.ts'
import { PeriodStrip } from './PeriodStrip.tsx'

const day = (text: string, workday: boolean, name = '工作日') => ({ day: text, workday, name, provisional: false })
const strip = [
  day('2026-09-24', true),
  day('2026-09-25', false, '中秋节'),
  day('2026-09-26', false, '周六'),
  day('2026-10-10', true, '调休上班'),
]

describe('公示期逐日（第九条）', () => {
  test('按工作日：节假日和周末不计，调休上班日计入并注明', () => {
    const days = markup(<PeriodStrip strip={strip} basis="workday" />).all('li')
    expect(days.map(({ text }) => text)).toEqual([
      '9月24日周四第 1 日',
      '9月25日周五中秋节',
      '9月26日周六休息日',
      '10月10日周六第 2 日调休上班',
    ])
  })

  test('按自然日：天天计入', () => {
    const days = markup(<PeriodStrip strip={strip} basis="calendar" />).all('li')
    expect(days.map(({ text }) => text.match(/第 \d 日/)?.[0])).toEqual(['第 1 日', '第 2 日', '第 3 日', '第 4 日'])
  })
})

describe('拟定公示名单', () => {
  const typed = {
    title: '洛阳市拟备案企业名单',
    draft: { from: '2026-09-02', basis: 'workday', days: '5', to: '', reason: '' },
    contact: { phone: '0379-60000000', email: '', address: '' },
    chosen: 2,
    computed: { from: '2026-09-02', to: '2026-09-08', counted: 5, provisional: false, strip: [] },
    today: '2026-09-01',
  }

  test('逐栏说明缺什么、该怎样填', () => {
    expect(noticeErrors(typed)).toEqual({})
    const draft = { ...typed.draft, from: '2026-08-31', days: '0', to: '2026-08-01' }
    const wrong = noticeErrors({
      ...typed,
      title: '短',
      draft,
      contact: { phone: '无', email: 'x', address: '' },
      chosen: 0,
    })
    expect(Object.keys(wrong).sort()).toEqual(['cases', 'days', 'email', 'from', 'phone', 'reason', 'title', 'to'])
  })

  test('改了截止日须写理由；与推算相同的不算改', () => {
    const to = (day: string, reason = '') => noticeErrors({ ...typed, draft: { ...typed.draft, to: day, reason } })
    expect(to('2026-09-08')).toEqual({})
    expect(Object.keys(to('2026-09-10'))).toEqual(['reason'])
    expect(to('2026-09-10', '与会议时间错开')).toEqual({})
  })

  test('按钮的话取自程序表，标题按机关和批次起草', () => {
    expect(proposeLabel('notice', '410300')).toBe('列入公示名单，报审批')
    expect(proposeLabel('notice', PROVINCE)).toBe('列入省级公示名单，报审批')
    expect(draftTitle('410300', '2026 年度第二批创新型中小企业评价', '拟备案名单')).toBe(
      '洛阳市 2026 年度第二批创新型中小企业拟备案名单',
    )
    expect(statusTag({ status: 'approved', kind: 'filing' }).words).toBe('已报省备案')
  })
})
