import { pointerTo, printable } from '../evaluation/facts-refusal.ts'
import { CASE_FILE_FORMAT, type CaseFile } from './case-file.ts'

/** A document is no case file of this format: where and why, in Chinese. */
export class CaseFileRefusal extends Error {
  readonly pointer: string
  readonly problem: string

  constructor(pointer: string, problem: string) {
    super(`${pointer === '' ? '（整个文件）' : printable(pointer)}：${problem}`)
    this.name = 'CaseFileRefusal'
    this.pointer = pointer
    this.problem = problem
  }
}

/** Checks the form of one value, or refuses it with its place. */
type Form = (value: unknown, pointer: string) => void

const refuse = (pointer: string, problem: string): never => {
  throw new CaseFileRefusal(pointer, problem)
}

const text: Form = (value, pointer) => {
  if (typeof value !== 'string') refuse(pointer, '应为文字')
}

const whole: Form = (value, pointer) => {
  if (!Number.isSafeInteger(value) || (value as number) < 1) refuse(pointer, '应为正整数')
}

const mapping: Form = (value, pointer) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(pointer, '应为对象')
}

const anything: Form = () => undefined

const orNull =
  (form: Form): Form =>
  (value, pointer) => {
    if (value !== null) form(value, pointer)
  }

const listOf =
  (form: Form): Form =>
  (value, pointer) => {
    if (!Array.isArray(value)) return refuse(pointer, '应为列表')
    value.forEach((entry, at) => {
      form(entry, pointerTo(pointer, at))
    })
  }

/** An object of exactly these members; those marked with `?` may be missing. */
const objectOf =
  (forms: { readonly [key: string]: Form }): Form =>
  (value, pointer) => {
    mapping(value, pointer)
    const given = value as { readonly [key: string]: unknown }
    for (const key of Object.keys(given))
      if (!Object.hasOwn(forms, key) && !Object.hasOwn(forms, `${key}?`))
        refuse(pointerTo(pointer, key), '格式里没有这一项')
    for (const [name, form] of Object.entries(forms)) {
      const key = name.replace(/\?$/, '')
      if (Object.hasOwn(given, key)) form(given[key], pointerTo(pointer, key))
      else if (key === name) refuse(pointerTo(pointer, key), '缺少这一项')
    }
  }

const edition = objectOf({
  id: text,
  edition: text,
  documents: objectOf({ standard: mapping, terms: anything, 'overlay?': mapping }),
})

const submission = objectOf({
  id: text,
  round: whole,
  at: text,
  facts: mapping,
  evidence: listOf(objectOf({ sha256: text, name: text, paths: listOf(text) })),
  result: mapping,
  eligibility: mapping,
  digest: text,
  receipt: text,
  declaredBy: text,
})

const entry = objectOf({
  authority: text,
  position: whole,
  id: text,
  subject_kind: text,
  subject: text,
  subject_seq: whole,
  act: text,
  actor_kind: text,
  office: orNull(text),
  at: text,
  day: text,
  payload_digest: text,
  previous: text,
})

const act = objectOf({
  entry,
  digest: text,
  'opened?': objectOf({ person: orNull(text), name: orNull(text), payload: mapping, salt: text }),
  'told?': listOf(text),
})

const caseFile = objectOf({
  format: text,
  case: objectOf({
    id: text,
    authority: text,
    batch: objectOf({ id: text, documentNumber: text, title: text }),
    'step?': text,
  }),
  editions: objectOf({ standard: edition, eligibility: edition }),
  submissions: listOf(submission),
  acts: listOf(act),
  seal: text,
})

/** Reads a parsed JSON document as a case file; throws a CaseFileRefusal for one of another form or version. */
export const readCaseFile = (value: unknown): CaseFile => {
  mapping(value, '')
  const { format } = value as { readonly format?: unknown }
  if (format !== CASE_FILE_FORMAT) refuse('/format', `不是案卷文件；本程序能读的格式是“${CASE_FILE_FORMAT}”`)
  caseFile(value, '')
  const file = value as CaseFile
  if (file.submissions.length === 0) refuse('/submissions', '案卷里没有提交')
  file.acts.forEach(({ opened, told }, at) => {
    if ((opened === undefined) === (told === undefined)) refuse(`/acts/${at}`, '应有 opened 或 told 中的一项')
  })
  return file
}
