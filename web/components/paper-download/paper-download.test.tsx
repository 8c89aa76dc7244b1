import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../contract/client.ts'
import { contract } from '../../../contract/index.ts'
import { markup } from '../markup.ts'
import { PaperDownload } from './PaperDownload.tsx'
import { enterprisePaper, officePaper } from './paper-href.ts'

const fetchPaper = () => Promise.reject(new Error('not pressed'))

describe('下载评价说明', () => {
  test('有地址的是链接，没有脚本也能下载；没有地址的是按钮，旁边写明数据怎样处理', () => {
    const link = markup(<PaperDownload name="a.pdf" fetchPaper={fetchPaper} href="/api/cases/1/paper" />)
    expect(link.get('a')).toMatchObject({ attributes: { href: '/api/cases/1/paper' }, text: '下载评价说明（PDF）' })
    const button = markup(
      <PaperDownload name="a.pdf" fetchPaper={fetchPaper}>
        <span>不保存</span>
      </PaperDownload>,
    )
    expect(button.get('button').text).toBe('下载评价说明（PDF）')
    expect(button.get('span').text).toBe('不保存')
  })
  test('地址与接口约定一致', () => {
    expect(officePaper('c')).toBe(addressOf(contract.cases.paper, { params: { case: 'c' } }))
    expect(enterprisePaper('e', 'c')).toBe(
      addressOf(contract.applications.paper, { params: { enterprise: 'e', case: 'c' } }),
    )
  })
})
