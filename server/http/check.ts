import type { z } from 'zod'
import type { FieldProblem } from '../../contract/problem.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { fieldMessage } from './fieldMessage.ts'

/** Deepest nesting of a request body; deeper ones exist only to exhaust a stack. */
export const MAX_DEPTH = 32
/** Problems told about at once. */
const MAX_PROBLEMS = 50

const escaped = (key: PropertyKey): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1')

/** JSON pointer (RFC 6901) of a path. */
export const pointer = (path: readonly PropertyKey[]): string => path.map((key) => `/${escaped(key)}`).join('')

const invalid = (part: FieldProblem['in'], problems: readonly Omit<FieldProblem, 'in'>[]): Refusal =>
  new Refusal('request.invalid', {
    fields: problems.slice(0, MAX_PROBLEMS).map((problem) => ({ in: part, ...problem })),
  })

// The database holds neither U+0000 nor half of a surrogate pair; refused here, they never become a failure there.
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/**
 * Refuses what no schema looks at: nesting beyond `MAX_DEPTH` and text the database cannot hold, in keys and values.
 * Walks without recursion.
 */
export const checkShape = (part: FieldProblem['in'], value: unknown): void => {
  const waiting: { value: unknown; path: readonly PropertyKey[] }[] = [{ value, path: [] }]
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    if (typeof item.value === 'string' && !isStorable(item.value))
      throw invalid(part, [{ pointer: pointer(item.path), message: '含有无法保存的字符。' }])
    if (typeof item.value !== 'object' || item.value === null) continue
    if (item.path.length >= MAX_DEPTH)
      throw invalid(part, [{ pointer: '', message: `内容嵌套不超过 ${MAX_DEPTH} 层。` }])
    for (const [key, child] of Object.entries(item.value)) {
      if (!isStorable(key)) throw invalid(part, [{ pointer: pointer(item.path), message: '含有无法保存的字符。' }])
      waiting.push({ value: child, path: [...item.path, key] })
    }
  }
}

/** The first problem of each field; unknown keys are named each. */
const problemsOf = (issues: readonly z.core.$ZodIssue[]): Omit<FieldProblem, 'in'>[] => {
  const first = new Map<string, string>()
  for (const issue of issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    for (const path of paths) if (!first.has(pointer(path))) first.set(pointer(path), issue.message)
  }
  return [...first].map(([at, message]) => ({ pointer: at, message }))
}

/** The part of a request as its schema gives it; refuses (`request.invalid`) with a JSON pointer for each problem. */
export const check = <S extends z.ZodType>(part: FieldProblem['in'], schema: S, value: unknown): z.output<S> => {
  checkShape(part, value)
  const parsed = schema.safeParse(value, { error: fieldMessage })
  if (!parsed.success) throw invalid(part, problemsOf(parsed.error.issues))
  return parsed.data
}
