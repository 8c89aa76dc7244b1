import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLParseError } from 'yaml'
import { type Edition, loadEdition } from '../regime/evaluation/edition.ts'
import { type Overlay, readOverlay } from '../regime/evaluation/overlay/read-overlay.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { CatalogueRefusal, type Documents, loadEditions } from './catalogue.ts'

/** Instruments in the order people meet them: the ladder first, then eligibility and what the terms refer to. */
const INSTRUMENTS = ['miit-2022-63', 'miit-2026-2', 'henan-2023-131', 'sme-size-2011-300'] as const
/** Folder of the notices' own conditions, apart from the instruments: they are no standards. */
const NOTICES = 'notices'
const ORDER = ['innovative.yaml', 'specialised.yaml', 'little-giant.yaml', 'eligibility.yaml']

const rank = (name: string): number => {
  const position = ORDER.indexOf(name)
  return position < 0 ? ORDER.length : position
}

/** Texts of the standards' YAML files by their place below `folder`. */
export const readStandardTexts = (folder: string): { readonly [file: string]: string } => {
  const texts: { [file: string]: string } = {}
  for (const instrument of INSTRUMENTS)
    for (const name of readdirSync(join(folder, instrument)).sort((a, b) => rank(a) - rank(b)))
      if (name.endsWith('.yaml')) texts[`${instrument}/${name}`] = readFileSync(join(folder, instrument, name), 'utf8')
  return texts
}

/** Texts of the house's own files, standards and overlays, by their place. */
export const readHouseTexts = (): { readonly [file: string]: string } => ({
  ...readStandardTexts(import.meta.dirname),
  ...readNoticeTexts(),
})

const readNoticeTexts = (): { readonly [file: string]: string } => {
  const folder = join(import.meta.dirname, NOTICES)
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return Object.fromEntries(
    names.sort().map((name) => [`${NOTICES}/${name}`, readFileSync(join(folder, name), 'utf8')]),
  )
}

const yamlProblem = ({ code, message }: YAMLParseError): string => {
  if (code === 'DUPLICATE_KEY') return '同一处写了两个相同的键'
  if (code === 'MULTIPLE_DOCS') return '一个文件只写一份文档'
  return `不是正确的 YAML：${message.split('\n')[0]}`
}

/** Parses YAML texts; a text that is no YAML is refused with its file and line. */
export const parseStandardTexts = (texts: { readonly [file: string]: string }): Documents => {
  const documents: { [file: string]: unknown } = {}
  for (const [file, text] of Object.entries(texts)) {
    const document = parseDocument(text, { lineCounter: new LineCounter() })
    const [fault] = document.errors
    if (fault) throw new StandardFileRefusal(file, fault.linePos?.[0].line ?? 1, yamlProblem(fault))
    try {
      documents[file] = document.toJS()
    } catch {
      // An alias that stands for itself or for more than anyone would write.
      throw new StandardFileRefusal(file, 1, '引用（*）指向自身或展开过多，请直接写出内容')
    }
  }
  return documents
}

/** A standard's file cannot be taken in: file, line and one sentence. */
export class StandardFileRefusal extends Error {
  readonly file: string
  readonly line: number
  readonly problem: string

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line} ${problem}`)
    this.name = 'StandardFileRefusal'
    this.file = file
    this.line = line
    this.problem = problem
  }
}

/** Line of the place a refusal names, or of the nearest place above it that the text has. */
export const lineOf = (text: string, path: readonly (string | number)[]): number => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, keepSourceTokens: true })
  for (let depth = path.length; depth > 0; depth--) {
    // A member of a mapping stands where its key is written, its value may begin on the next line.
    const parent = document.getIn(path.slice(0, depth - 1), true)
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === path[depth - 1])
      : undefined
    const node = pair ? pair.key : document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line
  }
  return 1
}

/** The standards of `loadEditionTexts`. */
export const loadStandardTexts = (texts: { readonly [file: string]: string }): readonly Standard[] =>
  loadEditionTexts(texts).map(({ standard }) => standard)

/** Loads standards and their documents from YAML texts; every refusal says file, line and why. */
export const loadEditionTexts = (texts: { readonly [file: string]: string }): readonly Edition[] => {
  try {
    return loadEditions(parseStandardTexts(texts))
  } catch (refusal) {
    if (!(refusal instanceof CatalogueRefusal)) throw refusal
    const { file, path, problem } = refusal
    throw new StandardFileRefusal(file, lineOf(texts[file] ?? '', path), problem)
  }
}

let loaded: readonly Edition[] | undefined

/** Every edition of the house, loaded once. */
export const loadHouseEditions = (): readonly Edition[] => {
  loaded ??= loadEditionTexts(readStandardTexts(import.meta.dirname))
  return loaded
}

let overlays: readonly OverlayDocument[] | undefined

/** A notice's own conditions as the house ships them, put upon its standards once to see that they load. */
export interface OverlayDocument {
  readonly overlay: Overlay
  readonly document: unknown
}

/** Overlays of the house (standards/notices/), loaded once; each loads upon every standard it names. */
export const loadHouseOverlays = (): readonly OverlayDocument[] => {
  if (overlays) return overlays
  overlays = Object.entries(parseStandardTexts(readNoticeTexts())).map(([file, document]) => {
    const overlay = readOverlay(document)
    if (`${overlay.id}.yaml` !== file) throw new Error(`${file}: its id is ${overlay.id}`)
    for (const { standard, documents } of loadHouseEditions())
      if (overlay.of.includes(standard.id)) loadEdition({ ...documents, overlay: document })
    return { overlay, document }
  })
  return overlays
}

/** Size rules of the house by the name terms give them; undefined where there are none. */
export const findHouseSize = (name: string): unknown => {
  const file = `${name}/industries.yaml`
  const text = readStandardTexts(import.meta.dirname)[file]
  return text === undefined ? undefined : parseStandardTexts({ [file]: text })[file]
}

/** Every standard of the house, loaded once. */
export const loadStandards = (): readonly Standard[] => loadHouseEditions().map(({ standard }) => standard)

/** The standard with this id, or undefined. */
export const findStandard = (id: string): Standard | undefined => loadStandards().find((standard) => standard.id === id)
