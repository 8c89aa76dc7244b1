import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName, typedName } from './fileName.ts'

test('只留文件名本身：路径、看不见的字符、方向标记一律去掉', () => {
  for (const [given, kept] of [
    ['审计报告（2025）.pdf', '审计报告（2025）.pdf'],
    ['C:\\fakepath\\营业执照.jpg', '营业执照.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['..', '未命名'],
    ['.htaccess', 'htaccess'],
    ['a/', '未命名'],
    ['  两  个　空格 .pdf ', '两 个 空格 .pdf'],
    ['发票\u202Egpj.exe', '发票gpj.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
    ['<img src=x>.png', '_img src=x_.png'],
    ['\u0000', '未命名'],
  ] as const)
    expect(fileName(given), given).toBe(kept)
})

test('过长的名字截短，留住扩展名', () => {
  const long = fileName(`${'很长'.repeat(200)}.pdf`)
  expect([...long]).toHaveLength(120)
  expect(long.endsWith('.pdf')).toBe(true)
  expect([...fileName('😀'.repeat(300))]).toHaveLength(120)
})

test('扩展名与内容不符时补上正确的', () => {
  expect(typedName('照片.JPEG', 'image/jpeg')).toBe('照片.JPEG')
  expect(typedName('照片.pdf', 'image/jpeg')).toBe('照片.pdf.jpg')
  expect(typedName('扫描件', 'application/pdf')).toBe('扫描件.pdf')
})

test('任何文字都得到一个单行、非空、没有路径的名字', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const name = fileName(given)
      return name.length > 0 && name.length <= 240 && !/[/\\\r\n\0]/.test(name) && !name.startsWith('.')
    }),
  )
})
