import { expect } from 'vitest'
import type { Person } from '../people.ts'
import { standsAt } from './standing.ts'
import type { Story } from './story.ts'

/** Makes the declaration and hands in, under the words the button has at this moment. */
export const declaresAndHandsIn = async (owner: Person, button: '声明真实并提交' | '重新提交'): Promise<void> => {
  await owner.page.getByText(/^我代表本企业声明/).click()
  await owner.performs(button)
  await owner.page.getByRole('heading', { name: '申报回执' }).waitFor()
}

/** Opens the application in the running batch, reads the live result, declares, hands in and keeps the receipt. */
export const handsIn = async (story: Story): Promise<void> => {
  const owner = await story.person('林岚')
  const { page } = owner
  await owner.opens('/enterprise')
  await owner.follows(story.firm.name)
  await page.getByRole('navigation', { name: '本企业' }).getByRole('link', { name: '申报' }).click()
  await owner.presses('开始申报')
  const verdict = page.getByRole('region', { name: '结论' })
  await verdict.filter({ hasText: '95' }).filter({ hasText: '按现有资料，可以达到评价标准' }).waitFor()
  expect(await verdict.innerText()).toContain('未经核实，不代表认定结论')
  await owner.reads(/项得分依据还没有附佐证/)

  await owner.presses('声明真实并提交')
  await owner.reads('请阅读并作出真实性声明。')
  await declaresAndHandsIn(owner, '声明真实并提交')
  const receipt = await page
    .getByText(/^SB\d{8}-410300-/)
    .first()
    .innerText()
  story.papers.receipt = receipt
  story.papers.application = new URL(page.url()).pathname
  await owner.reads('内容摘要（SHA-256），内容有任何改动都会不同：')
  await page.getByText(/^[0-9a-f]{64}$/).waitFor()
  await page.getByRole('button', { name: '撤回申报…' }).waitFor()
  await standsAt(story, 'review')
}
