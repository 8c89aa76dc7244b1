import { MAIL, PHONE } from '../../../contract/phone.ts'
import type { PeriodDraft } from './PeriodFields.tsx'
import type { ComputedPeriod } from './usePeriod.ts'

interface Typed {
  readonly title: string
  readonly draft: PeriodDraft
  readonly contact: { readonly phone: string; readonly email: string; readonly address: string }
  readonly chosen: number
  readonly computed: ComputedPeriod | undefined
  readonly today: string
}

/** What keeps a notice from being handed up, by field; the server decides the same again. */
export const noticeErrors = ({ title, draft, contact, chosen, computed, today }: Typed) => {
  const days = Number(draft.days)
  const other = draft.to !== '' && draft.to !== computed?.to
  const found: Record<string, string | undefined> = {
    title: title.trim().length < 6 ? '请填写名单标题（不少于 6 字）。' : undefined,
    from: draft.from === '' || draft.from < today ? '请填写公示起始日，不能早于今天。' : undefined,
    days: !Number.isInteger(days) || days < 1 || days > 60 ? '请填写公示天数，1 至 60 的整数。' : undefined,
    to: other && draft.to < draft.from ? '截止日不能早于起始日。' : undefined,
    reason: other && draft.reason.trim().length < 4 ? '请写明改动截止日的理由（不少于 4 字）。' : undefined,
    phone: PHONE.test(contact.phone.trim()) ? undefined : '请填写联系电话，例如 0379-60000000。',
    email:
      contact.email.trim() === '' || MAIL.test(contact.email.trim()) ? undefined : '请填写完整的电子邮箱，或者留空。',
    address:
      contact.address.trim() === '' || contact.address.trim().length >= 4
        ? undefined
        : '请填写完整的通讯地址，或者留空。',
    cases: chosen === 0 ? '请至少选择一家企业。' : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, message]) => message !== undefined)) as Readonly<
    Record<string, string | undefined>
  >
}
