import { Fragment, type ReactNode } from 'react'
import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import type { Field } from '../../../regime/profile/field.ts'
import { Card } from '../../components/card/Card.tsx'
import { BeyondFields } from './BeyondFields.tsx'
import type { Beyond } from './beyond.ts'
import type { FormPlan, PlannedList } from './form-plan.ts'
import { ListEditor } from './ListEditor.tsx'
import { PointsOf } from './PointsOf.tsx'
import { SheetField } from './SheetField.tsx'
import { YearsTable } from './YearsTable.tsx'

const at = (lists: readonly PlannedList[], ...paths: string[]): readonly PlannedList[] =>
  lists.filter(({ list }) => paths.includes(list.path))

const below = (fields: readonly Field[], section: string): readonly Field[] =>
  fields.filter(({ path }) => path.startsWith(`/${section}/`))

const Fields = ({ fields }: { readonly fields: readonly Field[] }) => (
  <>
    {fields.map((field) => (
      <SheetField key={field.path} field={field} path={field.path} />
    ))}
  </>
)

const Lists = ({ lists }: { readonly lists: readonly PlannedList[] }) => (
  <>
    {lists.map((plan) => (
      <ListEditor key={plan.list.path} plan={plan} titled={lists.length > 1} />
    ))}
  </>
)

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八']

/** The facts the standards ask about, in the order a firm has them at hand: figures first, statements last. */
export const SheetForm = ({
  plan,
  root,
  beyond,
}: {
  readonly plan: FormPlan
  readonly root: Explanation
  readonly beyond: readonly Beyond[]
}) => {
  const managed = below(plan.fields, 'management')
  const achieved = at(plan.lists, '/honours', '/scienceAwards', '/rdInstitutions', '/equityFinancing', '/makerContest')
  const first = root.id === 'miit-2022-63/innovative'
  const of = (section: string) => <PointsOf root={root} section={section} />
  const cards: readonly (readonly [title: string, aside: ReactNode, content: ReactNode])[] = [
    ['审计报告里的数', of('/years'), <YearsTable key="years" plan={plan} />],
    [
      '知识产权',
      of('/intellectualProperty'),
      <Fragment key="rights">
        {first && (
          <p className="small muted">
            每一档只看有没有 1 项，填最有力的几项即可：Ⅰ类优先，其次是自主研发、与主导产品相关的。
          </p>
        )}
        <Lists lists={at(plan.lists, '/intellectualProperty')} />
      </Fragment>,
    ],
    ['主导产品', of('/product'), <Fields key="product" fields={below(plan.fields, 'product')} />],
    ...(managed.length > 0
      ? [['经营管理', of('/management'), <Fields key="management" fields={managed} />] as const]
      : []),
    first
      ? ['直通条件', '有任一项即可不看得分', <Lists key="achieved" lists={achieved} />]
      : ['荣誉、奖励、机构和融资', undefined, <Lists key="achieved" lists={achieved} />],
    ...(beyond.length > 0
      ? [['申请类型、已有称号和评定得分', undefined, <BeyondFields key="beyond" questions={beyond} />] as const]
      : []),
    [
      '参评条件',
      '第三条，须全部满足',
      <Fragment key="eligibility">
        <Fields fields={below(plan.fields, 'enterprise')} />
        {at(plan.lists, '/enterprise/incidents').map((incidents) => (
          <ListEditor key={incidents.list.path} plan={incidents} />
        ))}
      </Fragment>,
    ],
  ]
  return (
    <div className="sheet-form">
      {cards.map(([title, aside, content], index) => (
        <Card key={title} title={`${numerals[index]}、${title}`} {...(aside !== undefined && { aside })}>
          {content}
        </Card>
      ))}
    </div>
  )
}
