import type { PublicNotice } from '../../../contract/notices.ts'
import { dayText } from '../../components/deadline/Deadline.tsx'

const basisWords = { workday: '个工作日', calendar: '天' } as const

/** How long a notice runs, in words: 5 个工作日，首日计入. */
export const lengthWords = ({ days, basis }: Pick<PublicNotice, 'days' | 'basis'>): string =>
  `${days} ${basisWords[basis]}，首日计入`

/** From when to when, in full: 2026年9月28日至10月9日. */
export const periodWords = ({ from, to }: Pick<PublicNotice, 'from' | 'to'>): string =>
  `${dayText(from)}至${dayText(to, from)}`

/** The sentence that puts the list to the public, in words of the house (第九条). */
export const openingWords = ({ level, firms, from, to }: PublicNotice): string =>
  level === 'local'
    ? `经企业自评、市级材料审核和逐家实地核查，下列 ${firms} 家企业拟报省工业和信息化厅备案为创新型中小企业，现予公示。公示期为${periodWords({ from, to })}。`
    : `经各地备案和省级抽查，下列 ${firms} 家企业拟公告为创新型中小企业，现予公示。公示期为${periodWords({ from, to })}。`

/** What comes after the notice, said to whoever reads it. */
export const afterWords = ({ level }: PublicNotice): string =>
  level === 'local'
    ? '期满无异议或者异议不成立的，报省工业和信息化厅备案。'
    : '期满无异议或者异议不成立的，由省工业和信息化厅公告为创新型中小企业。'

/** Address of a notice's page. */
export const noticePath = ({ authority, id }: Pick<PublicNotice, 'authority' | 'id'>): string =>
  `/notices/${authority}/${id}`
