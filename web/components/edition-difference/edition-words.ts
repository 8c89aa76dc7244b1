import type { EditionSummary } from '../../../contract/editions.ts'
import type { TagTone } from '../tag/Tag.tsx'

/** What a tier is called; an overlay has none of its own. */
export const tierNames: { readonly [T in EditionSummary['tier']]: string } = {
  innovative: '创新型中小企业',
  specialised: '专精特新中小企业',
  'little-giant': '专精特新“小巨人”企业',
  eligibility: '参评条件',
  overlay: '批次通知的附加条件',
}

const states = {
  current: ['pass', '现行'],
  superseded: ['plain', '已有新版'],
  over: ['plain', '已期满'],
  coming: ['open', '尚未启用'],
} as const

const statuses = {
  proposed: ['open', '待审批'],
  rejected: ['fail', '不予批准'],
  withdrawn: ['plain', '已撤回'],
} as const

/** Where an edition stands, in one word. */
export const standingOf = ({ status, state }: EditionSummary): readonly [TagTone, string] =>
  status === 'in-force' ? states[state ?? 'coming'] : statuses[status]

/** The interval an edition's own document states. */
export const intervalOf = ({ from, to }: Pick<EditionSummary, 'from' | 'to'>): string =>
  to === null ? `自 ${from} 起` : `${from} 至 ${to}`

/** An edition in words for a choice: title, document, first digits of the digest. */
export const choiceOf = ({ title, instrument, digest }: EditionSummary): string =>
  `${title}（${instrument}，摘要 ${digest.slice(7, 15)}）`
