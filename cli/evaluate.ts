import { parseArgs } from 'node:util'
import { evaluate as evaluateFacts } from '../regime/evaluation/evaluate.ts'
import { FactsRefusal } from '../regime/evaluation/facts-refusal.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import type { Outline } from '../regime/evaluation/telling/outline.ts'
import { subjectOf, tellResult } from '../regime/evaluation/telling/tell-result.ts'
import { findStandard, loadStandards } from '../standards/load.ts'
import type { Run } from './command.ts'
import { progressOn } from './evaluate/progress.ts'
import { readChunks } from './evaluate/read-chunks.ts'
import { readFacts } from './evaluate/read-facts.ts'
import { readWhole, whyUnreadable } from './evaluate/read-whole.ts'
import { readingForm } from './evaluate/reading-form.ts'
import { evaluateLines } from './evaluate/stream.ts'
import { PaperRefusal, writePaper } from './evaluate/write-paper.ts'

const usage = `用法：
  tidu evaluate 标准 事实.json            逐项说明，供阅读
  tidu evaluate 标准 事实.json --json     结果和说明，供程序使用
  tidu evaluate 标准 事实.json --pdf 文件 另存一份 PDF 评价说明，可与 --json 同用
  tidu evaluate 标准 事实.ndjson --ndjson [--explain]   一行一家企业
文件写 - 表示标准输入。标准见 tidu standards。`

const options = {
  json: { type: 'boolean' },
  ndjson: { type: 'boolean' },
  explain: { type: 'boolean' },
  pdf: { type: 'string' },
} as const

interface Asked {
  readonly standard: string
  readonly file: string
  readonly json: boolean
  readonly ndjson: boolean
  readonly explain: boolean
  /** Where to write the paper. */
  readonly pdf: string | undefined
}

const parse = (args: readonly string[]): Asked | undefined => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [standard, file] = positionals
    if (standard === undefined || file === undefined || positionals.length > 2) return undefined
    const { json = false, ndjson = false, explain = false, pdf } = values
    // A stream of enterprises is no paper.
    if (pdf !== undefined && (ndjson || pdf === '')) return undefined
    return { standard, file, json, ndjson, explain, pdf }
  } catch {
    return undefined
  }
}

/** The first option that there is not; a slip of the finger is found at once when it is named. */
const unknownOption = (args: readonly string[]): string | undefined =>
  args.find((arg) => /^-./.test(arg) && !Object.hasOwn(options, arg.replace(/^--/, '').replace(/=.*$/s, '')))

const evaluateOne = async (standard: Standard, { file, json, pdf }: Asked): Promise<number> => {
  const { facts, digest } = readFacts(await readWhole(file))
  const result = evaluateFacts(standard, facts, digest)
  const outline = (): Outline => tellResult(result, subjectOf(facts))
  if (pdf !== undefined) await writePaper(pdf, outline(), new Date().toISOString())
  const width = process.stdout.isTTY ? Math.min(Math.max(process.stdout.columns ?? 100, 48), 100) : 100
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : readingForm(outline(), width))
  return 0
}

const evaluateMany = async (standard: Standard, { file, explain }: Asked): Promise<number> => {
  const progress = progressOn(process.stderr, Date.now)
  const { lines, refused } = await evaluateLines(standard, readChunks(file), process.stdout, explain, progress.at)
  progress.end(lines, refused)
  return refused > 0 ? 2 : 0
}

/** `tidu evaluate`: one enterprise explained, or a stream of them, exactly as docs/evaluation.md says. */
export const evaluate: Run = async (args) => {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  const asked = parse(args)
  if (!asked) {
    const unknown = unknownOption(args)
    console.error(unknown === undefined ? usage : `没有“${unknown}”这个选项。\n${usage}`)
    return 2
  }
  const standard = findStandard(asked.standard)
  if (!standard) {
    const known = loadStandards().map(({ id }) => id)
    console.error(`没有“${asked.standard}”这个标准；应为下列之一：${known.join('、')}`)
    return 2
  }
  // A reader that has seen enough (head) closes the pipe; that is no fault of ours.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') console.error(`结果没有写完：${fault.message}`)
    process.exit(fault.code === 'EPIPE' ? 0 : 1)
  })
  try {
    return await (asked.ndjson ? evaluateMany(standard, asked) : evaluateOne(standard, asked))
  } catch (refusal) {
    if (refusal instanceof FactsRefusal) console.error(refusal.message)
    else if (refusal instanceof PaperRefusal) console.error(refusal.message)
    else {
      const reason = whyUnreadable(refusal, asked.file)
      if (reason === undefined) throw refusal
      console.error(reason)
    }
    return 2
  }
}
