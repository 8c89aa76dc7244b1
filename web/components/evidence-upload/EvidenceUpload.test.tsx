import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { announcedType } from './acceptable.ts'
import { EvidenceUpload } from './EvidenceUpload.tsx'
import { fileDigest } from './file-digest.ts'
import { UploadRow } from './UploadRow.tsx'
import type { UploadItem } from './upload-queue.ts'

const owner = { kind: 'enterprise', enterprise: 'f' } as const
const nothing = () => {}

test('上传处有名称和说明，是真正的文件输入，只列出可收的格式', () => {
  const { get, control, html } = markup(
    <EvidenceUpload name="audit" label="审计报告" hint="上年度" owner={owner} files={[]} onEvidence={nothing} camera />,
  )
  expect(get('legend').text).toBe('审计报告')
  expect(control('选择文件').attributes).toMatchObject({ type: 'file', accept: 'application/pdf,image/jpeg,image/png' })
  expect(control('选择文件').attributes).toHaveProperty('multiple')
  expect(control('拍照').attributes).toMatchObject({ accept: 'image/jpeg,image/png', capture: 'environment' })
  expect(get('fieldset').text).toContain('每个不超过 20 MB')
  expect(html).not.toContain('style=')
})

test('已传的材料列出名称、大小，可看、可移除，按钮说清移除哪一个', () => {
  const files = [{ id: 'e1', name: '审计报告.pdf', bytes: 3_355_443 }]
  const { get, all } = markup(
    <EvidenceUpload
      {...{ owner, files }}
      name="a"
      label="x"
      onEvidence={nothing}
      onRemove={nothing}
      href={(id) => `/e/${id}`}
    />,
  )
  expect(get('a').attributes.href).toBe('/e/e1')
  expect(get('li').text).toContain('已上传 · 3.2 MB')
  expect(all('button').map(({ attributes }) => attributes['aria-label'])).toEqual(['移除 审计报告.pdf'])
})

const item: UploadItem = {
  key: 'k',
  name: '审计.pdf',
  bytes: 2_097_152,
  sent: 1_048_576,
  phase: 'sending',
  again: true,
}
const row = (change: Partial<UploadItem>) =>
  markup(<UploadRow item={{ ...item, ...change }} onCancel={nothing} onRetry={nothing} />)

test('每个文件各有进度和状态的话，断了的说会自动继续', () => {
  expect(row({}).get('li').text).toContain('已传 1 MB，共 2 MB')
  expect(row({}).get('progress').attributes).toMatchObject({
    value: '1048576',
    max: '2097152',
    'aria-label': '审计.pdf 上传进度',
  })
  const interrupted = row({ phase: 'interrupted' })
  expect(interrupted.get('li').text).toContain('连接中断，已传 1 MB，将自动从断处继续')
  expect(interrupted.all('button').map(({ text }) => text)).toEqual(['现在继续', '取消'])
})

test('没有收下的，说出它是什么、为什么、怎么办；能重试的才给重试', () => {
  const problem = {
    status: 415,
    code: 'x',
    message: '佐证只收 PDF、JPEG、PNG，这个文件的内容不是。',
    remedy: '请另存为 PDF。',
  }
  const refused = row({ phase: 'refused', again: false, problem: { ...problem, found: 'Word 文档' } })
  expect(refused.get('li').text).toContain('“审计.pdf”是Word 文档。佐证只收 PDF、JPEG、PNG')
  expect(refused.all('button').map(({ text }) => text)).toEqual(['移除'])
  expect(refused.all('progress')).toEqual([])
  expect(
    row({ phase: 'refused', problem })
      .all('button')
      .map(({ text }) => text),
  ).toEqual(['重试', '移除'])
})

test('按开头的字节认出三种格式', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
  expect(announcedType(bytes('%PDF-1.7'))).toBe('application/pdf')
  expect(announcedType(bytes('\xff\xd8\xff\xe1'))).toBe('image/jpeg')
  expect(announcedType(bytes('\x89PNG\r\n\x1a\n'))).toBe('image/png')
  for (const other of ['', '%PD', '<html>', 'PK\x03\x04', 'GIF89a']) expect(announcedType(bytes(other))).toBeUndefined()
})

test('没有浏览器自带的摘要算法时，用自己的，结果相同', async () => {
  const file = new Blob(['梯度'.repeat(1000)])
  const own = await fileDigest(file)
  const { subtle } = crypto
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true })
  try {
    expect(await fileDigest(file)).toBe(own)
  } finally {
    Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true })
  }
})
