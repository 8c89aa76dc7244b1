import { rightNames } from '../lists/rights.ts'
import { officeNames } from './office-names.ts'
import { isRaw, scalarText } from './raw.ts'

/** One thing an instrument's terms say: where, in words, on what citation. */
export interface TermInWords {
  readonly path: readonly string[]
  /** 知识产权 › 转让取得的 › 不计的年限. */
  readonly label: string
  readonly text: string
  readonly cite: string | null
}

const labels: { readonly [key: string]: string } = {
  rights: '知识产权',
  'class-one': 'Ⅰ类',
  'class-two': 'Ⅱ类',
  kinds: '种类',
  kept: '须维持一定年限的',
  'longer-than': '维持超过',
  transferred: '转让取得的',
  'not-within': '转让未满多久不计',
  never: '一律不计',
  'owner-rank': '权利人排名',
  'at-most': '不超过第几名',
  'high-value': '高价值',
  'kept-longer-than': '维持超过',
  inventions: '算作发明专利的种类',
  offices: '算作海外授权的专利机构',
  awards: '科技奖励',
  years: '往前几年内',
  contest: '“创客中国”大赛',
  group: '组别',
  'first-list': '名单起算日',
  financing: '股权融资',
  'dilution-at-most': '出让股权不超过',
  incidents: '事故和违法违规',
  size: '划型',
  industries: '行业',
  divisions: '行业分类的大类',
  first: '首个',
  last: '末个',
  'not-covered': '划型标准未列的行业代码',
  prefixes: '行业代码',
  large: '大型下限',
  employees: '从业人员',
  revenue: '营业收入',
  'total-assets': '资产总额',
  name: '名称',
  cite: '依据',
  uncertain: '待核',
  note: '口径说明',
  id: '编号',
}

const words: { readonly [value: string]: string } = { ...rightNames, true: '是', false: '否', enterprise: '企业组' }

/** Entries of a list that have an id stand under it, so that the same industry is found again wherever it moved. */
const keyed = (list: readonly unknown[]): readonly (readonly [string, unknown])[] =>
  list.map((entry, index) => [isRaw(entry) ? String(entry.id ?? index) : String(index), entry])

/** Everything the terms of an instrument say, one line each, in their order: every leaf of the document is in one of them. */
export const termsInWords = (terms: unknown): readonly TermInWords[] => {
  const found: TermInWords[] = []
  const visit = (value: unknown, path: readonly string[], names: readonly string[], cite: string | null): void => {
    if (isRaw(value)) {
      const own = scalarText(value.cite) ?? cite
      for (const key of Object.keys(value)) visit(value[key], [...path, key], [...names, labels[key] ?? key], own)
      return
    }
    if (Array.isArray(value) && value.some(isRaw)) {
      for (const [key, entry] of keyed(value))
        visit(entry, [...path, key], [...names, isRaw(entry) ? String(entry.name ?? key) : key], cite)
      return
    }
    // IN and ID are offices nowhere but in their own list.
    const own = path.at(-1) === 'offices' ? officeNames : words
    const all = [value].flat().map((one) => own[String(one)] ?? String(one))
    found.push({ path, label: names.join(' › '), text: all.join('、'), cite })
  }
  visit(terms ?? {}, [], [], null)
  return found
}
