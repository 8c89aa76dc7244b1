import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../contract/client.ts'
import { evidence } from '../../../contract/evidence.ts'
import { markup } from '../markup.ts'
import { EvidenceViewer } from './EvidenceViewer.tsx'
import { enterpriseEvidence, forSaving, officeEvidence } from './evidence-href.ts'
import { placing, zoomBy } from './placing.ts'
import { sizeText } from './size-text.ts'

const pdf = { name: '审计报告.pdf', mediaType: 'application/pdf', bytes: 3_355_443 }

describe('佐证查看', () => {
  test('PDF 在浏览器自带阅读器里打开到所指的页，没有脚本也能打开、下载', () => {
    const { get, all } = markup(<EvidenceViewer file={pdf} href="/api/evidence/410300/x" page={14} />)
    expect(get('section').attributes['aria-label']).toBe('佐证：审计报告.pdf')
    expect(get('iframe').attributes).toMatchObject({
      src: '/api/evidence/410300/x#page=14&view=FitH&navpanes=0',
      title: '审计报告.pdf',
    })
    expect(all('a').map(({ text, attributes }) => [text, attributes.href])).toEqual([
      ['新窗口打开', '/api/evidence/410300/x#page=14'],
      ['下载', '/api/evidence/410300/x?download=1'],
    ])
    expect(get('header').text).toContain('第 14 页 · 3.2 MB')
  })

  test('图片有名字，缩放和旋转的按钮都有名称，页面里没有 style 属性', () => {
    const { get, all, html } = markup(
      <EvidenceViewer file={{ name: '车间.jpg', mediaType: 'image/jpeg', bytes: 900 }} href="/x" />,
    )
    expect(get('img').attributes).toMatchObject({ src: '/x', alt: '车间.jpg' })
    for (const { text, attributes } of all('button')) expect(attributes['aria-label'] ?? text).not.toBe('')
    expect(html).not.toContain('style=')
  })

  test('地址与接口约定一致', () => {
    const office = { authority: '410300', evidence: 'e' }
    expect(officeEvidence('410300', 'e')).toBe(addressOf(evidence.read, { params: office }))
    expect(forSaving(officeEvidence('410300', 'e'))).toBe(
      addressOf(evidence.read, { params: office, query: { download: '1' } }),
    )
    const own = { enterprise: 'f', evidence: 'e' }
    expect(enterpriseEvidence('f', 'e')).toBe(addressOf(evidence.ofEnterprise, { params: own }))
  })

  test('大小照文件管理器的写法', () => {
    expect([0, 1023, 1024, 34_567, 1024 * 1024, 3_355_443, 20 * 1024 * 1024, 11_010_048].map(sizeText)).toEqual([
      '0 字节',
      '1023 字节',
      '1 KB',
      '34 KB',
      '1 MB',
      '3.2 MB',
      '20 MB',
      '11 MB',
    ])
  })

  test('转动后占的地方随之改变，小图不放大，放大缩小按常用档', () => {
    const photo = { width: 4000, height: 3000 }
    expect(placing(photo, 0, undefined, 400)).toMatchObject({ percent: 10, frame: { width: 400, height: 300 } })
    expect(placing(photo, 1, undefined, 400)).toMatchObject({
      percent: 13,
      image: { width: 520, height: 390 },
      frame: { width: 390, height: 520 },
      transform: 'translateX(390px) rotate(90deg)',
    })
    expect(placing(photo, 2, 50, 400).transform).toBe('translate(2000px, 1500px) rotate(180deg)')
    expect(placing({ width: 60, height: 40 }, 0, undefined, 400).percent).toBe(100)
    expect([zoomBy(10, 1), zoomBy(100, 1), zoomBy(100, -1), zoomBy(400, 1), zoomBy(25, -1), zoomBy(10, -1)]).toEqual([
      25, 125, 80, 400, 25, 10,
    ])
  })
})
