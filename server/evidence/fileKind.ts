import { fileTypeFromBuffer } from 'file-type'

/** What people call the kinds of files they try most often; media type as file-type names it. */
const names: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word 文档',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel 表格',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint 演示文稿',
  'application/x-cfb': '旧版 Word、Excel 或 WPS 文件',
  'application/vnd.oasis.opendocument.text': 'OpenDocument 文档',
  'application/zip': 'ZIP 压缩包',
  'application/x-rar-compressed': 'RAR 压缩包',
  'application/x-7z-compressed': '7-Zip 压缩包',
  'image/heic': 'HEIC 照片（苹果手机格式，可在手机“设置—相机—格式”中改为“兼容性最佳”）',
  'image/heif': 'HEIF 照片（可在手机相机设置中改为 JPEG）',
  'image/webp': 'WebP 图片',
  'image/gif': 'GIF 图片',
  'image/tiff': 'TIFF 图片',
  'image/bmp': 'BMP 图片',
  'image/avif': 'AVIF 图片',
  'image/apng': '动画 PNG 图片',
  'video/mp4': '视频',
  'video/quicktime': '视频',
  'application/x-msdownload': '可执行程序',
}

const textKinds: readonly [RegExp, string][] = [
  [/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg|<svg\b)/i, 'SVG 图形'],
  [/^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html\b|<head\b|<body\b|<script\b|<meta\b|<iframe\b)/i, '网页（HTML）'],
  [/^\s*\{\\rtf/, 'RTF 文档'],
  [/^\s*%!PS/, 'PostScript 文件'],
  [/^\s*[{[]/, '数据或文本文件'],
]

/**
 * Documents that are ZIP archives inside are known by the names of their first members. OFD is the national layout
 * format of invoices and official documents.
 */
const archives: readonly [string, string][] = [
  ['OFD.xml', 'OFD 版式文件（可用阅读器另存或打印为 PDF）'],
  ['word/', 'Word 文档'],
  ['xl/', 'Excel 表格'],
  ['ppt/', 'PowerPoint 演示文稿'],
]

const isText = (start: string): boolean => !/[\0\uFFFD]/.test(start.slice(0, 512))

/**
 * What a file is, from its first bytes: a media type, and a name in words for those not accepted. A text that is not
 * recognised further is 文本文件, anything else 无法识别的文件.
 */
export const fileKind = async (
  head: Uint8Array,
): Promise<{ readonly type: string | undefined; readonly name: string }> => {
  const type = (await fileTypeFromBuffer(head))?.mime
  const archive = type === 'application/zip' && archives.find(([member]) => Buffer.from(head).includes(member))
  if (archive) return { type, name: archive[1] }
  const text = Buffer.from(head).toString('utf8')
  const markup = textKinds.find(([pattern]) => pattern.test(text))?.[1]
  if (type === undefined || type === 'application/xml')
    return { type, name: markup ?? (type ? 'XML 文件' : isText(text) ? '文本文件' : '无法识别的文件') }
  return { type, name: names[type] ?? '其他格式的文件' }
}
