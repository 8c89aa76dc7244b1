import { isAlias, isCollection, LineCounter, type Node, parseDocument, visit, type YAMLError } from 'yaml'
import { type Edition, loadEdition } from '../regime/evaluation/edition.ts'
import { readTerms } from '../regime/evaluation/loading/read-terms.ts'
import { type DocumentPath, StandardRefusal } from '../regime/evaluation/loading/standard-refusal.ts'
import { isOverlay, type Overlay, readOverlay } from '../regime/evaluation/overlay/read-overlay.ts'
import { lineOf } from './load.ts'

/** A file somebody hands in: its name, with or without its instrument's folder, and its text. */
export interface UploadedFile {
  readonly name: string
  readonly text: string
}

/** Why a file cannot be taken in: the line, from 1, and one sentence. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly sentence: string
}

/** A standard of an upload as it loads, with the file it came from. */
export interface UploadedStandard {
  readonly kind: 'standard'
  readonly file: string
  readonly edition: Edition
}

/** An overlay of an upload: it loads upon every standard it names that is at hand. */
export interface UploadedOverlay {
  readonly kind: 'overlay'
  readonly file: string
  readonly overlay: Overlay
  readonly document: unknown
}

export interface CheckedUpload {
  readonly findings: readonly Finding[]
  /** What loads; complete where there is no finding. */
  readonly read: readonly (UploadedStandard | UploadedOverlay)[]
}

/** What an upload is read against: terms an instrument already has, size rules, standards an overlay may be put upon. */
export interface UploadGround {
  readonly findTerms: (instrument: string) => unknown
  readonly findSize: (name: string) => unknown
  readonly findBases: (id: string) => readonly Edition[]
}

export const MOST_FILES = 12
export const MOST_TEXT = 200_000
const DEEPEST = 24
const NAME = /^(?:[a-z0-9-]+\/)?[a-z0-9-]+\.ya?ml$/

interface ParsedFile {
  readonly name: string
  readonly text: string
  readonly document: unknown
}

const yamlWords: { readonly [code: string]: string } = {
  DUPLICATE_KEY: '同一处把一个键写了两次，两个值哪个算数不明',
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进用了制表符，应用空格',
  MISSING_CHAR: '缺少配对的括号、引号或冒号',
  UNEXPECTED_TOKEN: '这里出现了不应有的内容',
  MULTILINE_IMPLICIT_KEY: '键写到了下一行，或缺少冒号',
  BLOCK_IN_FLOW: '花括号或方括号里混用了缩进写法',
  BAD_SCALAR_START: '文字不能以这个符号开头，请加引号',
  MULTIPLE_DOCS: '一个文件里有两份文档',
  BLOCK_AS_IMPLICIT_KEY: '键和值写乱了，可能缺少逗号、冒号、括号，或缩进不齐',
  TAG_RESOLVE_FAILED: '不支持这种标记（!）',
}

/** Punctuation as Chinese input methods write it, which YAML takes for text. */
const FULL_WIDTH = /[：，｛｝［］＃＂＇\u3000]/

const yamlFinding = ({ name, text }: UploadedFile, { code, linePos }: YAMLError): Finding => {
  const line = linePos?.[0].line ?? 1
  const [wide] = text.split('\n')[line - 1]?.match(FULL_WIDTH) ?? []
  const hint = wide ? `这一行有全角的“${wide}”，格式用的标点和空格须是半角。` : ''
  return { file: name, line, sentence: `不是正确的 YAML：${yamlWords[code] ?? `格式有误（${code}）`}。${hint}` }
}

const depthOf = (node: unknown, depth = 1): number =>
  depth <= DEEPEST && isCollection(node)
    ? Math.max(
        depth,
        ...node.items.map((item) =>
          depthOf('value' in (item as object) ? (item as { value: unknown }).value : item, depth + 1),
        ),
      )
    : depth

/** Parses one file within bounds: no references (a few lines can stand for billions), no depth without end. */
const parseFile = (file: UploadedFile): ParsedFile | readonly Finding[] => {
  const { name, text } = file
  const finding = (sentence: string, line = 1): readonly Finding[] => [{ file: name, line, sentence }]
  if (!NAME.test(name)) return finding('文件名只用小写字母、数字和连字符，以 .yaml 结尾。')
  if (text.length > MOST_TEXT) return finding(`文件过大：至多 ${MOST_TEXT / 1000} 千字。`)
  const garbled = text.split('\n').findIndex((line) => line.includes('\ufffd'))
  if (garbled >= 0) return finding('有乱码：文件不是按 UTF-8 编码保存的，请另存为 UTF-8 后重新选择。', garbled + 1)
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter })
    const faults = [...document.errors, ...document.warnings].map((fault) => yamlFinding(file, fault))
    // One slip is often noted several times on its line, in the same words.
    const told = (one: Finding): string => `${one.line} ${one.sentence}`
    if (faults.length > 0) return [...new Map(faults.map((one) => [told(one), one])).values()]
    let alias: Node | undefined
    visit(document, (_, node) => {
      if (!isAlias(node)) return undefined
      alias = node
      return visit.BREAK
    })
    if (alias)
      return finding('不使用引用（& 与 *）：请把内容原样写出。', lineCounter.linePos(alias.range?.[0] ?? 0).line)
    if (depthOf(document.contents) > DEEPEST) return finding('层次过深。')
    return { name, text, document: document.toJS({ maxAliasCount: 0 }) }
  } catch (problem) {
    // Brackets nested without end exhaust the parser's stack.
    if (problem instanceof RangeError || problem instanceof ReferenceError) return finding('层次过深，无法读取。')
    throw problem
  }
}

const baseOf = (name: string): string => (name.split('/').at(-1) ?? name).replace(/\.yml$/, '.yaml')

const idOf = ({ document }: ParsedFile): string => {
  const id = (document as { readonly id?: unknown } | null)?.id
  return typeof id === 'string' ? id : ''
}

/** Runs `read`; a refusal becomes a finding at its line. */
const tried = <T>(file: ParsedFile, read: () => T, own: (path: DocumentPath) => DocumentPath = (path) => path) => {
  try {
    return { value: read() }
  } catch (refusal) {
    if (!(refusal instanceof StandardRefusal)) throw refusal
    const line = lineOf(file.text, own(refusal.path))
    return { finding: { file: file.name, line, sentence: `${refusal.problem}。` } satisfies Finding }
  }
}

/**
 * Reads an upload with the house's own loader: the standards of one instrument with their terms, or overlays, or both.
 * Gives every fault of YAML, and the first fault of each file that is well-formed; nothing is stored.
 */
export const checkUpload = (files: readonly UploadedFile[], ground: UploadGround): CheckedUpload => {
  const findings: Finding[] = []
  const parsed: ParsedFile[] = []
  for (const file of files) {
    const one = parseFile(file)
    if ('document' in one) parsed.push(one)
    else findings.push(...one)
  }
  if (files.length === 0) findings.push({ file: '', line: 1, sentence: '没有文件。' })
  if (files.length > MOST_FILES) findings.push({ file: '', line: 1, sentence: `至多 ${MOST_FILES} 个文件。` })
  for (const [index, { name }] of parsed.entries())
    if (parsed.findIndex((one) => one.name === name) < index)
      findings.push({ file: name, line: 1, sentence: '有两个同名的文件。' })
  const termsFile = parsed.find(({ name }) => baseOf(name) === 'terms.yaml')
  const others = parsed.filter((file) => file !== termsFile)
  const overlays = others.filter(({ document }) => typeof document === 'object' && isOverlay(document))
  const standards = others.filter((file) => !overlays.includes(file))
  const instruments = new Set(standards.map((file) => idOf(file).split('/')[0]))
  if (instruments.size > 1)
    findings.push({ file: '', line: 1, sentence: `一次只收一个文件的标准，这里有：${[...instruments].join('、')}。` })
  // A standard that is no YAML is there, and has been told of.
  if (termsFile && standards.length === 0 && parsed.length === files.length)
    findings.push({ file: termsFile.name, line: 1, sentence: '只有口径，没有标准：请连同使用它的标准一起提交。' })
  const [instrument = ''] = instruments
  const terms = withSize(termsFile ? termsFile.document : (ground.findTerms(instrument) ?? {}), ground)
  if (termsFile) {
    const { finding } = tried(termsFile, () => readTerms(terms))
    if (finding) findings.push(finding)
  }
  const read: (UploadedStandard | UploadedOverlay)[] = []
  const termsFail = findings.some(({ file }) => file === termsFile?.name)
  for (const file of termsFail ? [] : standards) {
    const { value, finding } = tried(file, () => {
      const edition = loadEdition({ standard: file.document, terms })
      demandName(file, edition.standard.id)
      return edition
    })
    if (finding) findings.push(finding)
    if (value) read.push({ kind: 'standard', file: file.name, edition: value })
  }
  const fresh = read.flatMap((one) => (one.kind === 'standard' ? [one.edition] : []))
  for (const file of overlays) {
    const { value, finding } = tried(
      file,
      () => putUpon(file, [...fresh, ...readOverlay(file.document).of.flatMap(ground.findBases)]),
      (path) => (path[0] === 'overlay' ? path.slice(1) : path),
    )
    if (finding) findings.push(finding)
    if (value) read.push({ kind: 'overlay', file: file.name, overlay: value, document: file.document })
  }
  return { findings, read }
}

const withSize = (terms: unknown, { findSize }: UploadGround): unknown => {
  if (typeof terms !== 'object' || terms === null || !('size' in terms)) return terms
  return typeof terms.size === 'string' ? { ...terms, size: findSize(terms.size) ?? terms.size } : terms
}

const demandName = (file: ParsedFile, id: string): void => {
  const wanted = file.name.includes('/') ? `${id}.yaml` : `${id.split('/')[1]}.yaml`
  if (file.name.replace(/\.yml$/, '.yaml') !== wanted)
    throw new StandardRefusal(['id'], `编号“${id}”与文件名“${file.name}”不符，文件名应为“${wanted}”`)
}

/** Puts an overlay upon every standard it names; refused where one of them is not at hand. */
const putUpon = (file: ParsedFile, bases: readonly Edition[]): Overlay => {
  const overlay = readOverlay(file.document)
  demandName(file, overlay.id)
  for (const [index, id] of overlay.of.entries()) {
    const own = bases.filter(({ standard }) => standard.id === id)
    if (own.length === 0) throw new StandardRefusal(['of', index], `没有编号为“${id}”的标准`)
    for (const { documents } of own) loadEdition({ ...documents, overlay: file.document })
  }
  return overlay
}
