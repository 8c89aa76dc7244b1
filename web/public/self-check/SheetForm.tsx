import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import type { Field } from '../../../regime/profile/field.ts'
import { Card } from '../../components/card/Card.tsx'
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

/** The facts the standards ask about, in the order a firm has them at hand: figures first, statements last. */
export const SheetForm = ({ plan, root }: { readonly plan: FormPlan; readonly root: Explanation }) => (
  <div className="sheet-form">
    <Card title="一、审计报告里的数" aside={<PointsOf root={root} section="/years" />}>
      <YearsTable plan={plan} />
    </Card>
    <Card title="二、知识产权" aside={<PointsOf root={root} section="/intellectualProperty" />}>
      <p className="small muted">
        每一档只看有没有 1 项，填最有力的几项即可：Ⅰ类优先，其次是自主研发、与主导产品相关的。
      </p>
      <Lists lists={at(plan.lists, '/intellectualProperty')} />
    </Card>
    <Card title="三、主导产品" aside={<PointsOf root={root} section="/product" />}>
      <Fields fields={below(plan.fields, 'product')} />
    </Card>
    <Card title="四、直通条件" aside="有任一项即可不看得分">
      <Lists
        lists={at(plan.lists, '/honours', '/scienceAwards', '/rdInstitutions', '/equityFinancing', '/makerContest')}
      />
    </Card>
    <Card title="五、参评条件" aside="第三条，须全部满足">
      <Fields fields={below(plan.fields, 'enterprise')} />
      {at(plan.lists, '/enterprise/incidents').map((incidents) => (
        <ListEditor key={incidents.list.path} plan={incidents} />
      ))}
    </Card>
  </div>
)
