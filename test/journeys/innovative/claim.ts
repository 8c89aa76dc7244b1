import { expect } from 'vitest'
import type { Person } from '../people.ts'
import { pdf } from './papers.ts'
import type { Story } from './story.ts'

/** Password of the accounts people make for themselves in the story. */
const PASSWORD = 'Luoyang-2026-qiye'

/** Makes an account of one's own from the front door. */
export const signsUp = async (person: Person, login: string): Promise<void> => {
  await person.opens('/login')
  await person.follows('注册个人账号')
  await person.fills('姓名', person.name)
  await person.fills('手机号码或电子邮箱', login)
  await person.page.getByLabel('密码').fill(PASSWORD)
  await person.presses(/^注册/)
  await person.page.getByRole('heading', { level: 1, name: '我的企业' }).waitFor()
}

const checksCode = async (person: Person, uscc: string): Promise<void> => {
  await person.fills('统一社会信用代码', uscc)
  await person.presses('核对代码')
}

/** A code is checked character by character before anything else is asked. */
const registers = async (person: Person, { firm }: Story): Promise<void> => {
  await person.follows('登记或认领企业')
  const last = firm.uscc.at(-1)
  await checksCode(person, `${firm.uscc.slice(0, -1)}${last === '1' ? '2' : '1'}`)
  await person.reads(/第 18 位.*与前 17 位不相符/)
  await checksCode(person, `${firm.uscc.slice(0, 9)}O${firm.uscc.slice(10)}`)
  await person.reads(/第 10 位.*O/)
  await checksCode(person, firm.uscc.toLowerCase())
  await person.fills('企业名称', firm.name)
  await person.page.getByLabel('所在地主管部门').selectOption({ label: '洛阳 · 洛阳市工业和信息化局' })
  await person.presses('登记，下一步提交证明')
}

/** Hands in licence and letter as the proof of speaking for the firm. */
const provesIt = async (person: Person, { firm }: Story, position: string): Promise<void> => {
  const { page } = person
  await page.getByRole('heading', { level: 1, name: firm.name }).waitFor()
  const licence = pdf('营业执照', [firm.name, firm.uscc])
  const letter = pdf('授权书', [`委托${person.name}办理优质中小企业申报事项`])
  await page.getByRole('group', { name: '营业执照' }).getByLabel('选择文件').setInputFiles(licence)
  await page.getByRole('link', { name: '营业执照.pdf' }).waitFor()
  await page.getByRole('group', { name: '授权书' }).getByLabel('选择文件').setInputFiles(letter)
  await page.getByRole('link', { name: '授权书.pdf' }).waitFor()
  await person.fills('姓名', person.name)
  await person.fills('职务', position)
  await person.fills('联系电话', '13800000001')
  await person.presses('提交，等待核实')
  await person.reads('等待主管部门核实')
}

/** Opens the waiting claim of a person on the firm. */
const opensClaim = async (officer: Person, { firm }: Story): Promise<void> => {
  await officer.opens('/office')
  await officer.follows(/认领/)
  await officer.follows(firm.name)
  await officer.page.getByRole('heading', { level: 1, name: firm.name }).waitFor()
}

/** Registers the firm, claims it, and is confirmed by the local handler. */
export const claimsTheFirm = async (story: Story): Promise<void> => {
  const owner = await story.person('林岚')
  await signsUp(owner, 'linlan@journey.example')
  await registers(owner, story)
  await provesIt(owner, story, '总经理')

  const handler = await story.officer('洛阳经办')
  await opensClaim(handler, story)
  await handler.reads('总经理')
  await handler.performs('确认，由其代表企业')
  await owner.looksAgain()
  await owner.reads('已确认您代表企业')
}

/** Somebody else claims the same firm: two officers compare the papers, and the sitting owner loses nothing. */
export const wrongClaimIsRefused = async (story: Story): Promise<void> => {
  const { firm } = story
  const stranger = await story.person('贾明')
  await signsUp(stranger, 'jiaming@journey.example')
  await stranger.follows('登记或认领企业')
  await checksCode(stranger, firm.uscc)
  await stranger.reads('这家企业已经登记')
  await stranger.presses('提交认领申请')
  await provesIt(stranger, story, '顾问')

  const owner = await story.person('林岚')
  await owner.opens('/enterprise')
  await owner.follows(firm.name)
  await owner.reads('贾明（顾问）也申请代表本企业')
  await owner.fills('您的说明', '贾明不是本企业人员，授权书不是本企业出具。')
  await owner.presses('提交说明')
  await owner.reads('已说明，可以修改')

  const handler = await story.officer('洛阳经办')
  await opensClaim(handler, story)
  await handler.reads('有争议')
  await handler.reads('贾明不是本企业人员，授权书不是本企业出具。')
  await handler.decides('提出处理意见…', '报审批', async (dialog) => {
    await dialog.getByText('维持现负责人，不予确认').click()
    await dialog.getByText('现有负责人的资格经核实有效').click()
    await dialog.getByLabel('现有负责人的资格经核实有效：具体说明').fill('授权书上的签字与企业留存的不一致。')
  })
  await handler.reads('您已提出意见，由另一名审批人员决定（第七条）。')

  const approver = await story.officer('洛阳审批')
  await opensClaim(approver, story)
  await approver.performs('同意：不予确认')

  await stranger.looksAgain()
  await stranger.reads('未予确认')
  await stranger.reads('授权书上的签字与企业留存的不一致。')
  await stranger.leaves()
  await owner.looksAgain()
  await owner.reads('您是负责人')
  expect(await owner.page.getByText('也申请代表本企业').count()).toBe(0)
}

/** The owner invites a colleague by a link that works once. */
export const invitesColleague = async (story: Story): Promise<void> => {
  const { firm } = story
  const owner = await story.person('林岚')
  await owner.opens('/enterprise')
  await owner.follows(firm.name)
  await owner.follows('同事')
  await owner.fills('受邀人姓名', '周牧')
  await owner.presses('生成邀请链接')
  const link = await owner.page.getByLabel('邀请链接').inputValue()

  const colleague = await story.person('周牧')
  await signsUp(colleague, '13800000077')
  await colleague.opens(link)
  await colleague.presses('接受邀请')
  await colleague.page.getByRole('heading', { level: 1, name: firm.name }).waitFor()
  await owner.looksAgain()
  await owner.page.getByRole('rowheader', { name: '周牧' }).waitFor()
}
