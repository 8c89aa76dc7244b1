import { type ReactNode, useEffect, useRef, useState } from 'react'
import { freshKey } from '../../../contract/fresh-key.ts'
import { itemsOf } from '../../../regime/profile/assemble-list.ts'
import type { Field, FieldList } from '../../../regime/profile/field.ts'
import { pathOf } from '../../../regime/profile/path.ts'
import { NONE, readField } from '../../../regime/profile/read-field.ts'
import { Button } from '../../components/button/Button.tsx'
import { useEditing, usePlaces } from './editing.ts'
import { PlaceField } from './PlaceField.tsx'
import { ProvenanceLine } from './ProvenanceLine.tsx'
import { noContent, type PlaceState, shownAt } from './profile-store.ts'
import { shownEntries } from './YearsTable.tsx'

/** Lists up to this length are shown unfolded. */
const FEW = 3

const isReadable = (places: ReadonlyMap<string, PlaceState>, field: Field, path: string): boolean => {
  const place = places.get(path)
  const { raw, unit } = place ? shownAt(place) : noContent
  return raw !== null && raw.trim() !== '' && 'value' in readField(field, raw, unit)
}

const within = (template: string, ids: readonly string[]): string => pathOf(template, ...ids)

/** A list of the profile: its entries, a way to add one, and the plain statement that there is none. */
export const ListEditor = ({
  list,
  ids = [],
  level = 3,
}: {
  readonly list: FieldList
  readonly ids?: readonly string[]
  readonly level?: 3 | 4
}) => {
  const { store } = useEditing()
  const places = usePlaces()
  const [added, setAdded] = useState<string>()
  const [removed, setRemoved] = useState<{ path: string; place: string }>()
  const path = within(list.path, ids)
  const entries = shownEntries(places)
  const items = itemsOf(entries, path)
  const none = entries.get(path)?.raw === NONE
  const kind = list.fields.find(({ required, choices }) => required && choices)
  const Heading = level === 3 ? 'h3' : 'h4'

  const add = (choice?: string): void => {
    const id = freshKey()
    const last = Math.max(0, ...items.map((item) => Number(entries.get(`${path}/${item}`)?.raw)))
    if (none) store.change(path, { raw: null })
    store.change(`${path}/${id}`, { raw: String(last + 1) })
    if (kind && choice) store.change(within(kind.path, [...ids, id]), { raw: choice })
    setAdded(id)
  }
  const remove = (id: string): void => {
    const at = `${path}/${id}`
    setRemoved({ path: at, place: entries.get(at)?.raw ?? '1' })
    store.change(at, { raw: null })
  }
  return (
    <section className="list-editor" aria-label={list.label} id={path}>
      <header className="list-editor__head">
        <Heading>
          {list.label}
          {items.length > 0 && <span className="muted"> {items.length} 项</span>}
        </Heading>
        {items.length === 0 && (
          <span className="choice list-editor__none">
            <input
              type="checkbox"
              id={`${path}-none`}
              checked={none}
              onChange={(event) => store.change(path, { raw: event.target.checked ? NONE : null })}
            />
            <label htmlFor={`${path}-none`}>{list.none}</label>
          </span>
        )}
      </header>
      {items.map((id, index) => (
        <ItemCard
          key={id}
          list={list}
          ids={[...ids, id]}
          number={index + 1}
          fresh={id === added}
          folded={items.length > FEW}
          onRemove={() => remove(id)}
        />
      ))}
      {removed && !items.includes(removed.path.slice(path.length + 1)) && (
        <p className="row small" role="status">
          已移除一项{list.item}，修改记录里还在。
          <Button
            tone="plain"
            small
            onClick={() => {
              store.change(removed.path, { raw: removed.place })
              setRemoved(undefined)
            }}
          >
            恢复
          </Button>
        </p>
      )}
      {!none && (
        <p>
          {kind ? (
            <select
              className="control list-editor__add"
              aria-label={`添加${list.item}`}
              value=""
              onChange={(event) => event.target.value !== '' && add(event.target.value)}
            >
              <option value="">＋ 添加{list.item}…</option>
              {Object.entries(kind.choices ?? {}).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <Button tone="quiet" small onClick={() => add()}>
              ＋ 添加{list.item}
            </Button>
          )}
        </p>
      )}
    </section>
  )
}

const ItemCard = ({
  list,
  ids,
  number,
  fresh,
  folded,
  onRemove,
}: {
  readonly list: FieldList
  readonly ids: readonly string[]
  readonly number: number
  readonly fresh: boolean
  /** On a long list, entries with nothing open are folded when the page comes up. */
  readonly folded: boolean
  readonly onRemove: () => void
}) => {
  const { relevance } = useEditing()
  const places = usePlaces()
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (fresh) box.current?.focus()
  }, [fresh])
  const raw = (field: Field | undefined): string => {
    const place = field && places.get(within(field.path, ids))
    return (place && shownAt(place).raw) ?? ''
  }
  const kind = list.fields.find(({ required, choices }) => required && choices)
  const named = raw(list.fields.find(({ path }) => path.endsWith('/title')))
  const title = [`${number}.`, kind?.choices?.[raw(kind)] ?? list.item, named && `“${named}”`].filter(Boolean).join(' ')
  const lacks = list.fields.some(
    (field) =>
      (field.required || relevance.ofItems.has(field.path)) && !isReadable(places, field, within(field.path, ids)),
  )
  // Decided once: filling in the last field must not fold it away under the hand.
  const [open] = useState(fresh || !folded || lacks)
  const few = list.fields.filter(({ path }) => relevance.ofFewItems.has(path))
  const main = list.fields.filter((field) => !few.includes(field))
  const nested = list.lists ?? []
  const path = within(`${list.path}/{item}`, ids)
  return (
    <fieldset className="item" id={path} ref={box} tabIndex={-1}>
      <legend className="item__title">{title}</legend>
      <div className="item__bar">
        <ProvenanceLine title={title} paths={[{ path, title }]} />
        <Button tone="plain" small onClick={onRemove} aria-label={`移除 ${title}`}>
          移除
        </Button>
      </div>
      <Folded folded={!open}>
        <div className="item__fields">
          {main.map((field) => (
            <PlaceField key={field.path} field={field} path={within(field.path, ids)} ofItem />
          ))}
        </div>
        {few.length + nested.length > 0 && (
          <details className="item__more">
            <summary>
              少数{list.item}才有的情况（{few.length + nested.length} 项）
            </summary>
            <div className="item__fields">
              {few.map((field) => (
                <PlaceField key={field.path} field={field} path={within(field.path, ids)} ofItem />
              ))}
            </div>
            {nested.map((each) => (
              <ListEditor key={each.path} list={each} ids={ids} level={4} />
            ))}
          </details>
        )}
      </Folded>
    </fieldset>
  )
}

/** What is complete on a long list stays out of the way until it is asked for. */
const Folded = ({ folded, children }: { readonly folded: boolean; readonly children: ReactNode }) =>
  folded ? (
    <details className="item__all">
      <summary>已填好，展开查看或修改</summary>
      {children}
    </details>
  ) : (
    children
  )
