import {
  equityFinancingList,
  honourList,
  intellectualPropertyList,
  makerContestList,
  rdInstitutionList,
  scienceAwardList,
} from './achievements.ts'
import { basicFields, incidentList } from './basic.ts'
import { managementFields, productFields } from './business.ts'
import type { Field, FieldList } from './field.ts'
import { yearFields } from './years.ts'

/** One part of the profile, as firms know it from the application form. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly fields: readonly Field[]
  /** Asked for each fiscal year. */
  readonly yearly: readonly Field[]
  readonly lists: readonly FieldList[]
}

const section = (id: string, title: string, parts: Partial<Section>): Section =>
  Object.freeze({ id, title, fields: [], yearly: [], lists: [], ...parts })

const peopleAndResearch = new Set(['/years/{year}/rdExpense', '/years/{year}/employees', '/years/{year}/rdStaff'])

/** The whole profile. Every fact a firm can state about itself stands here once. */
export const sections: readonly Section[] = Object.freeze([
  section('basic', '基本情况', { fields: basicFields, lists: [incidentList] }),
  section('economy', '经济效益', { yearly: yearFields.filter(({ path }) => !peopleAndResearch.has(path)) }),
  section('research', '研发与人员', {
    yearly: yearFields.filter(({ path }) => peopleAndResearch.has(path)),
    lists: [rdInstitutionList],
  }),
  section('property', '知识产权', { lists: [intellectualPropertyList] }),
  section('honours', '荣誉与奖励', { lists: [honourList, scienceAwardList, makerContestList] }),
  section('equity', '股权融资', { lists: [equityFinancingList] }),
  section('product', '产品与市场', { fields: productFields }),
  section('management', '管理', { fields: managementFields }),
])

const withNested = (list: FieldList): readonly FieldList[] => [list, ...(list.lists ?? []).flatMap(withNested)]

/** All lists, nested ones after the list they belong to. */
export const allLists: readonly FieldList[] = Object.freeze(sections.flatMap(({ lists }) => lists.flatMap(withNested)))

/** All fields, those of lists included. */
export const allFields: readonly Field[] = Object.freeze([
  ...sections.flatMap(({ fields, yearly }) => [...fields, ...yearly]),
  ...allLists.flatMap(({ fields }) => fields),
])
