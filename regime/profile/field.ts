/** How the text of a field is read. */
export type FieldKind =
  | 'money'
  | 'signed-money'
  | 'percent'
  | 'count'
  | 'rank'
  | 'level'
  | 'flag'
  | 'choice'
  | 'day'
  | 'day-or-none'
  | 'industry'
  | 'office'
  | 'text'

/** One place of the profile where something can be entered. */
export interface Field {
  /** Path with `{year}` or `{item}` where a year or the id of an entry stands, e.g. `/years/{year}/revenue`. */
  readonly path: string
  readonly label: string
  readonly kind: FieldKind
  /** Values and their names, for a choice. */
  readonly choices?: Readonly<Record<string, string>>
  /** An item whose such field is not known cannot be stated at all. */
  readonly required?: true
  /** Belongs to the application form only; no standard asks for it. */
  readonly formOnly?: true
  /** A day that may well lie ahead, as the end of a validity does. */
  readonly ahead?: true
  /** One sentence that helps to fill it in. */
  readonly hint?: string
  /** Most characters of a text; 200 unless told. */
  readonly longest?: number
}

/** A list of the profile. `none` says explicitly that there is nothing to list. */
export interface FieldList {
  readonly path: string
  readonly label: string
  /** What one entry is called. */
  readonly item: string
  /** What is chosen when there is none. */
  readonly none: string
  readonly fields: readonly Field[]
  readonly lists?: readonly FieldList[]
}

/** Where a figure was taken from, by weight of proof. */
export const factSources = Object.freeze({
  audited: '审计报告',
  tax: '纳税申报表',
  'social-insurance': '社保缴费证明',
  certificate: '证书、证明文件',
  register: '登记或公示系统',
  platform: '官方平台记录',
  declared: '企业自行填报',
} as const)
export type FactSource = keyof typeof factSources

/** The two units an amount may be typed in. */
export type MoneyUnit = 'yuan' | 'wan'

/** One accepted state of a place in the profile, as typed. `raw` null: cleared, not known any more. */
export interface FactEntry {
  readonly path: string
  readonly raw: string | null
  readonly unit: MoneyUnit | null
  readonly source: FactSource | null
  readonly datedOn: string | null
  readonly evidence: readonly string[]
  readonly version: number
  readonly person: string
  readonly at: string
}

/** What a text says, or why it cannot be read — in words for the person who typed it. */
export type Reading<T> = { readonly value: T } | { readonly problem: string }
