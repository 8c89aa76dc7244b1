// Numbers that may move without any firm noticing, each with its reason. Whatever else survives is a fault.

interface Exception {
  readonly file: string
  readonly path: string
  readonly to: string | number
  readonly why: string
}

const byThree = '收入 1 亿元以上而两年研发占比均达 6% 的，已按第一类（3%）满足，上限再高也不改变结论'
const notCovered = '不在任何一行的行业与列明未覆盖的行业一样，都由人工核定'

export const mutationExceptions: readonly Exception[] = [
  { file: 'miit-2022-63/little-giant.yaml', path: 'conditions.4.any.1.all.1.at-most', to: '2亿元', why: byThree },
  { file: 'sme-size-2011-300/industries.yaml', path: 'not-covered.4', to: '70', why: notCovered },
  { file: 'sme-size-2011-300/industries.yaml', path: 'not-covered.5', to: '705', why: notCovered },
  { file: 'sme-size-2011-300/industries.yaml', path: 'not-covered.14', to: '98', why: notCovered },
]

/** Whether this very change of this very number is among them. */
export const isExcepted = (file: string, path: readonly (string | number)[], to: string | number): boolean =>
  mutationExceptions.some((one) => one.file === file && one.path === path.join('.') && one.to === to)
