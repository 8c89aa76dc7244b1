import type { Kysely } from 'kysely'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { readHouseTexts } from '../../standards/load.ts'
import { handInEdition } from '../edition/handIn.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { demoActing } from './acting.ts'
import { demoOfficer, demoOfficers } from './people.ts'

/** What the invented revision changes, line for line, in the standard in force. */
const changes = [
  ['id: miit-2022-63/innovative', 'id: yanshi-2027-1/innovative'],
  ['title: 创新型中小企业评价标准', 'title: 创新型中小企业评价标准（演示修订，虚构）'],
  ['instrument: 工信部企业〔2022〕63号', 'instrument: 演示函〔2026〕18号'],
  ['in-force: { from: 2022-08-01 }', 'in-force: { from: 2027-01-01 }'],
  ['{ option: A, points: 20, from: 5% }', '{ option: A, points: 20, from: 6% }'],
  ['{ option: B, points: 15, from: 3%, to: 5% }', '{ option: B, points: 15, from: 3%, to: 6% }'],
  ['{ score: total, at-least: 60, name: 总分 }', '{ score: total, at-least: 85, name: 总分 }'],
  ['{ score: growth, at-least: 15, name: 成长性得分 }', '{ score: growth, at-least: 10, name: 成长性得分 }'],
  ['实缴额）500 万元以上', '实缴额）800 万元以上'],
  ['    at-least: 500万元', '    at-least: 800万元'],
] as const

const revised = (text: string): string =>
  changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the standard no longer says: ${from}`)
    return before.replace(from, to)
  }, text)

/** An invented revision of tier 1, handed in and waiting for the approver, so that its pages have something to show. */
export const enterEdition = async (db: Kysely<Database>, law: Law): Promise<void> => {
  const handler = demoOfficer(PROVINCE, 'jingban')
  const name = demoOfficers.find(({ id }) => handler.kind === 'officer' && id === handler.person)?.name ?? ''
  const { 'miit-2022-63/innovative.yaml': standard = '', 'miit-2022-63/terms.yaml': terms = '' } = readHouseTexts()
  await handInEdition(db, law, demoActing(handler, '2026-08-28', 'hand in edition'), name, {
    files: [
      { name: 'innovative.yaml', text: revised(standard) },
      { name: 'terms.yaml', text: terms },
    ],
    note: '演示：虚构的修订，研发费用占比满分提高到 6%，总分线提高到 85 分，成长性下限降到 10 分，股权融资直通提高到 800 万元。',
  })
}
