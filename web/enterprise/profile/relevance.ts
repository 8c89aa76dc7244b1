import type { Standard } from '../../../regime/evaluation/standard.ts'
import { type Day, yearOf } from '../../../regime/kernel/day.ts'
import { planForm } from '../../public/self-check/form-plan.ts'

/** Which places of the profile an application asks about; years are spelled out. */
export interface Relevance {
  readonly fields: ReadonlySet<string>
  /** `/years/2025/revenue` */
  readonly yearly: ReadonlySet<string>
  readonly lists: ReadonlySet<string>
  /** Fields of entries that are asked of every entry; templates with `{item}`. */
  readonly ofItems: ReadonlySet<string>
  /** Fields and lists of entries that matter only now and then; templates with `{item}`. */
  readonly ofFewItems: ReadonlySet<string>
}

type Lists = ReturnType<typeof planForm>['lists']

const collect = (lists: Lists, pick: (list: Lists[number]) => readonly { path: string }[]): string[] =>
  lists.flatMap((list) => [...pick(list).map(({ path }) => path), ...collect(list.nested, pick)])

/** What matters to some standards on a day, found out by asking the standards themselves. */
export const relevanceTo = (standards: readonly Standard[], today: string): Relevance => {
  const plan = planForm(standards, yearOf(today as Day))
  return {
    fields: new Set(['/about/foundedOn', ...plan.fields.map(({ path }) => path)]),
    yearly: new Set(
      plan.rows.flatMap(({ field, years }) => years.map((year) => field.path.replace('{year}', String(year)))),
    ),
    lists: new Set(plan.lists.map(({ list }) => list.path)),
    ofItems: new Set(collect(plan.lists, ({ fields }) => fields)),
    ofFewItems: new Set([
      ...collect(plan.lists, ({ rare }) => rare),
      ...plan.lists.flatMap(({ nested }) => nested.map(({ list }) => list.path)),
    ]),
  }
}
