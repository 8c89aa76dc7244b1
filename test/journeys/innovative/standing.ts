import { expect } from 'vitest'
import { type Holder, type Step, stepEntry } from '../../../regime/procedure/steps.ts'
import type { Story } from './story.ts'

/** Whom the firm is told to have its case, step by step of holders. */
const offices: Readonly<Record<Holder, string>> = {
  firm: '',
  'local-handler': '洛阳市工业和信息化局',
  'local-approver': '洛阳市工业和信息化局',
  verifier: '洛阳市工业和信息化局',
  'province-handler': '河南省工业和信息化厅',
  'province-approver': '河南省工业和信息化厅',
  clock: '',
  none: '',
}

/**
 * R7.2: the firm's own page and the public look-up say where the case stands: the label meant for the applicant, who
 * holds it, what is next, whom to call.
 */
export const standsAt = async (story: Story, step: Step): Promise<void> => {
  const { applicant, next, holder } = stepEntry(step)
  const owner = await story.person('林岚')
  await owner.looksAgain()
  const now = await owner.page.getByRole('region', { name: '现在的进度' }).innerText()
  expect(now.split('\n')[0]).toBe(applicant)
  expect(now).toContain(next)
  expect(now).toContain(holder === 'firm' ? story.firm.name : offices[holder])
  if (holder !== 'none') expect(now).toMatch(/期限[\s\S]*咨询电话\s*0000-\d{7}/)
  await lookUp(story, applicant)
}

/** Anybody with the receipt reads the same label without logging in, and nothing more. */
const lookUp = async ({ papers, firm, person }: Story, label: string): Promise<void> => {
  const anybody = await person('路人')
  const { page } = anybody
  if (!page.url().includes('/lookup')) await anybody.opens('/lookup')
  await anybody.fills('申报回执编号', papers.receipt ?? '')
  await anybody.fills('统一社会信用代码', firm.uscc)
  await anybody.presses('查询进度')
  await page.getByRole('status').filter({ hasText: '现在所处的环节' }).filter({ hasText: label }).waitFor()
}
