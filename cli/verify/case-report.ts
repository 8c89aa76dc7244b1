import { sealedOnly } from '../../regime/case-file/case-file.ts'
import { type Check, isEqual } from '../../regime/case-file/check.ts'
import type { Verdict } from '../../regime/evaluation/explanation.ts'
import { printable } from '../../regime/evaluation/facts-refusal.ts'
import { officeName } from '../../regime/jurisdiction/authorities.ts'
import type { CaseFindings } from './case.ts'

const outcomes: { readonly [V in Verdict]: string } = { met: '达到', unmet: '未达到', undetermined: '尚不能确定' }

/** A value in one line; a long one is cut, because its place says where to look. */
const valueText = (value: unknown): string => {
  const text = value === undefined ? '（没有这一项）' : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

const checkLines = (check: Check): readonly string[] => {
  const { what, pointer, difference, problem } = check
  if (isEqual(check)) return [`  一致    ${what}`]
  if (problem !== undefined) return [`  不一致  ${what}`, `          位置 ${pointer}`, `          ${problem}`]
  return [
    `  不一致  ${what}`,
    `          位置 ${difference?.pointer}`,
    `          案卷所记 ${valueText(difference?.recorded)}`,
    `          重新计算 ${valueText(difference?.computed)}`,
  ]
}

const outcomeText = (result: object): string => {
  const { outcome, score } = result as {
    readonly outcome?: Verdict
    readonly score?: { readonly min: number; readonly max: number }
  }
  const points = score ? `，${score.min === score.max ? score.min : `${score.min} 至 ${score.max}`} 分` : ''
  return `${outcomes[outcome as Verdict] ?? outcome}${points}`
}

/** What was checked and what was found, in plain Chinese for whoever doubts a decision. */
export const caseReport = ({ file, checks, equal, canonical }: CaseFindings): string => {
  const last = file.submissions.at(-1)
  const { enterprise } = (last?.facts ?? {}) as {
    readonly enterprise?: { readonly name?: string; readonly uscc?: string }
  }
  const { name, uscc } = enterprise ?? {}
  const wrong = checks.filter((check) => !isEqual(check)).length
  const lines = [
    `案卷 ${last?.receipt}`,
    `  企业  ${name ?? '（未填）'}（统一社会信用代码 ${uscc ?? '未填'}）`,
    `  单位  ${officeName(file.case.authority)}`,
    `  批次  ${file.case.batch.title}（${file.case.batch.documentNumber}）`,
    ...file.submissions.flatMap(({ round, at, result, eligibility, digest }) => [
      `  第 ${round} 次提交（${at}）：评价${outcomeText(result)}；参评条件${outcomeText(eligibility)}`,
      `  内容摘要  ${digest}`,
    ]),
    '',
    '核对',
    ...checks.flatMap(checkLines),
    ...(canonical ? [] : ['  说明    文件经过重新排版，不是导出时的字节；各项内容以上述核对为准']),
    '',
    '只受封签保护的内容（重新加封即可改动，须向主管部门核实）：',
    ...sealedOnly.map(({ what }) => `  ${what}`),
    '整份案卷若被人从头重做，封签也会一致：请把“内容摘要”与企业持有的回执、主管部门的记录对照。',
    '',
    equal ? `结论：${checks.length} 项核对全部一致。` : `结论：${checks.length} 项核对中有 ${wrong} 项不一致。`,
  ]
  // What a file says goes to a terminal: nothing in it may steer one.
  return `${lines.map(printable).join('\n')}\n`
}
