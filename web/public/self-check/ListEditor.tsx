import { pathOf } from '../../../regime/profile/path.ts'
import { Button } from '../../components/button/Button.tsx'
import type { PlannedList } from './form-plan.ts'
import { useSheetAccess } from './SheetContext.ts'
import { SheetField } from './SheetField.tsx'
import { itemIds, saysNone, withItem, withNone, withoutItem } from './sheet.ts'

const Item = ({
  plan,
  ids,
  number,
}: {
  readonly plan: PlannedList
  readonly ids: readonly string[]
  readonly number: number
}) => {
  const { sheet, change } = useSheetAccess()
  const path = `${pathOf(plan.list.path, ...ids.slice(0, -1))}/${ids.at(-1)}`
  const [kind] = plan.fields
  const chosen = kind?.choices?.[sheet.entries[pathOf(kind.path, ...ids)] ?? '']
  const name = `第 ${number} 项${chosen ? ` ${chosen}` : plan.list.item}`
  return (
    <fieldset className="item" id={path}>
      <legend className="item__legend">{name}</legend>
      <div className="item__fields">
        {plan.fields.map((field) => (
          <SheetField key={field.path} field={field} path={pathOf(field.path, ...ids)} />
        ))}
      </div>
      {(plan.rare.length > 0 || plan.nested.length > 0) && (
        <details className="item__rare">
          <summary>海外同族、质押融资、获奖（有的话可能属于高价值）</summary>
          <div className="item__fields">
            {plan.rare.map((field) => (
              <SheetField key={field.path} field={field} path={pathOf(field.path, ...ids)} />
            ))}
          </div>
          {plan.nested.map((nested) => (
            <ListEditor key={nested.list.path} plan={nested} within={ids} />
          ))}
        </details>
      )}
      <p>
        <Button small tone="plain" onClick={() => change((now) => withoutItem(now, path))}>
          删除<span className="visually-hidden">{name}</span>
        </Button>
      </p>
    </fieldset>
  )
}

/** A list of the profile: says that there is none, or has entries. Neither is: unknown. */
export const ListEditor = ({
  plan,
  within = [],
  titled = true,
}: {
  readonly plan: PlannedList
  readonly within?: readonly string[]
  /** False where the heading above already names the list. */
  readonly titled?: boolean
}) => {
  const { sheet, change } = useSheetAccess()
  const path = pathOf(plan.list.path, ...within)
  const ids = itemIds(sheet, path)
  const none = saysNone(sheet, path)
  return (
    <fieldset className="list-editor" id={path}>
      <legend className={titled ? 'list-editor__legend' : 'visually-hidden'}>{plan.list.label}</legend>
      {ids.map((id, index) => (
        <Item key={id} plan={plan} ids={[...within, id]} number={index + 1} />
      ))}
      <div className="list-editor__ways">
        {ids.length === 0 && (
          <div className="choice">
            <input
              type="checkbox"
              id={`${path}-none`}
              checked={none}
              onChange={({ target }) => change((now) => withNone(now, path, target.checked))}
            />
            <label htmlFor={`${path}-none`}>{plan.list.none}</label>
          </div>
        )}
        <Button small tone="quiet" onClick={() => change((now) => withItem(now, plan.list, within))}>
          添加{plan.list.item}
        </Button>
      </div>
    </fieldset>
  )
}
