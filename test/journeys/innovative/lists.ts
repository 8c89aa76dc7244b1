import type { Person } from '../people.ts'

/** Ticks these firms of those that can be listed, and no others. */
export const ticksOnly = async (handler: Person, names: readonly string[]): Promise<void> => {
  await handler.presses('去掉全部')
  for (const name of names) await handler.page.getByRole('checkbox', { name }).check()
}

/** Another firm of those that can be listed. */
export const findsCompanion = async ({ page }: Person, name: string): Promise<string> => {
  const firms = await page.getByRole('table', { name: '可以列入的企业' }).getByRole('checkbox').all()
  for (const firm of firms) {
    const words = await firm.evaluate((box) => (box as HTMLInputElement).labels?.[0]?.innerText ?? '')
    const [found = ''] = words.trim().split('\n')
    if (found !== name) return found
  }
  throw new Error('no other firm waits for the notice')
}

/** Lets the period begin on a day and reads the last one that the calendar gives. */
export const statesPeriod = async (handler: Person, from: string, last: string): Promise<void> => {
  await handler.fills('起始日（首日计入）', from)
  const computed = new RegExp(`推算截止日 ${last}\\s*（含当日，共 5 个工作日）`)
  await handler.page.getByRole('paragraph').filter({ hasText: computed }).waitFor()
}

/** Hands the list up under a title of its own and waits until it stands there, waiting. */
export const handsUp = async (handler: Person, title: string, button: string): Promise<void> => {
  await handler.fills('标题', title)
  await handler.presses(button)
  await handler.page.getByRole('heading', { level: 1, name: title }).waitFor()
  await handler.reads('等待审批人员办理。')
}

/** Opens the list that a colleague prepared, from the bar of the office. */
export const opensList = async (approver: Person, way: string, title: string): Promise<void> => {
  await approver.opens('/office')
  await approver.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: way }).click()
  await approver.follows(title)
  await approver.page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Begins a new list from the bar of the office. */
export const beginsList = async (handler: Person, way: string): Promise<void> => {
  await handler.opens('/office')
  await handler.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: way }).click()
  await handler.follows(/^拟定.*家可列入）$/)
  await handler.page.getByRole('heading', { level: 1, name: /^拟定/ }).waitFor()
}

/** Lets days pass by the demo's clock, as any visitor may; what is due then happens at once. */
export const letsAWeekPass = async (person: Person, before: string, after: string): Promise<void> => {
  await person.page.getByText(before, { exact: true }).first().click()
  await person.presses('过 7 天')
  await person.page.getByText(after, { exact: true }).first().waitFor()
}
