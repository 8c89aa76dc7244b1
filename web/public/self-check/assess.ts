import { evaluate } from '../../../regime/evaluation/evaluate.ts'
import { FactsRefusal } from '../../../regime/evaluation/facts-refusal.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Result } from '../../../regime/evaluation/result.ts'
import type { Standard } from '../../../regime/evaluation/standard.ts'
import { type Day, yearOf } from '../../../regime/kernel/day.ts'
import { assemble } from '../../../regime/profile/assemble.ts'
import type { Ignored } from '../../../regime/profile/sheet.ts'
import { beyondFacts } from './beyond.ts'
import { factEntries, type Sheet } from './sheet.ts'

/** What the self-check found: each standard's result, and what was typed but could not be read. */
export interface Assessment {
  /** The document the results are of, the same that is saved to a file. */
  readonly evaluated: Readonly<Record<string, unknown>>
  /** Under the standard chosen. */
  readonly chosen: Result
  readonly eligibility: Result
  readonly ignored: readonly Ignored[]
}

export interface Standards {
  readonly chosen: Standard
  readonly eligibility: Standard
}

type FactsDocument = Record<string, unknown> & { years?: { year: number }[] }

/** The facts of a sheet as a document; who the firm is stays out of it. */
export const factsOf = (sheet: Sheet): { facts: FactsDocument; ignored: readonly Ignored[] } => {
  const { facts, ignored } = assemble(
    factEntries(sheet),
    { name: '', uscc: '', usccConfirmed: false, authority: '' },
    { asOf: sheet.asOf as Day, application: 'new' },
  )
  const { name, uscc, usccConfirmed, authority, ...enterprise } = facts.enterprise as Record<string, unknown>
  const bare: FactsDocument = { ...facts, ...beyondFacts(sheet.beyond ?? {}, sheet.asOf) }
  delete bare.enterprise
  return { facts: Object.keys(enterprise).length > 0 ? { ...bare, enterprise } : bare, ignored }
}

/** Names every part that may still be filled in, so that what is missing is told figure by figure. */
const spelledOut = (facts: FactsDocument, asOf: Day): Readonly<Record<string, unknown>> => {
  const years = new Map((facts.years ?? []).map((year) => [year.year, year]))
  for (const year of [1, 2, 3].map((ago) => yearOf(asOf) - ago)) if (!years.has(year)) years.set(year, { year })
  return { enterprise: {}, product: {}, management: {}, ...facts, years: [...years.values()] }
}

/** The sheet as the document that is evaluated, printed and saved: one digest wherever it goes. */
export const documentOf = (sheet: Sheet): { facts: Readonly<Record<string, unknown>>; ignored: readonly Ignored[] } => {
  const { facts, ignored } = factsOf(sheet)
  return { facts: spelledOut(facts, sheet.asOf as Day), ignored }
}

/** Evaluates a sheet under both standards, here, with the same code as the server's. */
export const assess = (sheet: Sheet, standards: Standards): Assessment => {
  const { facts: evaluated, ignored } = documentOf(sheet)
  const known = parseFacts(evaluated)
  return {
    evaluated,
    ignored,
    chosen: evaluate(standards.chosen, known),
    eligibility: evaluate(standards.eligibility, known),
  }
}

/** Reads a facts file someone chose: a document that is let in, or why not, in words. */
export const readFactsFile = (text: string): { readonly facts: { asOf: string } } | { readonly problem: string } => {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return { problem: '这不是数据文件：内容不是 JSON。请选择由本页或系统导出的数据文件。' }
  }
  try {
    parseFacts(document)
  } catch (error) {
    if (error instanceof FactsRefusal) return { problem: `数据文件有误。${error.message}。` }
    throw error
  }
  return { facts: document as { asOf: string } }
}
