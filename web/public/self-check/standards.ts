import type { Standard } from '../../../regime/evaluation/standard.ts'
import { findStandard } from '../../../standards/browser.ts'

/** A standard one can check oneself against, and what to know before choosing it. */
export interface Offered {
  readonly standard: Standard
  readonly name: string
  readonly tier: 'innovative' | 'specialised' | 'little-giant'
  /** 文号 and when it applies, where more than one edition is offered. */
  readonly remark: string
  /** Applies to new applications today, and so stands on the ladder. */
  readonly current: boolean
}

const offer = (id: string, name: string, remark: string, current: boolean): Offered => {
  const standard = findStandard(id)
  if (!standard) throw new Error(`the bundle has no standard ${id}`)
  return { standard, name, tier: standard.definition.tier as Offered['tier'], remark, current }
}

/**
 * The ladder first, then the editions that were superseded on 2026-04-01: the 2026 renewal of 小巨人 is still judged by
 * 63号, and decided cases keep theirs.
 */
export const offered: readonly Offered[] = [
  offer('miit-2022-63/innovative', '创新型中小企业', '工信部企业〔2022〕63号', true),
  offer('miit-2026-2/specialised', '专精特新中小企业', '工信部企业〔2026〕2号', true),
  offer('miit-2026-2/little-giant', '专精特新“小巨人”企业', '工信部企业〔2026〕2号', true),
  offer(
    'miit-2022-63/specialised',
    '专精特新中小企业（2022 年标准）',
    '63号文，2026 年 4 月 1 日起不再用于申请',
    false,
  ),
  offer('miit-2022-63/little-giant', '专精特新“小巨人”企业（2022 年标准）', '63号文，仅用于 2026 年度复核', false),
]

export const eligibility: Standard = (() => {
  const standard = findStandard('henan-2023-131/eligibility')
  if (!standard) throw new Error('the bundle has no eligibility')
  return standard
})()
